"""The server: lets in whoever has the token, serves one page, and gives every page a window of its own."""

import asyncio
import errno
import logging
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web
from aiohttp.http_exceptions import HttpProcessingError
from aiohttp.typedefs import Handler, Middleware

from engine.model.problem import ShusekiError
from engine.model.text import Lang
from tui.serve import messages
from tui.serve.checks import HEADERS, Gate
from tui.serve.page import STATIC, content, page
from tui.serve.window import Window
from tui.words import serving

WINDOWS = 8
"""Windows open at a time; each is a process of some 100 MB."""
IDLE = 3600.0
"""Seconds without a key after which a window is closed; nothing is lost by it."""
_HEARTBEAT = 20.0
_GOODBYE = 8.0
"""Seconds that open windows are given when the server ends."""


@dataclass
class Server:
    """One start of the server."""

    gate: Gate
    lang: Lang
    idle: float = IDLE
    most: int = WINDOWS
    sockets: set[web.WebSocketResponse] = field(default_factory=set)
    closing: set[asyncio.Task[None]] = field(default_factory=set)
    """Windows whose process is being ended; that goes on when the request they came with is given up."""

    def application(self) -> web.Application:
        """The web application: four paths, each behind the checks."""
        app = web.Application(middlewares=[self._checked()], client_max_size=1024)
        folder = self.gate.folder
        app.router.add_get("/", self._enter)
        app.router.add_get(folder, self._page)
        app.router.add_get(folder + "static/{name}", self._file)
        app.router.add_get(folder + "ws", self._socket)
        app.on_shutdown.append(self._end)
        app.on_cleanup.append(self._await_ends)
        return app

    def _checked(self) -> Middleware:
        @web.middleware
        async def checked(request: web.Request, handler: Handler) -> web.StreamResponse:
            try:
                response = await handler(request) if self._let_in(request) else self._plain(403, "refused")
            except web.HTTPException as error:
                response = self._plain(error.status, "absent")
            if not response.prepared:
                self._seal(request, response)
            return response

        return checked

    def _let_in(self, request: web.Request) -> bool:
        """Whether a request may be answered. The entrance asks for the token itself."""
        gate, origin = self.gate, request.headers.get("Origin")
        if not gate.knows_host(request.host) or (origin is not None and not gate.same_origin(request.host, origin)):
            return False
        return request.path == "/" or gate.key_fits(request.cookies.get(gate.cookie, ""))

    async def _enter(self, request: web.Request) -> web.StreamResponse:
        """Change the token for a cookie, so that it does not stay in the address bar."""
        if not self.gate.token_fits(request.query.get("token", "")):
            return self._plain(403, "refused")
        response = web.Response(status=303, headers={"Location": self.gate.folder})
        response.set_cookie(self.gate.cookie, self.gate.key, path=self.gate.folder, httponly=True, samesite="Strict")
        return response

    async def _page(self, request: web.Request) -> web.StreamResponse:
        text = page(self.lang, f"{self._own(request)}{self.gate.folder}ws")
        return web.Response(text=text, content_type="text/html")

    async def _file(self, request: web.Request) -> web.StreamResponse:
        name = request.match_info["name"]
        if name not in STATIC:
            return self._plain(404, "absent")
        return web.Response(body=content(name), content_type=STATIC[name][1], charset="utf-8")

    async def _socket(self, request: web.Request) -> web.StreamResponse:
        """A window, for as long as the page is open."""
        if "Origin" not in request.headers:
            return self._plain(403, "refused")
        if len(self.sockets) >= self.most:
            return self._plain(503, "full")
        answer = web.WebSocketResponse(heartbeat=_HEARTBEAT, max_msg_size=messages.LARGEST, compress=False)
        if not answer.can_prepare(request):
            return self._plain(400, "absent")
        self.sockets.add(answer)
        try:
            self._seal(request, answer)
            await answer.prepare(request)
            await self._attend(answer, _size(request))
        finally:
            self.sockets.discard(answer)
        return answer

    async def _attend(self, answer: web.WebSocketResponse, size: tuple[int, int]) -> None:
        """Run a window between its page and its process, until either ends or nobody has typed for long."""
        window = await Window.open(self.lang, size, answer.send_bytes)
        painting = asyncio.create_task(self._paint(window, answer))
        try:
            with suppress(TimeoutError, ConnectionError):
                async with asyncio.timeout(self.idle) as limit:
                    await self._listen(answer, window, limit)
        finally:
            painting.cancel()
            with suppress(asyncio.CancelledError):
                await painting
            await asyncio.shield(self._close(window))
            await answer.close()

    def _close(self, window: Window) -> "asyncio.Task[None]":
        """End the process of a window, whatever becomes of the request meanwhile."""
        ending = asyncio.create_task(window.close())
        self.closing.add(ending)
        ending.add_done_callback(self.closing.discard)
        return ending

    async def _listen(self, answer: web.WebSocketResponse, window: Window, limit: asyncio.Timeout) -> None:
        async for message in answer:
            if message.type is not WSMsgType.TEXT:
                return
            try:
                said = messages.read(message.data)
            except messages.UnreadableError:
                return
            if isinstance(said, messages.Ping):
                await answer.send_json(["pong", said.word])
                continue
            limit.reschedule(asyncio.get_running_loop().time() + self.idle)
            await window.take(said)

    @staticmethod
    async def _paint(window: Window, answer: web.WebSocketResponse) -> None:
        """Paint until the program ends; then the page is told by closing."""
        with suppress(ConnectionError):
            await window.paint()
        await answer.close()

    async def _end(self, _: web.Application) -> None:
        for answer in tuple(self.sockets):
            await answer.close()

    async def _await_ends(self, _: web.Application) -> None:
        await asyncio.gather(*self.closing)

    def _plain(self, status: int, name: str) -> web.Response:
        """A page of one sentence; it names nothing that was asked for."""
        return web.Response(status=status, text=serving.word(name, self.lang) + "\n", content_type="text/plain")

    def _seal(self, request: web.Request, response: web.StreamResponse) -> None:
        """Set the headers that every response has."""
        known = self.gate.knows_host(request.host)
        for name, value in HEADERS.items():
            response.headers[name] = value.format(ws=self._own(request) if known else "").replace(" ;", ";")

    @staticmethod
    def _own(request: web.Request) -> str:
        """Where this server's websockets are, as the browser came to it."""
        return f"ws://{request.host}"


