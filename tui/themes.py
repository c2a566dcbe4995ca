"""The colours: dark indigo, light washi paper, and a projector's, each with every pair of text and ground readable.

Text that only accompanies has 4.5:1 against its ground at least, on the projector 7:1; a test measures what is shown.
"""

from textual.theme import Theme

SPARSE = "-sparse"
"""The class of the app in a theme that is read from the back of a room: what only accompanies is left out."""


def _theme(
    name: str, *, dark: bool, ground: tuple[str, str, str], ink: tuple[str, str], hues: tuple[str, ...]
) -> Theme:
    """A theme.

    Args:
        name: its name.
        dark: whether text is lighter than its ground.
        ground: of the screen, of what stands beside, of heads.
        ink: of text, and of what accompanies it.
        hues: of keys and frames, of problems, of warnings, of what is well; then text and ground of the cursor.
    """
    background, surface, panel = ground
    foreground, muted = ink
    primary, error, warning, success, on_cursor, cursor = hues
    quiet = dict.fromkeys(("foreground-muted", "text-muted", "text-disabled", "foreground-disabled"), muted)
    return Theme(
        name=name,
        dark=dark,
        primary=primary,
        secondary=primary,
        accent=primary,
        error=error,
        warning=warning,
        success=success,
        foreground=foreground,
        background=background,
        surface=surface,
        panel=panel,
        variables={
            **quiet,
            "text": foreground,
            "boost": panel,
            "border": primary,
            "border-blurred": muted,
            "text-primary": primary,
            "text-secondary": primary,
            "text-accent": primary,
            "text-error": error,
            "text-warning": warning,
            "text-success": success,
            "block-cursor-foreground": on_cursor,
            "block-cursor-background": cursor,
            "block-cursor-blurred-foreground": foreground,
            "block-cursor-blurred-background": panel,
            "block-hover-background": panel,
            "input-cursor-foreground": on_cursor,
            "input-cursor-background": cursor,
            "input-selection-foreground": on_cursor,
            "input-selection-background": cursor,
            "footer-foreground": foreground,
            "footer-background": panel,
            "footer-key-foreground": primary,
            "footer-description-foreground": foreground,
            "scrollbar": muted,
            "scrollbar-hover": primary,
            "scrollbar-active": primary,
            "scrollbar-background": panel,
            "scrollbar-background-hover": panel,
            "scrollbar-background-active": panel,
            "scrollbar-corner-color": panel,
        },
    )


AI = _theme(
    "shuseki-ai",
    dark=True,
    ground=("#0e1630", "#141f40", "#1c2a52"),
    ink=("#e6e9f2", "#b4bdd5"),
    hues=("#8fb7ff", "#ff9d9d", "#f0c674", "#9fd6a8", "#0e1630", "#a9c6ff"),
)
WASHI = _theme(
    "shuseki-washi",
    dark=False,
    ground=("#faf6ec", "#f1ebdc", "#e6dec9"),
    ink=("#22252e", "#4f5460"),
    hues=("#1f3f7a", "#9b1c2e", "#6b4a00", "#1e5a34", "#ffffff", "#1f3f7a"),
)
PROJECTOR = _theme(
    "shuseki-projector",
    dark=False,
    ground=("#ffffff", "#ffffff", "#ececec"),
    ink=("#000000", "#303030"),
    hues=("#00257a", "#8a0015", "#5a3a00", "#00451c", "#ffffff", "#000000"),
)

THEMES = (AI, WASHI, PROJECTOR)
NAMES = tuple(theme.name for theme in THEMES)


def is_sparse(name: str) -> bool:
    """Whether a theme is read from afar."""
    return name == PROJECTOR.name


def following(name: str) -> str:
    """The theme after this one."""
    return NAMES[(NAMES.index(name) + 1) % len(NAMES)] if name in NAMES else NAMES[0]
