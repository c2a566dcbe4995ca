"""A whole visit with a real browser: it opens with the token, paints, takes keys, and asks nobody else for anything."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.tui.commanding import ROOT

from .browser import chromium, program

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(program() is None, reason="there is no Chromium"),
]


@asynccontextmanager
async def served(lang: str) -> AsyncIterator[tuple[str, asyncio.subprocess.Process]]:
    """``shuseki serve`` as a process, and the URL it prints."""
    command = [sys.executable, "-m", "tui.cli", "serve", "--lang", lang]
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, stdout=pipe, stderr=pipe, cwd=ROOT)
    try:
        assert process.stdout is not None
        yield (await asyncio.wait_for(process.stdout.readline(), 60)).decode().strip(), process
    finally:
        if process.returncode is None:
            process.terminate()
        await process.communicate()


def children(pid: int) -> list[str]:
    """The command lines of what a process has started."""
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [Path(f"/proc/{child}/cmdline").read_text().replace("\0", " ").strip() for child in found]


async def test_a_visit(tmp_path: Path) -> None:
    async with served("ja") as (url, process), chromium(tmp_path / "profile") as tab:
        await tab.open(url)
        await tab.until_painted("Shuseki")
        await tab.until_painted("新規")
        assert await tab.value("document.body.classList.contains('-first-byte')")
        assert await tab.value("document.querySelectorAll('.xterm-screen canvas').length > 0")
        assert children(process.pid) == [f"{sys.executable} -P -m tui.serve.child ja"]

        before = len(tab.painted)
        await tab.press("F1", 112)
        await tab.until_painted("操作の説明", before)

        assert "token" not in await tab.value("location.href")
        assert await tab.value("document.cookie") == ""
        assert await tab.value("window.open('http://127.0.0.1:1/')") is None
        there = urlsplit(url).netloc
        assert {urlsplit(asked).netloc for asked in tab.asked} == {there}
        assert any(asked.startswith(f"ws://{there}/") for asked in tab.asked)

        process.send_signal(signal.SIGINT)
        await tab.until("document.body.classList.contains('-closed')")
        assert await asyncio.wait_for(process.wait(), 30) == 0


@asynccontextmanager
async def elsewhere() -> AsyncIterator[tuple[str, list[str]]]:
    """Another server, glad of every visit; its address, and who came."""
    came: list[str] = []

    async def welcome(request: web.Request) -> web.Response:
        came.append(request.path)
        return web.Response(text="", headers={"Access-Control-Allow-Origin": "*"})

    app = web.Application()
    app.router.add_get("/{path}", welcome)
    async with TestServer(app) as server:
        yield f"127.0.0.1:{server.port}", came


TRIES = (
    "fetch('http://{}/fetch').then(() => 'through', () => 'stopped')",
    "new Promise(done => {{ const i = new Image(); i.onload = i.onerror = () => done(); i.src = 'http://{}/image'; }})",
    "new Promise(done => {{ const l = document.createElement('link'); l.rel = 'stylesheet'; l.href = 'http://{}/style';"
    " l.onload = l.onerror = () => done(); document.head.append(l); }})",
    "new Promise(done => {{ const s = new WebSocket('ws://{}/socket'); s.onclose = s.onerror = () => done(); }})"
    ".catch(() => 0)",
)


async def test_the_policy_keeps_the_page_at_home(tmp_path: Path) -> None:
    async with served("en") as (url, _), elsewhere() as (other, came), chromium(tmp_path / "profile") as tab:
        for script in TRIES:
            await tab.value(script.format(other))
        assert sorted(came) == ["/fetch", "/image", "/socket", "/style"], "from a page without a policy they come"
        came.clear()
        await tab.open(url)
        await tab.until_painted("Shuseki")
        for script in TRIES:
            await tab.value(script.format(other))
        assert came == []
        assert await tab.value("(() => { try { return eval('1') } catch { return 'stopped' } })()") == "stopped"


async def test_without_the_token_nothing_is_painted(tmp_path: Path) -> None:
    async with served("en") as (url, process), chromium(tmp_path / "profile") as tab:
        bare = url.partition("?")[0]
        await tab.open(bare)
        await tab.until("document.body && document.body.innerText.includes('cannot be opened')")
        assert tab.status[bare] == 403
        assert tab.painted == b""
        assert children(process.pid) == []


async def test_a_window_ends_when_the_server_is_killed() -> None:
    """Nothing is left behind even where the server had no time to end it."""
    from tui.serve.window import command, environment

    read, write = os.pipe()
    process = await asyncio.create_subprocess_exec(
        *command("ja"), stdin=read, stdout=asyncio.subprocess.PIPE, env=environment(100, 30)
    )
    os.close(read)
    assert process.stdout is not None
    while "新規".encode() not in await asyncio.wait_for(process.stdout.read(1 << 16), 60):
        pass
    os.close(write)
    _, code = await asyncio.gather(process.stdout.read(), asyncio.wait_for(process.wait(), 30))
    assert code == 0
