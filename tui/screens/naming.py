"""Asks what a scenario supposes, before it branches off."""

from textual.app import ComposeResult
from textual.widgets import Input

from tui.screens.dialog import Dialog
from tui.widgets.prose import Para, Prose


class NamingScreen(Dialog[str]):
    """Dismissed with the name, or with nothing. ``supposed``: so many answers of a what if are kept in it."""

    def __init__(self, original: str, *, supposed: int = 0) -> None:
        super().__init__()
        self.original = original
        self.supposed = supposed
        self.missing = False

    def body(self) -> ComposeResult:
        yield Prose(id="naming-lead")
        yield Input(id="naming", compact=True, max_length=100, select_on_focus=False)
        yield Prose(id="naming-problem", classes="problem")

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def speak(self) -> None:
        lead = self.say("whatif.keep_lead", n=self.supposed) if self.supposed else self.say("scenario.lead")
        self.entitle(self.say("whatif.keep_title" if self.supposed else "scenario.title", name=self.original))
        self.query_one("#naming-lead", Prose).show(Para(lead), Para(self.say("scenario.how"), "$foreground-muted"))
        self.query_one(Input).placeholder = self.say("scenario.hint")
        told = [Para(f"! {self.say('scenario.name_missing')}", "$text-error bold")] if self.missing else []
        self.query_one("#naming-problem", Prose).show(*told)

    def on_input_changed(self) -> None:
        if self.missing:
            self.missing = False
            self.speak()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if name := event.value.strip():
            self.dismiss(name)
        else:
            self.missing = True
            self.speak()