def _size(request: web.Request) -> tuple[int, int]:
    return (
        messages.number(request.query.get("width", ""), messages.WIDTHS, 80),
        messages.number(request.query.get("height", ""), messages.HEIGHTS, 24),
    )


def listening(host: str, port: int) -> socket.socket:
    """A socket bound to the address; port 0 takes a free one.

    Raises:
        ShusekiError: If the operating system refuses.
    """
    try:
        (family, *_, address), *_ = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        return socket.create_server(address[:2], family=family, reuse_port=False)
    except OSError as error:
        busy = error.errno in (errno.EADDRINUSE, errno.EACCES)
        raise ShusekiError(serving.port_taken(host, port) if busy else serving.not_here(host)) from error


def quiet(lang: Lang) -> None:
    """What goes wrong with a request is one line at the terminal; what no HTTP is, as scanners send it, is none.

    The library would print what was sent, escape sequences and all, with a traceback.
    """
    log = logging.getLogger("aiohttp.server")
    log.handlers, log.propagate = [_OneLine(lang)], False


class _OneLine(logging.Handler):
    """Says that something went wrong, and names its kind alone."""

    def __init__(self, lang: Lang) -> None:
        super().__init__(logging.WARNING)
        self.lang = lang

    def emit(self, record: logging.LogRecord) -> None:
        kind, error = (record.exc_info or (None, None, None))[:2]
        if not isinstance(error, HttpProcessingError):
            print(serving.failed(kind.__name__ if kind else "", self.lang), file=sys.stderr)


def serve(gate: Gate, bound: socket.socket, lang: Lang) -> None:
    """Serve until Ctrl+C or a request to end; open windows are ended in order."""
    app = Server(gate, lang).application()
    quiet(lang)
    web.run_app(app, sock=bound, print=None, access_log=None, shutdown_timeout=_GOODBYE, handler_cancellation=True)
