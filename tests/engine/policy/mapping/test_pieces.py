"""Cutting: at every change of script and at weak words, and into n-grams by whether they are words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.policy.mapping.pieces import Cutter, Grams, joints, plain

cutter = Cutter(["事業", "事業費", "推進", "令和", "年度", "the", "of"])


def cut(text: str) -> list[str]:
    return [piece for piece, _, _ in cutter.pieces(plain(text))]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("企業立地推進事業費", ["企業立地"]),
        ("ものづくり人材育成事業", ["ものづくり", "人材育成"]),
        ("令和８年度ＤＸ推進事業", ["DX"]),
        ("インターンシップ・ＵＩＪターン就職", ["インターンシップ", "UIJ", "ターン", "就職"]),
        ("３Ｄ測定機の共同利用", ["3D", "測定機", "共同利用"]),
        ("the park of theatres", ["park", "theatres"]),
        ("2,500千円", ["千円"]),
        ("", []),
        ("事業", []),
    ],
)
def test_a_text_is_cut_into_pieces(text: str, pieces: list[str]) -> None:
    assert cut(text) == pieces


def test_an_n_gram_counts_by_whether_it_is_a_word() -> None:
    counts = Grams(["工業団地", "企業"]).of("工業団地")
    assert counts["工業"] == counts["団地"] == counts["工業団地"] == 1.0
    assert counts["業団"] < counts["工業"]
    assert Grams(["企業", "立地"]).of("企業立地")["企業立地"] > Grams([]).of("企業立地")["企業立地"]


def test_one_kanji_says_nothing_and_katakana_is_whole_whatever_its_last_sound() -> None:
    grams = Grams([])
    assert grams.of("県") == {}
    assert set(grams.of("サプライヤー")) >= set(grams.of("サプライヤ"))
    assert grams.of("firms") == grams.of("Firm")


def test_neighbours_are_joined_and_no_others() -> None:
    assert list(joints(list(cutter.pieces("技術センター 地域")))) == ["+技術センター"]
    assert list(joints(list(cutter.pieces("Job fairs")))) == ["+jobfair"]
    assert list(joints(list(cutter.pieces("企業の立地")))) == []


@given(st.text())
def test_pieces_stand_in_the_text_where_they_say_and_in_order(text: str) -> None:
    whole = plain(text)
    found = list(cutter.pieces(whole))
    assert all(whole[start:end] == piece and piece for piece, start, end in found)
    assert all(before[2] <= after[1] for before, after in pairwise(found))
    for piece, _, _ in found:
        assert all(0 < weight <= 2 for weight in Grams([]).of(piece).values())
