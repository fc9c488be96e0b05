"""The rows of the rectification ledger (整顿工作台账): one a problem."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any

from config.demo.worked_example.dice import dice, person
from config.demo.worked_example.ledger_words import (
    CLAN,
    LAND,
    LEADERS,
    OTHERS,
    SOLVED,
    TAX,
    TEAM,
    UNITS,
    WORDS,
)
from config.demo.worked_example.places import FAILED, PLACES, RELAPSED, SET_UP, Place, Verdict

TITLE = "示例县2026年软弱涣散(后进)村党组织整顿工作台账"
HEADER = (
    "序号", "乡镇", "村", "类别", "认定情形", "存在问题", "整顿措施", "责任领导", "责任单位",
    "责任人", "完成时限", "进展情况", "是否完成", "是否验收", "是否销号", "备注",
)  # fmt: skip
WIDTHS = (5, 10, 12, 9, 13, 30, 34, 22, 16, 10, 13, 26, 8, 11, 8, 10)
# Deadlines of what is not closed; two are over at the end of October.
_OPEN_DUE = {
    "周家嘴村": date(2026, 12, 31), "大吴坪村": date(2026, 10, 20), "东杨店村": date(2026, 12, 20),
    "董寨村": date(2026, 10, 31), "大陈店村": date(2027, 1, 31), "东杨畈村": date(2026, 11, 30),
    "北马家庄村": date(2026, 9, 30), "南刘家营村": date(2026, 12, 31),
}  # fmt: skip
_PAST = (date(2026, 6, 30), date(2026, 7, 31), date(2026, 8, 31), date(2026, 9, 30))
# Some say it in other words than the county's list.
_ALIASES = {"宅基地纠纷": "宅基地问题", "土地承包纠纷": "土地纠纷", "宗派矛盾": "派性"}


@dataclass(frozen=True)
class Problem:
    """A problem of a village, and whether it is solved."""

    place: Place
    kind: str
    is_solved: bool


def rows() -> Iterator[tuple[Any, ...]]:
    """All rows below the header."""
    of, number = dice("ledger"), 0
    for place in PLACES:
        leader, unit, man = of.choice(LEADERS), of.choice(UNITS), person(of)
        for one in problems_of(place):
            number += 1
            yield (number, *_row(one, of, leader, unit, man))


def problems_of(place: Place) -> list[Problem]:
    """The problems of one village, in the order of the ledger."""
    return [one for one in _PROBLEMS if one.place == place]


def _row(one: Problem, of: Random, leader: str, unit: str, man: str) -> tuple[Any, ...]:
    said = of.choice(WORDS[one.kind])
    numbers = {"n": of.randint(6, 9), "m": of.randint(2, 4)}
    going = f"{said.going},完成{of.randint(4, 8)}0%"
    far = (said.done if one.is_solved else going).format(**numbers)
    place, passed = one.place, one.place.verdict is Verdict.PASSED
    return (
        place.township, place.village, "后进" if _is_backward(place) else "软弱涣散",
        _written(one.kind, of), said.problem.format(**numbers), said.measure.format(**numbers),
        leader, unit, man, _due(one, of), far, "是" if one.is_solved else "推进中",
        str(place.verdict), "是" if passed else "否", None,
    )  # fmt: skip


def _is_backward(place: Place) -> bool:
    return place.village not in RELAPSED and PLACES.index(place) % 3 == 2


def _written(kind: str, of: Random) -> str:
    return _ALIASES.get(kind, kind) if of.random() < 0.3 else kind


def _due(one: Problem, of: Random) -> Any:
    """As people write it: a day, or a month alone."""
    if one.place.verdict is not Verdict.PASSED:
        return _OPEN_DUE[one.place.village]
    day = of.choice(_PAST)
    return of.choice((day, day, f"{day.year}年{day.month}月底前", f"{day.year}.{day.month}"))


def _drawn() -> tuple[Problem, ...]:
    """The solved ones as counted, the villages' other problems, and what is still going on."""
    of = dice("problems")
    counted = [kind for kind, count in SOLVED.items() for _one in range(count)]
    of.shuffle(counted)
    found = [Problem(place, TEAM, is_solved=True) for place in SET_UP]
    found += [
        Problem(place, kind, is_solved=True)
        for place, kind in zip(_takers(of), counted, strict=True)
    ]
    for place in PLACES:
        passed = place.verdict is Verdict.PASSED
        found.append(Problem(place, of.choice(OTHERS), is_solved=passed))
        if not passed:
            found.append(Problem(place, of.choice((CLAN, TAX, LAND)), is_solved=False))
    return tuple(sorted(found, key=lambda one: PLACES.index(one.place)))


def _takers(of: Random) -> list[Place]:
    """Who has the solved problems that are counted: every village that passed, some twice, and
    the ones that failed."""
    passed = [one for one in PLACES if one.verdict is Verdict.PASSED]
    return [*passed, *of.sample(passed, sum(SOLVED.values()) - len(passed) - 4), *FAILED[:4]]


_PROBLEMS = _drawn()
