"""A widget without children: where its height has changed, the screen need not be arranged a second time."""

from textual.geometry import Size
from textual.widget import Widget


class ArrangedOnce(Widget):
    """Textual takes every change of what a widget spans as a reason to arrange the whole screen anew.

    It is one for what scrolls over its children, whose bar may come or go. Where it is none, after an answer, it was a
    third of the time until everything stood.
    """

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        return super()._size_updated(size, virtual_size, container_size, layout=False)
