"""Cuts text where office files hold only so much of it: the properties of a file end at 255 characters."""


def cut(text: str, most: int) -> str:
    """``text``, of which no more than ``most`` units of UTF-16 are kept; a cut is marked with ``...``."""
    units = text.encode("utf-16-le", errors="replace")
    if len(units) <= 2 * most:
        return text
    return units[: 2 * (most - 3)].decode("utf-16-le", errors="ignore") + "..."
