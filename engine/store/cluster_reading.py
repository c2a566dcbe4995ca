"""Reads the part ``cluster`` of an answer file."""

from typing import Literal, cast

from engine.model.answers import Cluster
from engine.model.problem import Problem
from engine.store import content_refusals as refusals
from engine.store.areas import read_code
from engine.store.entries import Findings, is_open, parts
from engine.store.yaml_tree import Entries, Node, Scalar

_TEXTS = ("name", "name_en", "industry", "industry_en")
_FIELDS = (*_TEXTS, "area", "level", "division")

Level = Literal["city", "region", "prefecture"]


def read_cluster(top: Entries, findings: Findings) -> Cluster | None:
    """The cluster, or None where it has no name or is no mapping; every Problem goes to ``findings``."""
    line, node = top.entries.get("cluster", (1, None))
    place = findings.at(line, "cluster")
    if is_open(node):
        return findings.keep(refusals.cluster_missing(place))
    if not isinstance(node, Entries):
        return findings.keep(refusals.not_a_mapping(place, node, "name, area, level, industry"))
    findings.known_entries(node, _FIELDS)
    name, name_en, industry, industry_en = (findings.text(node, field) for field in _TEXTS)
    area, level, division = _area(node, findings), _level(node, findings), _division(node, findings)
    if not name.strip():
        return findings.keep(refusals.cluster_missing(place))
    return Cluster(
        name=name,
        name_en=name_en,
        area=area,
        level=level,
        industry=industry,
        industry_en=industry_en,
        division=division,
    )


def _area(of: Entries, findings: Findings) -> tuple[str, ...]:
    _, node = of.entries.get("area", (1, None))
    if node is None or is_open(node):
        return ()
    codes = [findings.keep(_code(part, findings)) for part in parts(node)]
    return tuple(code for code in codes if code is not None)


def _code(part: Node, findings: Findings) -> str | Problem:
    place = findings.at(part.line, "area")
    return read_code(part.text, place) if isinstance(part, Scalar) else refusals.not_a_text(place)


def _level(of: Entries, findings: Findings) -> Level | None:
    word = findings.word(of, "level")
    if not word or word in refusals.LEVELS:
        return cast("Level", word) if word else None
    return findings.keep(refusals.not_a_level(findings.place(of, "level"), word))


def _division(of: Entries, findings: Findings) -> str | None:
    word = findings.word(of, "division")
    if not word or (len(word) == 2 and word.isascii() and word.isdigit()):
        return word or None
    return findings.keep(refusals.not_a_division(findings.place(of, "division"), word))
