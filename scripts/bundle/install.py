"""Puts Shuseki into the folder `venv` beside this file, from the wheels there. Standard library only, no network."""

import shutil
import struct
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / "venv"
BIN = VENV / ("Scripts" if sys.platform == "win32" else "bin")


def say(ja: str, en: str) -> None:
    """Tell it in both languages: whoever installs may not be whoever uses."""
    print(f"{ja}\n{en}\n", flush=True)


def pinned() -> Path:
    """The list of wheels for the Python that runs this; exits where there is none."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    wanted = HERE / f"requirements-{version}.txt"
    if wanted.exists() and struct.calcsize("P") == 8:
        return wanted
    say(
        f"Python 3.11 か 3.12（64ビット）が必要です。見つかったのは {sys.version} です。",
        f"Python 3.11 or 3.12 (64-bit) is needed. What was found is {sys.version}.",
    )
    raise SystemExit(2)


def install(wanted: Path) -> None:
    """A fresh environment with exactly the listed wheels. Answers are kept elsewhere and stay untouched."""
    if VENV.exists():
        shutil.rmtree(VENV)
    venv.create(VENV, with_pip=True)
    command = [str(BIN / "python"), "-m", "pip", "--isolated", "--disable-pip-version-check", "install", "--quiet"]
    command += ["--no-index", "--no-deps", "--find-links", str(HERE / "wheels"), "--requirement", str(wanted)]
    subprocess.run(command, check=True)
    subprocess.run([str(BIN / "shuseki"), "--version"], check=True)


def main() -> int:
    """Install, and say how it went."""
    wanted = pinned()
    say("入れています。1、2分かかります。", "Installing; this takes a minute or two.")
    try:
        install(wanted)
    except (OSError, subprocess.CalledProcessError) as error:
        say(
            f"入りませんでした（{error}）。「はじめに.txt」の「うまくいかないとき」をご覧ください。",
            f"It did not work ({error}). See 'If it does not work' in はじめに.txt.",
        )
        return 1
    say("入りました。shuseki.cmd で始まります。", "Done. Start it with shuseki.cmd.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
