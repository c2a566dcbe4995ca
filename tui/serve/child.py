"""The program of one window: started by the server as a process of its own, with its terminal in a pipe."""

import sys

from tui.app import run
from tui.words.language import language


def main(arguments: list[str]) -> int:
    """Open the terminal interface in the language given."""
    run(language(arguments[0] if arguments else None))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
