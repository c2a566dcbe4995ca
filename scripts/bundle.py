"""Builds dist/bundle: everything for an office PC without network or compiler. Run by `make bundle`.

The target is another system than the one that builds, so markers are judged for the target here, not by pip.
"""

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator
from email.parser import HeaderParser
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).resolve().parent.parent
PARTS = ROOT / "scripts" / "bundle"
BUNDLE = ROOT / "dist" / "bundle"
WHEELS = BUNDLE / "wheels"
PYTHONS = ("3.11", "3.12")


class Target(NamedTuple):
    """The system that the bundle is for: pip's names for it, what its Python says of itself, what starts it."""

    tags: tuple[str, ...]
    markers: dict[str, str]
    starters: tuple[str, ...]


TARGETS = {
    "windows": Target(
        ("win_amd64",),
        {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"},
        ("install.cmd", "shuseki.cmd", "はじめに.txt"),
    ),
    # For trying the same steps where there is no Windows.
    "linux": Target(
        ("manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64", "manylinux_2_5_x86_64"),
        {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "platform_machine": "x86_64"},
        (),
    ),
}
# Source only, so never in a bundle: there the product's own evaluator answers.
SOURCE_ONLY = {"durable-rules"}


def environment(target: Target, python: str) -> dict[str, str]:
    """The markers of the target with this Python."""
    return {
        **target.markers,
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "extra": "",
    }


def applies(requirement: Requirement, markers: dict[str, str]) -> bool:
    """Whether the target needs this and can have it as a wheel."""
    if canonicalize_name(requirement.name) in SOURCE_ONLY:
        return False
    return requirement.marker is None or requirement.marker.evaluate(markers)


def pins(markers: dict[str, str]) -> list[str]:
    """The pinned runtime requirements that apply on the target."""
    lines = (ROOT / "requirements" / "runtime.txt").read_text("utf-8").splitlines()
    found = [Requirement(line) for line in lines if line and not line.startswith("#")]
    return [f"{item.name}{item.specifier}" for item in found if applies(item, markers)]


def download(target: Target, python: str) -> None:
    """The wheels for one Python, and the list by which they are installed."""
    wanted = BUNDLE / f"requirements-{python}.txt"
    wanted.write_text("\n".join(pins(environment(target, python))) + "\n", "utf-8")
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "-qq", "--no-deps"]
    command += ["--only-binary=:all:", "--implementation", "cp", "--python-version", python]
    command += [part for tag in target.tags for part in ("--platform", tag)]
    subprocess.run([*command, "--dest", str(WHEELS), "--requirement", str(wanted)], check=True)


def build_own() -> None:
    """The wheel of Shuseki itself, added to every list."""
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(WHEELS), str(ROOT)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    name, version, _, _ = parse_wheel_filename(next(WHEELS.glob("shuseki-*.whl")).name)
    for wanted in BUNDLE.glob("requirements-*.txt"):
        with wanted.open("a", encoding="utf-8") as lines:
            lines.write(f"{name}=={version}\n")


def requirements_of(wheel: Path) -> list[Requirement]:
    """What a wheel says it needs."""
    with ZipFile(wheel) as files:
        metadata = next(name for name in files.namelist() if name.endswith(".dist-info/METADATA"))
        headers = HeaderParser().parsestr(files.read(metadata).decode("utf-8"))
    return [Requirement(line) for line in headers.get_all("Requires-Dist") or []]


def missing(target: Target) -> Iterator[str]:
    """Every requirement of a wheel that no listed wheel meets, for each Python."""
    for python in PYTHONS:
        markers = environment(target, python)
        lines = (BUNDLE / f"requirements-{python}.txt").read_text("utf-8").split()
        have = {canonicalize_name(name): version for name, version in (line.split("==") for line in lines)}
        for wheel in sorted(WHEELS.glob("*.whl")):
            for need in requirements_of(wheel):
                version = have.get(canonicalize_name(need.name))
                if applies(need, markers) and (version is None or not need.specifier.contains(version)):
                    yield f"{wheel.name} needs {need} on Python {python}"


def copy_starters(target: Target) -> None:
    """The starters with the line ends and the byte order mark that Windows expects."""
    for name in target.starters:
        text = (PARTS / name).read_text("utf-8").replace("\n", "\r\n")
        encoding = "utf-8-sig" if name.endswith(".txt") else "ascii"
        (BUNDLE / name).write_bytes(text.encode(encoding))
    shutil.copy(PARTS / "install.py", BUNDLE)
    shutil.copy(ROOT / "LICENSE", BUNDLE / "LICENSE.txt")


def main() -> int:
    """Build the bundle; 1 and a list where a part is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--platform", choices=TARGETS, default="windows")
    target = TARGETS[parser.parse_args().platform]
    shutil.rmtree(BUNDLE, ignore_errors=True)
    WHEELS.mkdir(parents=True)
    for python in PYTHONS:
        download(target, python)
    build_own()
    copy_starters(target)
    gaps = list(missing(target))
    print("\n".join(gaps) or f"{BUNDLE.relative_to(ROOT)}: {len(list(WHEELS.glob('*.whl')))} wheels")
    return 1 if gaps else 0


if __name__ == "__main__":
    sys.exit(main())
