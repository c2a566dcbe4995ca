"""The wheel holds everything that the tree holds, and works where the tree is out of reach."""

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("engine", "rules", "knowledge", "tui")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by the pinned backend of this environment, without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    run(command, folder)
    return next(folder.glob("shuseki-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of a clean environment with the wheel in it.

    It borrows the libraries of this environment, to save a download. They come by a path alone, so the `.pth` file of
    the editable install among them is not read, and the source tree stays out of reach: a test asserts it.
    """
    home = tmp_path_factory.mktemp("elsewhere") / "venv"
    venv.create(home)
    python = home / "bin" / "python"
    command = [
        sys.executable,
        "-m",
        "pip",
        f"--python={python}",
        "install",
        "-q",
        "--no-index",
        "--no-deps",
        str(wheel),
    ]
    run(command, home)
    site = run([str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], home).strip()
    Path(site, "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return home / "bin"


def run(command: list[str], folder: Path) -> str:
    """What the command prints, run in another folder as by a person who has no source tree."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "SHUSEKI"))}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def tree() -> set[str]:
    """Every file of the packages that a reader of the repository would see."""
    files = (path for package in PACKAGES for path in (ROOT / package).rglob("*") if path.is_file())
    return {str(path.relative_to(ROOT)) for path in files if path.parent.name != "__pycache__"}


def test_the_wheel_holds_every_file_of_the_packages_and_nothing_else(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert {name for name in names if ".dist-info/" not in name} == tree()


def test_the_wheel_carries_the_licence(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        assert [name for name in archive.namelist() if name.endswith("/licenses/LICENSE")]


def test_the_source_tree_is_out_of_reach(installed: Path, tmp_path: Path) -> None:
    code = "import sys, engine, rules, knowledge, tui; print(*sys.path, engine, rules, knowledge, tui, sep='\\n')"
    places = run([str(installed / "python"), "-c", code], tmp_path).splitlines()
    assert str(ROOT) not in places
    assert all(str(installed.parent) in module for module in places[-len(PACKAGES) :])


def test_it_says_its_version_elsewhere(installed: Path, tmp_path: Path) -> None:
    assert "0.1.0" in run([str(installed / "shuseki"), "--version"], tmp_path)


def test_it_advises_elsewhere(installed: Path, tmp_path: Path) -> None:
    advice = run([str(installed / "shuseki"), "advise", "--example", "kitakami", "--lang", "ja"], tmp_path)
    assert "北上川流域" in advice
    assert "根付かせる" in advice


def test_every_bundle_part_is_what_windows_expects() -> None:
    parts = ROOT / "scripts" / "bundle"
    assert all(part.read_bytes().isascii() for part in parts.glob("*.cmd")), "cmd.exe misreads UTF-8 batch files"
    assert "試していません" in (parts / "はじめに.txt").read_text("utf-8")
