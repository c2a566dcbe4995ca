"""Textual's driver for a program whose terminal is a pipe, ending with the server it belongs to."""

from textual import messages
from textual.drivers.web_driver import WebDriver


class ServedDriver(WebDriver):
    """As Textual has it; but when nobody writes into the pipe any more, however that came about, the program ends."""

    def run_input_thread(self) -> None:
        """Read keys until there are no more."""
        super().run_input_thread()
        self._app.post_message(messages.ExitApp())
