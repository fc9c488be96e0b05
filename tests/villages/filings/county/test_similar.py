"""Sentences that are nearly the same."""

from itertools import product
from random import Random
from time import process_time

import pytest
from rapidfuzz import fuzz

from villages.filings.similar import Likeness, Said, resemblances, tidy

LIKENESS = Likeness(percent=90, shortest=10, months=3)
RENT = "新签厂房整体出租合同,租金按年一次付清"


def found(own: str, other: str, likeness: Likeness = LIKENESS) -> list[int]:
    said, known = Said("1", 202610, own), Said("2", 202610, other)
    return [one.percent for one in resemblances([said], [said, known], likeness)]


@pytest.mark.parametrize(
    ("own", "other", "percents"),
    [
        pytest.param(RENT, RENT, [100], id="the same"),
        pytest.param(RENT, f" {RENT.replace(',', '，')}。", [100], id="other signs and widths"),
        pytest.param(RENT, RENT.replace("按年", "按季"), [94], id="one word exchanged"),
        pytest.param(RENT, RENT.replace("厂房整体", "冷库"), [87], id="another thing let"),
        pytest.param(RENT, "拖拉机报废后变卖,一次性收入已入账", [], id="another matter"),
        pytest.param("与上月相同", "与上月相同", [], id="a short honest answer"),
        pytest.param("", "", [], id="nothing"),
        pytest.param(RENT, RENT * 2, [], id="twice as long"),
    ],
)  # fmt: skip
def test_how_alike(own: str, other: str, percents: list[int]) -> None:
    assert found(own, other) == [one for one in percents if one >= LIKENESS.percent]


def test_the_limit_is_the_countys() -> None:
    other = RENT.replace("厂房整体", "冷库")

    assert found(RENT, other) == []
    assert found(RENT, other, Likeness(percent=80)) != []
    assert found("与上月相同", "与上月相同", Likeness(shortest=4)) == [100]


def test_another_village_and_another_month_are_told_apart() -> None:
    own = Said("1", 202610, RENT)
    known = [own, Said("1", 202609, RENT), Said("2", 202610, f"{RENT}了"), Said("3", 202608, "无")]

    others = [one.other for one in resemblances([own], known, LIKENESS)]

    assert others == [known[2], known[1]]
    assert resemblances([own], [own, own], LIKENESS) == []


def texts_of(random: Random, count: int) -> list[str]:
    """Sentences as people vary them: a few patterns, a few letters exchanged."""
    letters = "村集体厂房租金合同新签一次付清补助项目资金到账水库修缮土地流转分红收入核对"
    patterns = ["".join(random.choices(letters, k=random.randint(10, 60))) for _n in range(40)]
    found = []
    for _n in range(count):
        text = list(random.choice(patterns))
        for _change in range(random.randint(0, 8)):
            place = random.randrange(len(text))
            text[place : place + random.randint(0, 1)] = random.choice(letters)
        found.append("".join(text))
    return found


@pytest.mark.parametrize("percent", [70, 80, 90, 100])
def test_nothing_alike_is_left_out(percent: int) -> None:
    texts = texts_of(Random(percent), 150)
    rows = [Said(str(place), 202610, text) for place, text in enumerate(texts)]

    told = {one.said.code: one.percent for one in resemblances(rows, rows, Likeness(percent))}

    best: dict[str, int] = {}
    for one, other in product(rows, rows):
        likeness = fuzz.ratio(tidy(one.text), tidy(other.text))
        if one.code != other.code and likeness >= percent:
            best[one.code] = max(best.get(one.code, 0), int(likeness))
    assert told == best


@pytest.mark.parametrize("kind", ["varied", "one pattern"])
def test_a_county_of_216_villages_takes_less_than_a_second(kind: str) -> None:
    random = Random(7)
    texts = texts_of(random, 216 * 4 * 4)
    if kind == "one pattern":
        texts = [f"{RENT}第{number}号合同共{number * 37}元" for number in range(216 * 4 * 4)]
    rows = [
        Said(str(place % 216), 202610 - place // (216 * 4), text)
        for place, text in enumerate(texts)
    ]
    own = [one for one in rows if one.month == 202610]
    began = process_time()

    resemblances(own, rows, LIKENESS)

    assert process_time() - began < 1
