"""What ``serve`` says: at the terminal it is started from, on its page, and where it lets nobody in."""

from engine.interview.visible import shown
from engine.model.problem import Problem
from engine.model.text import Lang, LocalizedText
from tui.words.problems import problem


def _text(ja: str, en: str) -> LocalizedText:
    return LocalizedText.model_construct(ja=ja, en=en)


_WORDS = {
    "title": _text("Shuseki 産業集積の診断", "Shuseki: assessment of industrial clusters"),
    "opening": _text("開いています。", "Opening."),
    "closed": _text(
        "接続が終わりました。ここまでの回答は保存されています。",
        "The connection has ended. All answers so far are kept.",
    ),
    "again": _text("もう一度開く", "Open again"),
    "no_script": _text("JavaScript を有効にしてください。", "Please enable JavaScript."),
    "refused": _text(
        "開けません。起動した端末に表示された URL を、そのまま開いてください。",
        "This cannot be opened. Please open the URL shown at the terminal where the program was started, as it is.",
    ),
    "absent": _text("ここには何もありません。", "There is nothing here."),
    "full": _text("開いている画面が多すぎます。", "Too many windows are open."),
    "open_this": _text(
        "次の URL をブラウザで開いてください（終了は Ctrl+C）。URL を知る人は、保存された相談をすべて見られます。",
        "Open this URL in a browser (Ctrl+C ends). Whoever has the URL sees all consultations kept here.",
    ),
    "exposed": _text(
        "注意：このコンピューターの外からも接続できます。通信は暗号化されません。信頼できる庁内ネットワークでのみ使ってください。",
        "Warning: other computers can connect, and nothing is encrypted. Use it only on an office network you trust.",
    ),
    "ended": _text("終了しました。", "Ended."),
}


def word(name: str, lang: Lang) -> str:
    """One of our words."""
    return _WORDS[name].get(lang)


def missing() -> Problem:
    """The libraries of the optional extra are not installed."""
    return problem(
        "serve_not_installed",
        (
            "ブラウザで開くための部品（textual-serve、aiohttp）が入っていません。",
            "「pip install -r requirements/serve.txt」を、ネットワークにつながる所で実行してください。",
        ),
        (
            "The parts that open it in a browser (textual-serve, aiohttp) are not installed.",
            'Run "pip install -r requirements/serve.txt" where there is a network.',
        ),
    )


def no_address(host: str) -> Problem:
    """The host is a name, or nothing."""
    return problem(
        "serve_no_address",
        (
            f"「{shown(host)}」では待ち受けできません。",
            "localhost か、このコンピューターの IP アドレスを指定してください。",
        ),
        (f'"{shown(host)}" is no address to listen at.', "Give localhost or an IP address of this computer."),
    )


def port_taken(host: str, port: int) -> Problem:
    """The port is in use, or kept for others by the operating system."""
    return problem(
        "serve_port_taken",
        (
            f"{shown(host)} のポート {port} は使えません。ほかのプログラムが使用中か、使う権限がありません。",
            "ほかのポートを「--port」で指定するか、省略して空いているポートに任せてください。",
        ),
        (
            f"Port {port} of {shown(host)} cannot be used: another program has it, or you may not use it.",
            'Name another port with "--port", or leave it out to take a free one.',
        ),
    )


def not_here(host: str) -> Problem:
    """The address is not one of this computer's."""
    return problem(
        "serve_not_here",
        (
            f"{shown(host)} では待ち受けできません。このコンピューターのアドレスではないようです。",
            "「--host」にはこのコンピューターの IP アドレスを指定するか、省略してください。",
        ),
        (
            f"Cannot listen at {shown(host)}: it seems to be no address of this computer.",
            'Give "--host" an IP address of this computer, or leave it out to serve this computer alone.',
        ),
    )


def failed(kind: str, lang: Lang) -> str:
    """A request met an error of ours; said to who runs the server."""
    told = _text(f"要求に応えられませんでした（{shown(kind)}）。", f"A request could not be answered ({shown(kind)}).")
    return told.get(lang)
