"""Says a single test in words, as what is asked and the answer wanted: 「…」に「はい」."""

from engine.assess.words import NO, YES, answered, join, named, text
from engine.interview.visible import visible
from engine.model.answers import Answer, Confidence, Unknown
from engine.model.book import COMPUTED_FACTS, Book
from engine.model.questions import Question
from engine.model.rules import AtLeast, Condition, In, Is, Known, Scalar
from engine.model.rules import Unknown as IsUnknown
from engine.model.text import LocalizedText

KIND = {
    "single": text("一つの型", "one type"),
    "hybrid": text("複合", "a hybrid"),
    "parent": text("A（A-1かA-2かは未定）", "A (A-1 or A-2 open)"),
    "undetermined": text("未確定", "undetermined"),
    "out_of_scope": text("対象外", "out of scope"),
}
_CONFIDENCE = {
    Confidence.SURE: text("", ""),
    Confidence.LIKELY: text("おそらく", "likely"),
    Confidence.UNSURE: text("不確か", "unsure"),
}


def leaf_words(book: Book, leaf: Condition, wanted: bool) -> LocalizedText:
    """What a test on an answer or a computed verdict calls for; ``wanted=False``: what its negation calls for."""
    match leaf:
        case Known() | IsUnknown():
            there = isinstance(leaf, Known) is wanted
            name = leaf.known if isinstance(leaf, Known) else leaf.unknown
            return _presence(book.questions[name], there)
        case AtLeast():
            return _threshold(book.questions[leaf.fact], leaf.threshold, wanted)
        case Is() | In():
            values = (leaf.value,) if isinstance(leaf, Is) else leaf.values
            if leaf.fact in COMPUTED_FACTS:
                return _computed(book, leaf.fact, values, wanted)
            return _values(book.questions[leaf.fact], values, wanted)
    raise TypeError(f"no test on an answer: {leaf!r}")


def quoted(question: Question) -> LocalizedText:
    """The text of a question in quotation marks."""
    return text(f"「{question.text.ja.rstrip('。')}」", f"'{question.text.en}'")


def _presence(question: Question, there: bool) -> LocalizedText:
    asked = quoted(question)
    if there:
        return text(f"{asked.ja}に回答がある", f"{asked.en} has been answered")
    return text(f"{asked.ja}が未回答または「分からない」", f"{asked.en} is not answered, or 'don't know'")


def _threshold(question: Question, threshold: float, reached: bool) -> LocalizedText:
    asked, figure = quoted(question), answered(question, float(threshold))
    if reached:
        return text(f"{asked.ja}が{figure.ja}以上", f"{asked.en} at least {figure.en}")
    return text(f"{asked.ja}が{figure.ja}未満", f"{asked.en} below {figure.en}")


def _values(question: Question, values: tuple[Scalar, ...], wanted: bool) -> LocalizedText:
    asked = quoted(question)
    if question.kind == "yes_no":
        answer = YES if values[0] is wanted else NO
        return text(f"{asked.ja}に「{answer.ja}」", f"{asked.en} '{answer.en}'")
    labels = [option.label for option in question.options if option.id in values]
    if question.kind == "several":
        return _several(asked, labels, wanted)
    either = join((text(f"「{label.ja}」", f"'{label.en}'") for label in labels), ja="か", en=" or ")
    if wanted:
        return text(f"{asked.ja}に{either.ja}", f"{asked.en} {either.en}")
    return text(f"{asked.ja}に{either.ja}以外", f"{asked.en} other than {either.en}")


def _several(asked: LocalizedText, labels: list[LocalizedText], wanted: bool) -> LocalizedText:
    listed = join(labels)
    if len(labels) == 1:
        ja, en = ("が選ばれている", "chosen") if wanted else ("が選ばれていない", "not chosen")
    else:
        ja, en = ("のいずれかが選ばれている", "any chosen") if wanted else ("のいずれも選ばれていない", "none chosen")
    return text(f"{asked.ja}で「{listed.ja}」{ja}", f"{asked.en} '{listed.en}': {en}")


def _computed(book: Book, fact: str, values: tuple[Scalar, ...], wanted: bool) -> LocalizedText:
    names = join((_verdict(book, fact, str(value)) for value in values), ja="か", en=" or ")
    ja, en = {
        "type_kind": ("型の判定が「{}」", "the verdict on type is '{}'"),
        "leading_type": ("型の判定に{}を含む", "the verdict names {}"),
        "working_phase": ("取り組むフェーズに{}を含む", "work stands at {}"),
        "factor_met": ("{}の重要成功要因を満たす", "the key factor of {} is met"),
    }[fact]
    told = text(ja.format(names.ja), en.format(names.en))
    return told if wanted else text(f"{told.ja}：当てはまらないこと", f"not the case: {told.en}")


def _verdict(book: Book, fact: str, value: str) -> LocalizedText:
    if fact == "type_kind":
        return KIND[value]
    return named(value, book.types[value].title) if fact == "leading_type" else phase_name(book, value)


def phase_name(book: Book, phase: str) -> LocalizedText:
    """A phase with its type and number."""
    item = book.phases[phase]
    return text(
        f"{item.type} フェーズ{item.order}「{item.title.ja}」", f"{item.type} phase {item.order} '{item.title.en}'"
    )


def answer_words(question: Question, answer: Answer) -> LocalizedText:
    """What was answered, with confidence and source where there are any."""
    value = answer.value
    assert not isinstance(value, Unknown), f"{question.id} has no value"
    given, sure = answered(question, value), _CONFIDENCE[answer.confidence]
    source = visible(answer.source)
    ja = [sure.ja, f"出典：{source}" if source else ""]
    en = [sure.en, f"source: {source}" if source else ""]
    beside_ja, beside_en = "、".join(filter(None, ja)), ", ".join(filter(None, en))
    return text(
        f"回答：{given.ja}" + (f"（{beside_ja}）" if beside_ja else ""),
        f"answer: {given.en}" + (f" ({beside_en})" if beside_en else ""),
    )


def open_words(question: Question, answer: Answer | None) -> LocalizedText:
    """That a question has no value, and its id to answer it by."""
    if answer is None:
        return text(f"未回答（{question.id}）", f"not answered ({question.id})")
    return text(f"「分からない」と回答（{question.id}）", f"answered 'don't know' ({question.id})")
