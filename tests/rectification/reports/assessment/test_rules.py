"""The rules of score sheets: sums, caps, deductions, gaps, grades, vetoes."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rectification.reports.assessment.rules.entries import Entries, Entry, gathered
from rectification.reports.assessment.rules.inputs import Rate, from_json, to_json
from rectification.reports.assessment.rules.ladder import (
    Band,
    ladder_words,
    read_ladder,
    step_down,
)
from rectification.reports.assessment.rules.linting import WORDS, forbidden_in, refusal
from rectification.reports.assessment.rules.registry import FORMULAS, INPUTS
from rectification.reports.assessment.rules.schemes import (
    DEFAULT,
    Block,
    Grade,
    Scheme,
    lower_of,
)
from rectification.reports.assessment.rules.sheet import sheet_of

_RATES = sorted(key for key, one in INPUTS.items() if one.kind == "rate")
_SHARES = some.tuples(some.integers(0, 40), some.integers(1, 40)).map(
    lambda pair: Rate(min(pair), max(pair))
)
_INPUTS = some.dictionaries(some.sampled_from(_RATES), _SHARES)
_STEPS = some.fixed_dictionaries(
    {"life.missed": some.integers(0, 30), "cases.relapses": some.integers(0, 6)}
)
_POINTS = some.decimals(-20, 20, places=2).map(Fraction)


def full(**more: Rate) -> dict[str, Rate]:
    """Everything known and perfect, but for what is named with `__` for a dot."""
    perfect = {key: Rate(1, 1) for key in _RATES}
    return {**perfect, **{key.replace("__", "."): rate for key, rate in more.items()}}


def duty(points: int = 100) -> Entries:
    return Entries({"duty": Fraction(points)})


def test_default_weights_are_those_laid_down() -> None:
    weights = {one.key: int(one.weight) for one in DEFAULT.blocks}

    assert weights == {
        "life": 15, "team": 15, "cases": 20, "warnings": 10, "economy": 15, "masses": 10,
        "resident": 5, "duty": 10,
    }  # fmt: skip
    assert DEFAULT.full == 100
    assert (DEFAULT.bonus_most, DEFAULT.penalty_most) == (5, 5)
    assert (DEFAULT.lowest, DEFAULT.highest) == (0, 110)


def test_every_formula_names_known_rates() -> None:
    named = {key for one in FORMULAS.values() for key in one.parts}

    assert named <= set(_RATES)
    assert {one.formula for one in DEFAULT.blocks} <= set(FORMULAS)


def test_a_perfect_year_has_a_hundred_points() -> None:
    sheet = sheet_of(DEFAULT, full(), duty())

    assert (sheet.score, sheet.grade, sheet.missing) == (Decimal("100.00"), Grade.GOOD, ())


def test_a_block_is_weight_times_the_mean_of_its_known_rates() -> None:
    rates = full(cases__closed=Rate(1, 2), cases__acceptance=Rate(8_250, 10_000))

    line = sheet_of(DEFAULT, rates, duty()).lines[2]

    assert line.rate == Fraction(1, 2) / 2 + Fraction(8_250, 20_000)
    assert line.points == 20 * line.rate


def test_what_nobody_knows_is_left_out_of_points_and_full_marks_and_listed() -> None:
    rates = {key: one for key, one in full().items() if key != "masses.satisfaction"}

    sheet = sheet_of(DEFAULT, rates, Entries())

    assert sheet.missing == ("masses.satisfaction", "duty")
    assert sheet.full == 80
    assert sheet.score == Decimal("100.00")
    assert [one.block.key for one in sheet.lines if not one.is_known] == ["masses", "duty"]


def test_a_rate_without_a_base_is_unknown_not_zero() -> None:
    sheet = sheet_of(DEFAULT, full(economy__plan=Rate(0, 0)), duty())

    assert sheet.missing == ("economy.plan",)
    assert sheet.score == Decimal("100.00")


def test_nothing_known_gives_no_score_and_no_grade() -> None:
    sheet = sheet_of(DEFAULT, {}, Entries(bonus=Fraction(5), vetoes=(Grade.POOR,)))

    assert (sheet.score, sheet.uncalibrated, sheet.grade) == (None, None, None)


def test_each_missed_meeting_and_each_relapse_costs_points_up_to_the_most() -> None:
    rates = full(life__missed=Rate(3, 100), cases__relapses=Rate(2, 0))

    some_missed = sheet_of(DEFAULT, rates, duty())
    many_missed = sheet_of(DEFAULT, {**rates, "life.missed": Rate(400, 0)}, duty())

    assert some_missed.score == Decimal("94.50")
    assert many_missed.lines[0].deducted == 5


def test_a_relapse_costs_points_even_where_the_block_has_no_data() -> None:
    rates = {key: one for key, one in full().items() if not key.startswith("cases.")}

    sheet = sheet_of(DEFAULT, {**rates, "cases.relapses": Rate(1, 0)}, duty())

    assert sheet.lines[2].points == -2
    assert sheet.score == Decimal("97.50")


@pytest.mark.parametrize(
    ("share", "lost"), [("79/100", 3), ("80/100", 1), ("89/100", 1), ("90/100", 0), ("1", 0)]
)
def test_bands_cost_the_points_of_the_lowest_one_that_holds(share: str, lost: int) -> None:
    ladder = read_ladder("90:1;80:3")

    deducted = step_down(ladder, Fraction(share))

    assert deducted == lost


def test_bands_are_read_and_said() -> None:
    ladder = read_ladder(" 90：1， 80:2.5 ")

    assert ladder == (Band(Fraction(4, 5), Fraction(5, 2)), Band(Fraction(9, 10), Fraction(1)))
    assert ladder_words(ladder) == "低于80%扣2.5分；低于90%扣1分"
    assert read_ladder("") == ()


@pytest.mark.parametrize("text", ["80", "a:b", "101:1", "80:3;80:1", "80:1;90:3"])
def test_bands_that_make_no_sense_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^(80|a|101:1)"):
        read_ladder(text)


def test_bonus_and_penalty_have_their_most_and_the_whole_its_cap() -> None:
    entries = Entries({"duty": Fraction(100)}, bonus=Fraction(9), calibration=Fraction(20))

    raised = sheet_of(DEFAULT, full(), entries)
    lowered = sheet_of(DEFAULT, full(), Entries({"duty": Fraction(100)}, penalty=Fraction(9)))

    assert (raised.score, raised.uncalibrated) == (Decimal("110.00"), Decimal("105.00"))
    assert lowered.score == Decimal("95.00")


@pytest.mark.parametrize(
    ("points", "grade"),
    [("90", Grade.GOOD), ("89.99", Grade.BETTER), ("80", Grade.BETTER), ("79.99", Grade.FAIR),
     ("70", Grade.FAIR), ("69.99", Grade.POOR), ("0", Grade.POOR)],
)  # fmt: skip
def test_grades_begin_at_their_bounds(points: str, grade: Grade) -> None:
    assert DEFAULT.grade(Fraction(points)) is grade


def test_the_grade_is_that_of_the_printed_score() -> None:
    scheme = Scheme("t", (Block("duty", "评议", Fraction(100), "entered"),))

    sheet = sheet_of(
        scheme, {}, Entries({"duty": Fraction("89.99")}, calibration=Fraction("0.005"))
    )

    assert (sheet.score, sheet.grade) == (Decimal("90.00"), Grade.GOOD)


def test_a_veto_lowers_the_grade_and_never_raises_it() -> None:
    vetoed = sheet_of(DEFAULT, full(), Entries({"duty": Fraction(100)}, vetoes=(Grade.FAIR,)))

    assert (vetoed.score, vetoed.earned_grade) == (Decimal("100.00"), Grade.GOOD)
    assert vetoed.grade is Grade.FAIR
    assert lower_of(Grade.POOR, Grade.FAIR) is Grade.POOR


def test_several_scores_of_a_block_count_as_their_mean() -> None:
    rows = [Entry("score", Fraction(80), "duty"), Entry("score", Fraction(91), "duty"),
            Entry("bonus", Fraction(2)), Entry("bonus", Fraction(1))]  # fmt: skip

    entries = gathered(rows)

    assert entries.scores == {"duty": Fraction(171, 2)}
    assert (entries.bonus, entries.penalty) == (3, 0)


@given(_INPUTS, _STEPS, _POINTS, some.integers(0, 100))
def test_the_lines_add_up_to_the_score_inside_the_caps(
    rates: dict[str, Rate], steps: dict[str, int], moved: Fraction, score: int
) -> None:
    counted = {key: Rate(number, 0) for key, number in steps.items()}
    entries = Entries({"duty": Fraction(score)}, calibration=moved)

    sheet = sheet_of(DEFAULT, {**rates, **counted}, entries)

    parts = [one.points for one in sheet.lines] + [points for _key, points in sheet.extras]
    assert sum(parts) == sheet.exact
    assert 0 <= sheet.exact <= 110
    assert all(0 <= one.points <= one.block.weight for one in sheet.lines if one.is_known)


@given(_INPUTS, _STEPS, some.sampled_from(_RATES))
def test_a_better_rate_never_lowers_the_score(
    rates: dict[str, Rate], steps: dict[str, int], key: str
) -> None:
    counted = {name: Rate(number, 0) for name, number in steps.items()}
    worse = {**rates, **counted, key: Rate(1, 3)}

    low = sheet_of(DEFAULT, worse, duty(60))
    high = sheet_of(DEFAULT, {**worse, key: Rate(2, 3)}, duty(60))

    assert low.exact is not None
    assert high.exact is not None
    assert high.exact >= low.exact


@given(_INPUTS, _STEPS, some.sampled_from(["life.missed", "cases.relapses"]))
def test_more_failures_never_raise_the_score(
    rates: dict[str, Rate], steps: dict[str, int], key: str
) -> None:
    counted = {name: Rate(number, 0) for name, number in steps.items()}
    more = {**counted, key: counted[key] + Rate(1, 0)}

    few = sheet_of(DEFAULT, {**rates, **counted}, duty(60)).exact
    many = sheet_of(DEFAULT, {**rates, **more}, duty(60)).exact

    assert few is not None
    assert many is not None
    assert many <= few


@given(_INPUTS)
def test_inputs_survive_being_stored(rates: dict[str, Rate]) -> None:
    assert from_json(to_json(rates)) == rates


@pytest.mark.parametrize(
    "text",
    ["领导批示加分", "在省级报刊发表文章", "经验材料被转发", "会议次数", "印发文件数", "照片齐全",
     "学习笔记"],
)  # fmt: skip
def test_what_may_not_be_scored_is_recognised(text: str) -> None:
    found = forbidden_in(WORDS.split(), text)

    assert found
    assert "基层减负" in refusal(found)


@pytest.mark.parametrize("text", ["后进村销号满一年没有反弹", "群众满意率提高", "党员大会按期召开"])
def test_verified_results_may_be_scored(text: str) -> None:
    assert forbidden_in(WORDS.split(), text) == ""
