"""The head of the interview: which consultation it is; on narrow screens how far it is and how it reads, too."""

from collections.abc import Iterator, Sequence

from engine.interview.order import SectionProgress
from engine.interview.visible import shown, visible
from tui.session import Sitting
from tui.texts import Lang, say
from tui.widgets.prose import Para
from tui.widgets.reading import summary
from tui.widgets.section_list import overall


def supposed(sitting: Sitting, lang: Lang) -> str:
    """Which scenario it is, set off from what stands before it; nothing where it is none."""
    name = sitting.consultation.scenario
    return f"  {say(lang, 'home.scenario_alone', name=shown(name))}" if name else ""


def heading(sitting: Sitting, narrow: Sequence[SectionProgress] | None, lang: Lang, *, plain: bool) -> Iterator[Para]:
    """``narrow``: the progress, where neither the sections nor the reading have room beside the card."""
    cluster, english = sitting.consultation.cluster, lang == "en"
    name = (english and cluster.name_en) or cluster.name
    scenario = f"{supposed(sitting, lang)}  ".lstrip()
    industry = (english and cluster.industry_en) or cluster.industry
    if narrow is None:
        yield Para(visible(f"{scenario}{name}  {industry}".strip()), "bold")
    else:
        yield Para(visible(scenario + name), "bold", lead=overall(narrow, plain=plain) + "  ")
        yield Para(summary(sitting.assessment, sitting.sureness, lang))
