"""Network shares are told from disks by the table of mounts."""

import pytest

from engine.store.share import _network_mount, on_network_share

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
nas:/home /home nfs4 rw 0 0
//server/share /mnt/my\\040share cifs rw 0 0
/dev/sdb1 /home/local ext4 rw 0 0
broken
"""


@pytest.mark.parametrize(
    ("path", "network"),
    [
        ("/var/store.db", False),
        ("/home/me/store.db", True),
        ("/home/local/store.db", False),
        ("/homestead/store.db", False),
        ("/mnt/my share/store.db", True),
    ],
)
def test_the_nearest_mount_decides(path: str, network: bool) -> None:
    assert _network_mount(path, MOUNTS) is network


def test_a_temporary_folder_is_no_share(tmp_path) -> None:
    assert on_network_share(str(tmp_path / "store.db")) is False
