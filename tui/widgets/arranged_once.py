"""A widget for which the screen is not arranged a second time where its height has changed in the first."""

from textual.geometry import Size
from textual.widget import Widget


class ArrangedOnce(Widget):
    """To be mixed in, and not first: styles are inherited from the first base alone.

    Textual takes every change of what a widget spans as a reason to arrange the whole screen anew. It is one only where
    a scroll bar may come or go. Where it is none, it was a third of the time from an answer until everything stood.
    """

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        again = layout and self.styles.overflow_y == "auto"
        return super()._size_updated(size, virtual_size, container_size, layout=again)
