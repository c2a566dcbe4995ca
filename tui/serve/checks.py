"""Who may come in: the token of this start, the cookie it is changed for, the Host and the Origin of a request."""

import hmac
import ipaddress
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self' {ws};"
        " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), clipboard-read=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
    "Server": "shuseki",
}
"""What every response says. Style inline, as the terminal writes its own; ``{ws}`` is the page's own websocket."""


def _secret() -> str:
    return secrets.token_urlsafe(32)


@dataclass(frozen=True)
class Gate:
    """The checks of one start. The address is where it listens; an address of all networks takes any IP as its Host."""

    address: str
    port: int
    token: str = field(default_factory=_secret, repr=False)
    key: str = field(default_factory=_secret, repr=False)
    """What the cookie holds; the token itself stays in the URL that was printed."""
    room: str = field(default_factory=lambda: secrets.token_urlsafe(9))
    """The folder of the page. The cookie is for it alone: cookies know no ports, so other servers here would get it."""

    @property
    def cookie(self) -> str:
        """The cookie's name; two servers on one machine do not take each other's away."""
        return f"shuseki_{self.port}"

    @property
    def url(self) -> str:
        """What the user opens."""
        return f"http://{host_of(self.address)}:{self.port}/?token={self.token}"

    @property
    def folder(self) -> str:
        """The path under which everything but the entrance lies."""
        return f"/{self.room}/"

    def knows_host(self, host: str) -> bool:
        """Whether a request is for us. Another name that leads here is a trick of a page elsewhere (DNS rebinding)."""
        name, colon, port = host.rpartition(":")
        if not colon or port != str(self.port):
            name, port = host, "80"
        if port != str(self.port):
            return False
        if _is(self.address, "is_unspecified"):
            return name == "localhost" or _is(name.strip("[]"), "version")
        if is_loopback(self.address):
            return name in LOOPBACK
        return name == host_of(self.address)

    @staticmethod
    def same_origin(host: str, origin: str | None) -> bool:
        """Whether the page that asks is ours."""
        return origin == f"http://{host}"

    def token_fits(self, given: str) -> bool:
        """Whether the token of the URL is right; told in the same time whatever is wrong with it."""
        return _same(given, self.token)

    def key_fits(self, given: str) -> bool:
        """Whether the cookie is right."""
        return _same(given, self.key)


def _same(given: str, held: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "surrogateescape"), held.encode())


def _is(address: str, what: str) -> bool:
    try:
        return bool(getattr(ipaddress.ip_address(address), what))
    except ValueError:
        return False


def is_loopback(address: str) -> bool:
    """Whether only this machine reaches the address."""
    return address == "localhost" or _is(address, "is_loopback")


def is_address(text: str) -> bool:
    """Whether one can listen there: an IP address or localhost, and no name that could lead anywhere."""
    return text == "localhost" or _is(text, "version")


def host_of(address: str) -> str:
    """An address as a URL has it; all networks are reached from here by way of this machine."""
    if _is(address, "is_unspecified"):
        return "[::1]" if ":" in address else "127.0.0.1"
    return f"[{address}]" if ":" in address else address
