"""Says figures with their units; English has no unit of 100 million, so these are counted in millions and billions."""

from engine.model.text import Lang, LocalizedText

_HUNDRED_MILLION = "100 million "
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def amount(value: float, unit: LocalizedText | None, lang: Lang) -> str:
    """A figure with its unit: ``1,600億円``, ``160 billion yen``."""
    if unit is None:
        return f"{value:,.15g}"
    if lang == "ja":
        return f"{value:,.15g}{unit.ja}"
    if unit.en.startswith(_HUNDRED_MILLION):
        return f"{_counted(round(value * 1e8, 2))} {unit.en.removeprefix(_HUNDRED_MILLION)}"
    return f"{value:,.15g}{'' if unit.en == '%' else ' '}{unit.en}"


def _counted(number: float) -> str:
    """A large number in English, by the largest word that leaves at least one of it."""
    for scale, name in _SCALES:
        if abs(number) >= scale:
            return f"{number / scale:,.12g} {name}"
    return f"{number:,.15g}"
