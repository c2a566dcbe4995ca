"""A field for a line of text that keeps all that is pasted into it, and says when no more fits."""

from textual import events
from textual.widgets import Input

from tui.texts import Lang, say


class TextField(Input):
    """Lines pasted are joined, as the field has one. ``lang``: in which it says that it is full."""

    lang: Lang = "ja"

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        text = " ".join(event.text.split()) if "\n" in event.text or "\r" in event.text else event.text
        text = text.replace("\t", " ")
        start, end = sorted(self.selection)
        room = self.max_length - len(self.value) + (end - start) if self.max_length else len(text)
        self.replace(text[: max(room, 0)], start, end)
        if len(text) > room:
            self.restricted()

    def restricted(self) -> None:
        """Says that no more fits."""
        self.notify(say(self.lang, "card.full_field", most=self.max_length), severity="warning", markup=False)
