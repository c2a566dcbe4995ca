"""Says whether a file lies on a network share, where SQLite's write-ahead log must not be used.

The log is shared memory between processes: two computers that open the same file over a share would corrupt it.
"""

import os
import sys
from pathlib import Path

_NETWORK_FILE_SYSTEMS = (
    "nfs",
    "cifs",
    "smb",
    "ncp",
    "afs",
    "9p",
    "ceph",
    "glusterfs",
    "fuse.sshfs",
    "davfs",
    "fuse.davfs",
)
_REMOTE_DRIVE = 4


def on_network_share(path: str) -> bool:
    """Whether ``path`` is on a share. Where the system does not tell (macOS), the answer is no."""
    real = os.path.realpath(path)
    if sys.platform == "win32":
        return _on_windows_share(real)
    mounts = Path("/proc/mounts")
    return _network_mount(real, mounts.read_text(errors="replace")) if mounts.exists() else False


if sys.platform == "win32":

    def _on_windows_share(real: str) -> bool:
        import ctypes

        drive = os.path.splitdrive(real)[0]
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(drive + "\\") == _REMOTE_DRIVE


def _network_mount(real: str, mounts: str) -> bool:
    """Whether the mount nearest above ``real``, of those listed as in ``/proc/mounts``, is a network file system."""
    best, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = fields[1].replace("\\040", " ")
        if len(point) >= len(best) and (real == point or real.startswith(point.rstrip("/") + "/")):
            best, kind = point, fields[2]
    return kind.startswith(_NETWORK_FILE_SYSTEMS)
