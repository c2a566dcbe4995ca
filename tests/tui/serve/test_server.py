"""The server as a browser and as an attacker meets it."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
from aiohttp import WSMsgType, web
from aiohttp.test_utils import TestClient, TestServer
from yarl import URL

from tui.serve import window
from tui.serve.checks import HEADERS, Gate
from tui.serve.page import STATIC
from tui.serve.server import Server, quiet

Client = TestClient[web.Request, web.Application]

ECHO = """
import os, sys
write = lambda kind, body: os.write(1, kind + len(body).to_bytes(4, "big") + body)
os.write(1, b"a line before\\n__GANGLION__\\n")
write(b"D", (os.environ["COLUMNS"] + "x" + os.environ["ROWS"]).encode())
read = sys.stdin.buffer.read
while head := read(5):
    body = read(int.from_bytes(head[1:], "big"))
    if body == b"links":
        write(b"M", b'{"type": "open_url", "url": "http://evil.example", "new_tab": true}')
        write(b"M", b'{"type": "deliver_file_start", "key": "k", "path": "/etc/passwd"}')
    if body == b"end" or b'"quit"' in body:
        sys.exit()
    write(b"D", head[:1] + body)
"""
"""A program that paints what it is told, in place of the terminal interface."""


@asynccontextmanager
async def serving(**limits: Any) -> AsyncIterator[tuple[Server, Client]]:
    listening = TestServer(web.Application())
    await listening.start_server()
    port = listening.port
    await listening.close()
    assert port is not None
    server = Server(Gate("127.0.0.1", port), "en", **limits)
    async with TestClient(TestServer(server.application(), port=port)) as client:
        yield server, client


@pytest.fixture
def echo(monkeypatch: pytest.MonkeyPatch) -> None:
    command = window.command("ja")[:1]
    monkeypatch.setattr(window, "command", lambda lang: [*command, "-c", ECHO])


async def come_in(server: Server, client: Client) -> str:
    """Change the token for the cookie; the folder of the page."""
    answer = await client.get("/", params={"token": server.gate.token}, allow_redirects=False)
    assert answer.status == 303
    return answer.headers["Location"]


def origin(client: Client) -> dict[str, str]:
    return {"Origin": str(client.make_url("/")).rstrip("/")}


async def test_the_token_opens_the_page_and_its_files() -> None:
    async with serving() as (server, client):
        folder = await come_in(server, client)
        opened = await client.get(folder)
        assert (opened.status, opened.content_type) == (200, "text/html")
        assert f"{folder}ws" in await opened.text()
        for name, (_, kind) in STATIC.items():
            got = await client.get(f"{folder}static/{name}")
            assert (got.status, got.content_type) == (200, kind)


async def test_the_cookie_is_kept_from_scripts_and_from_other_pages() -> None:
    async with serving() as (server, client):
        answer = await client.get("/", params={"token": server.gate.token}, allow_redirects=False)
        cookie = answer.headers["Set-Cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=Strict" in cookie
        assert f"Path={server.gate.folder}" in cookie
        assert server.gate.token not in cookie


@pytest.mark.parametrize("token", [None, "", "x", "Bearer"])
async def test_without_the_token_nothing_opens(token: str | None) -> None:
    async with serving() as (server, client):
        answer = await client.get("/", params={} if token is None else {"token": token})
        assert (answer.status, answer.content_type) == (403, "text/plain")
        assert "Set-Cookie" not in answer.headers
        for path in ("", "ws", "static/terminal.js"):
            refused = await client.get(server.gate.folder + path)
            assert (refused.status, refused.content_type) == (403, "text/plain")


async def test_the_token_is_no_cookie_and_the_cookie_no_token() -> None:
    async with serving() as (server, client):
        gate = server.gate
        assert (await client.get("/", params={"token": gate.key})).status == 403
        wrong = await client.get(gate.folder, headers={"Cookie": f"{gate.cookie}={gate.token}"})
        assert wrong.status == 403
        assert (await client.get(gate.folder, headers={"Cookie": f"{gate.cookie}={gate.key}"})).status == 200


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "http://evil.example"}, {"Origin": "null"}])
async def test_another_host_or_origin_is_refused_even_with_the_token(headers: dict[str, str]) -> None:
    async with serving() as (server, client):
        answer = await client.get("/", params={"token": server.gate.token}, headers=headers)
        assert answer.status == 403
        folder = await come_in(server, client)
        assert (await client.get(folder, headers=headers)).status == 403
        assert "evil" not in str(answer.headers)


@pytest.mark.parametrize(
    "path", ["static/", "static", "static/../server.py", "static/%2e%2e/server.py", "download/k", "x"]
)
async def test_there_is_nothing_but_the_known_files(path: str) -> None:
    async with serving() as (server, client):
        folder = await come_in(server, client)
        answer = await client.get(URL(folder + path, encoded=True))
        assert answer.status in (403, 404)
        assert "static" not in await answer.text()


async def test_only_reading_is_allowed() -> None:
    async with serving() as (server, client):
        folder = await come_in(server, client)
        for method in ("POST", "PUT", "DELETE", "OPTIONS"):
            assert (await client.request(method, folder)).status == 405


async def test_every_response_is_sealed() -> None:
    async with serving() as (server, client):
        folder = await come_in(server, client)
        paths = ("/", folder, folder + "static/boot.js", folder + "nothing", folder + "ws")
        for path in paths:
            answer = await client.get(path)
            assert set(HEADERS) <= set(answer.headers), path
            policy = answer.headers["Content-Security-Policy"]
            assert "frame-ancestors 'none'" in policy
            assert f"connect-src 'self' ws://127.0.0.1:{client.port};" in policy
            assert answer.headers["Server"] == "shuseki"


@pytest.mark.usefixtures("echo")
async def test_a_window_passes_keys_sizes_and_what_is_painted() -> None:
    async with serving() as (server, client):
        folder = await come_in(server, client)
        async with client.ws_connect(f"{folder}ws?width=100&height=30", headers=origin(client)) as socket:
            assert await socket.receive_bytes() == b"100x30"
            await socket.send_json(["stdin", "産"])
            assert await socket.receive_bytes() == b"D" + "産".encode()
            await socket.send_json(["resize", {"width": 90, "height": 25}])
            assert json.loads((await socket.receive_bytes())[1:]) == {"type": "resize", "width": 90, "height": 25}
            await socket.send_json(["blur"])
            assert await socket.receive_bytes() == b'M{"type": "blur"}'
            await socket.send_json(["ping", "7"])
            assert await socket.receive_json() == ["pong", "7"]


@pytest.mark.usefixtures("echo")
async def test_links_and_files_of_the_program_do_not_reach_the_browser() -> None:
    async with serving() as (server, client):
        folder = await come_in(server, client)
        async with client.ws_connect(f"{folder}ws", headers=origin(client)) as socket:
            await socket.receive_bytes()
            await socket.send_json(["stdin", "links"])
            message = await socket.receive()
            assert (message.type, message.data) == (WSMsgType.BINARY, b"Dlinks")


@pytest.mark.usefixtures("echo")
@pytest.mark.parametrize("headers", [{}, {"Origin": "http://evil.example"}, {"Origin": "http://localhost:1"}])
async def test_no_window_for_another_page(headers: dict[str, str]) -> None:
    async with serving() as (server, client):
        folder = await come_in(server, client)
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await client.ws_connect(f"{folder}ws", headers=headers)
        assert refused.value.status == 403
        assert server.sockets == set()


@pytest.mark.usefixtures("echo")
async def test_no_window_without_the_cookie() -> None:
    async with serving() as (server, client):
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await client.ws_connect(f"{server.gate.folder}ws", headers=origin(client))
        assert refused.value.status == 403


@pytest.mark.usefixtures("echo")
@pytest.mark.parametrize("said", ["{}", '["quit"]', '["stdin", "' + "x" * 70000 + '"]'])
async def test_what_the_page_would_not_say_ends_the_window(said: str) -> None:
    async with serving() as (server, client):
        folder = await come_in(server, client)
        async with client.ws_connect(f"{folder}ws", headers=origin(client)) as socket:
            await socket.receive_bytes()
            await socket.send_str(said)
            assert (await socket.receive(timeout=10)).type in (WSMsgType.CLOSE, WSMsgType.CLOSING, WSMsgType.CLOSED)


@pytest.mark.usefixtures("echo")
async def test_the_page_is_told_when_the_program_ends() -> None:
    async with serving() as (server, client):
        folder = await come_in(server, client)
        async with client.ws_connect(f"{folder}ws", headers=origin(client)) as socket:
            await socket.receive_bytes()
            await socket.send_json(["stdin", "end"])
            assert (await socket.receive(timeout=10)).type is WSMsgType.CLOSE


@pytest.mark.usefixtures("echo")
async def test_a_window_that_nobody_uses_is_closed() -> None:
    async with serving(idle=0.3) as (server, client):
        folder = await come_in(server, client)
        async with client.ws_connect(f"{folder}ws", headers=origin(client)) as socket:
            await socket.receive_bytes()
            assert (await socket.receive(timeout=10)).type is WSMsgType.CLOSE


@pytest.mark.usefixtures("echo")
async def test_only_so_many_windows_at_a_time() -> None:
    async with serving(most=1) as (server, client):
        folder = await come_in(server, client)
        async with client.ws_connect(f"{folder}ws", headers=origin(client)) as socket:
            await socket.receive_bytes()
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await client.ws_connect(f"{folder}ws", headers=origin(client))
            assert refused.value.status == 503
        async with asyncio.timeout(10):
            while server.sockets:
                await asyncio.sleep(0)
        async with client.ws_connect(f"{folder}ws", headers=origin(client)) as socket:
            assert await socket.receive_bytes() == b"80x24"


@pytest.mark.usefixtures("echo")
@pytest.mark.parametrize("politely", [True, False])
async def test_a_process_ends_with_its_page(politely: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[window.Window] = []
    begin = window.Window.open.__func__  # type: ignore[attr-defined]

    async def remembered(*given: Any) -> window.Window:
        opened.append(await begin(window.Window, *given))
        return opened[-1]

    monkeypatch.setattr(window.Window, "open", remembered)
    async with serving() as (server, client):
        folder = await come_in(server, client)
        socket = await client.ws_connect(f"{folder}ws", headers=origin(client))
        await socket.receive_bytes()
        if politely:
            await socket.close()
        else:
            transport = socket._response.connection
            assert transport is not None
            transport.close()
        async with asyncio.timeout(10):
            while server.sockets:
                await asyncio.sleep(0)
        assert [one.process.returncode for one in opened] == [0]


async def test_processes_end_with_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[asyncio.subprocess.Process] = []
    begin = asyncio.create_subprocess_exec

    async def remembered(*command: str, **options: Any) -> asyncio.subprocess.Process:
        # Deaf to being asked and to being told: it has to be made to end.
        deaf = (
            "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('x', flush=True); time.sleep(60)"
        )
        started.append(await begin(command[0], "-c", deaf, **options))
        return started[-1]

    monkeypatch.setattr(asyncio, "create_subprocess_exec", remembered)
    monkeypatch.setattr(window, "PATIENCE", 0.3)
    async with serving() as (server, client):
        folder = await come_in(server, client)
        await client.ws_connect(f"{folder}ws", headers=origin(client))
        async with asyncio.timeout(10):
            while not started:
                await asyncio.sleep(0)
    assert [process.returncode for process in started] == [-9]


def test_the_command_is_fixed_and_needs_no_shell() -> None:
    for lang in ("ja", "en"):
        assert window.command(lang)[1:] == ["-P", "-m", "tui.serve.child", lang]


async def test_what_is_no_http_is_nothing_at_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    log = logging.getLogger("aiohttp.server")
    before = log.handlers, log.propagate
    quiet("en")
    try:
        async with serving() as (_, client), client.get("/", headers={"X-Long": "x" * 20_000}) as answer:
            assert answer.status == 400
        log.error("Error handling request", exc_info=ValueError("secret"))
    finally:
        log.handlers, log.propagate = before
    assert capsys.readouterr().err == "A request could not be answered (ValueError).\n"
