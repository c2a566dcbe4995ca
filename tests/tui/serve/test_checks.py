"""Who may come in: Host, Origin, token and cookie, each by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.serve.checks import Gate, is_address, is_loopback

LOCAL = Gate("127.0.0.1", 8123)
OFFICE = Gate("192.168.1.20", 8123)
EVERYWHERE = Gate("0.0.0.0", 8123)


@pytest.mark.parametrize(
    ("gate", "host", "known"),
    [
        (LOCAL, "127.0.0.1:8123", True),
        (LOCAL, "localhost:8123", True),
        (LOCAL, "[::1]:8123", True),
        (LOCAL, "127.0.0.1", False),
        (LOCAL, "127.0.0.1:8124", False),
        (LOCAL, "evil.example:8123", False),
        (LOCAL, "127.0.0.1.evil.example:8123", False),
        (LOCAL, "localhost.:8123", False),
        (LOCAL, "192.168.1.20:8123", False),
        (LOCAL, "", False),
        (Gate("127.0.0.1", 80), "localhost", True),
        (OFFICE, "192.168.1.20:8123", True),
        (OFFICE, "192.168.1.21:8123", False),
        (OFFICE, "localhost:8123", False),
        (EVERYWHERE, "10.1.2.3:8123", True),
        (EVERYWHERE, "[fe80::1]:8123", True),
        (EVERYWHERE, "evil.example:8123", False),
    ],
)
def test_a_host_is_ours_or_is_refused(gate: Gate, host: str, known: bool) -> None:
    assert gate.knows_host(host) is known


@given(st.from_regex(r"[a-z0-9-]{1,20}(\.[a-z0-9-]{1,20}){1,3}\.[a-z]{2,6}", fullmatch=True))
def test_no_name_of_the_net_is_ever_ours(name: str) -> None:
    """What a rebinding attack needs is a name of its own that leads here."""
    for gate in (LOCAL, OFFICE, EVERYWHERE):
        assert not gate.knows_host(f"{name}:{gate.port}")


@pytest.mark.parametrize(
    ("origin", "same"),
    [
        ("http://127.0.0.1:8123", True),
        ("http://127.0.0.1:9000", False),
        ("https://127.0.0.1:8123", False),
        ("http://localhost:8123", False),
        ("http://evil.example", False),
        ("null", False),
        ("", False),
        (None, False),
    ],
)
def test_only_the_page_itself_is_of_the_same_origin(origin: str | None, same: bool) -> None:
    assert LOCAL.same_origin("127.0.0.1:8123", origin) is same


def test_every_start_has_secrets_of_its_own() -> None:
    one, other = Gate("127.0.0.1", 1), Gate("127.0.0.1", 1)
    assert len({one.token, one.key, one.room, other.token, other.key, other.room}) == 6
    assert len(one.token) >= 43
    assert one.token not in repr(one)
    assert one.key not in repr(one)


@given(st.text())
def test_nothing_but_the_token_is_the_token(given_: str) -> None:
    assert not LOCAL.token_fits(given_)
    assert not LOCAL.key_fits(given_)
    assert LOCAL.token_fits(LOCAL.token)
    assert not LOCAL.token_fits(LOCAL.key)
    assert not LOCAL.key_fits(LOCAL.token)


def test_part_of_a_token_or_one_in_other_characters_is_none() -> None:
    for wrong in (LOCAL.token[:-1], LOCAL.token + "x", LOCAL.token.swapcase(), "\udcff", "産業"):
        assert not LOCAL.token_fits(wrong)


@pytest.mark.parametrize(
    ("address", "valid", "loopback", "url"),
    [
        ("127.0.0.1", True, True, "http://127.0.0.1:8123/?token="),
        ("localhost", True, True, "http://localhost:8123/?token="),
        ("::1", True, True, "http://[::1]:8123/?token="),
        ("192.168.1.20", True, False, "http://192.168.1.20:8123/?token="),
        ("0.0.0.0", True, False, "http://127.0.0.1:8123/?token="),
        ("::", True, False, "http://[::1]:8123/?token="),
        ("example.jp", False, False, ""),
        ("", False, False, ""),
    ],
)
def test_addresses(address: str, valid: bool, loopback: bool, url: str) -> None:
    assert is_address(address) is valid
    assert is_loopback(address) is loopback
    if valid:
        gate = Gate(address, 8123)
        assert gate.url == url + gate.token
        assert gate.knows_host(url.removeprefix("http://").partition("/")[0])
