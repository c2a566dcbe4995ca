"""Drives a real Chromium by its DevTools protocol, and keeps a record of everything that a page asks for."""

import asyncio
import base64
import itertools
import json
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-default-apps", "--disable-extensions", "--mute-audio",
    "--remote-debugging-port=0", "--window-size=1000,640",
    # Whatever is not on this machine does not exist.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)  # fmt: skip
PATIENCE = 60.0


def program() -> str | None:
    """Where Chromium is, if it is."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Tab:
    """One page. ``asked`` are the URLs it asked for, websockets too; ``painted`` is what came over its websocket."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._ids = itertools.count(1)
        self._answers: dict[int, asyncio.Future[Any]] = {}
        self._session = ""
        self.asked: list[str] = []
        self.status: dict[str, int] = {}
        self.painted = b""
        self.moved = asyncio.Event()

    async def listen(self) -> None:
        async for message in self._socket:
            told = json.loads(message.data)
            if "id" in told:
                self._answers.pop(told["id"]).set_result(told)
            else:
                self._note(told["method"], told["params"])
            self.moved.set()

    def _note(self, method: str, told: dict[str, Any]) -> None:
        match method:
            case "Network.requestWillBeSent":
                self.asked.append(told["request"]["url"])
            case "Network.webSocketCreated":
                self.asked.append(told["url"])
            case "Network.responseReceived":
                self.status[told["response"]["url"]] = told["response"]["status"]
            case "Network.webSocketFrameReceived":
                frame = told["response"]
                binary = frame["opcode"] == 2
                self.painted += base64.b64decode(frame["payloadData"]) if binary else b""

    async def say(self, method: str, **params: Any) -> Any:
        """Call a method of the protocol; its result."""
        number = next(self._ids)
        self._answers[number] = answer = asyncio.get_running_loop().create_future()
        call: dict[str, Any] = {"id": number, "method": method, "params": params}
        await self._socket.send_json({**call, "sessionId": self._session} if self._session else call)
        told = await asyncio.wait_for(answer, PATIENCE)
        assert "error" not in told, told
        return told["result"]

    async def begin(self) -> None:
        """Take a page of its own, and look at its network."""
        target = await self.say("Target.createTarget", url="about:blank")
        attached = await self.say("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self._session = attached["sessionId"]
        for part in ("Network", "Page", "Runtime"):
            await self.say(f"{part}.enable")

    async def open(self, url: str) -> None:
        await self.say("Page.navigate", url=url)

    async def value(self, script: str) -> Any:
        """What a script in the page gives."""
        told = await self.say(
            "Runtime.evaluate",
            expression=script,
            returnByValue=True,
            awaitPromise=True,
            allowUnsafeEvalBlockedByCSP=False,
        )
        return told["result"].get("value")

    async def until_painted(self, text: str, since: int = 0) -> None:
        """Wait until a text has come over the websocket."""
        async with asyncio.timeout(PATIENCE):
            while text.encode() not in self.painted[since:]:
                self.moved.clear()
                await self.moved.wait()

    async def until(self, script: str) -> None:
        """Wait until a script in the page gives something true."""
        async with asyncio.timeout(PATIENCE):
            while not await self.value(script):
                self.moved.clear()
                waited = asyncio.wait_for(self.moved.wait(), 0.1)
                await asyncio.gather(waited, return_exceptions=True)

    async def press(self, key: str, code: int) -> None:
        """Press a key that has a name (F1, Enter)."""
        for kind in ("rawKeyDown", "keyUp"):
            await self.say("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code)

    async def picture(self) -> bytes:
        """The page as PNG."""
        return base64.b64decode((await self.say("Page.captureScreenshot"))["data"])


@asynccontextmanager
async def chromium(folder: Path) -> AsyncIterator[Tab]:
    """A browser with one empty page; ended by its own process alone."""
    found = program()
    assert found is not None
    process = await asyncio.create_subprocess_exec(
        found, *FLAGS, f"--user-data-dir={folder}", "about:blank",
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        address = await asyncio.wait_for(_devtools(process), PATIENCE)
        async with aiohttp.ClientSession() as session, session.ws_connect(address, max_msg_size=0) as socket:
            tab = Tab(socket)
            listening = asyncio.create_task(tab.listen())
            await tab.begin()
            yield tab
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)
    finally:
        process.terminate()
        await process.communicate()


async def _devtools(process: asyncio.subprocess.Process) -> str:
    """The address that Chromium tells when it is ready."""
    assert process.stderr is not None
    while line := (await process.stderr.readline()).decode("utf-8", "replace"):
        if "DevTools listening on " in line:
            return line.rpartition(" ")[2].strip()
    raise AssertionError("Chromium did not start")
