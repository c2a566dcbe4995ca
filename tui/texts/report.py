"""The words of the screen that writes a report into a file."""

REPORT: dict[str, tuple[str, str]] = {
    "working.report": ("文書を作っています", "Making the report"),
    "key.make": ("作る", "Make"),
    "report.title": ("文書の書き出し：{name}", "Write a report: {name}"),
    "report.form": ("形式", "Format"),
    "report.form.docx": ("Word（起案や委員会の資料に）", "Word (for decisions and committees)"),
    "report.form.xlsx": ("Excel（表ごとのシート）", "Excel (a sheet for each table)"),
    "report.form.html": ("HTML（ブラウザで開く、A4に印刷する）", "HTML (opens in a browser, prints to A4)"),
    "report.form.md": ("Markdown", "Markdown"),
    "report.form.text": ("テキスト", "Text"),
    "report.lang": ("文書の言語", "Language of the report"),
    "report.lang.ja": ("日本語", "Japanese"),
    "report.lang.en": ("英語", "English"),
    "report.options": ("内容（Space で印を付ける）", "Contents (Space marks)"),
    "report.public": (
        "公開用にする（回答の備考・出所・回答者・回答日、シナリオ名を除く）",
        "Version for the public (no notes, sources, participants or dates of answers, no scenario's name)",
    ),
    "report.brief": ("最初の1ページだけにする", "The first page alone"),
    "report.previous": (
        "前回からの変化を含める（前回：{name}、基準日 {day}）",
        "With what changed since the previous one ({name}, as of {day})",
    ),
    "report.path": ("書き出すファイル", "File to write"),
    "report.template": (
        "Wordの様式にするファイル（.docx、任意）",
        "Word file to take the layout from (.docx, optional)",
    ),
    "report.template_hint": ("自組織の様式がある場合だけ", "only where the office has one of its own"),
    "report.make": ("この内容で書き出す", "Write it"),
    "report.making": ("文書を作っています。", "Making the report."),
    "report.done": ("書き出しました：{path}", "Written: {path}"),
    "report.public_reminder": (
        "公開用：産業集積と産業の名称は入力のまま載っています。企業名が含まれていないか確かめてください。",
        "Version for the public: the names of cluster and industry stand as typed. Check that they name no company.",
    ),
    "report.path_missing": ("書き出すファイルの名前を入力してください。", "Give the file to write a name."),
    "report.overwrite": (
        "このファイルは既にあります。上書きしますか。{path}",
        "The file is there already. Replace it? {path}",
    ),
    "report.overwrite_yes": ("上書きする", "Replace it"),
    "report.overwrite_no": ("上書きしない", "Leave it as it is"),
    "report.public_name": ("公開用", "public"),
}
