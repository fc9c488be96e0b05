"""Points of schemes, apart from any row."""

from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from branches.scoring import (
    Grade,
    Line,
    Rule,
    grade_of,
    last_word,
    read_rule,
    result,
)
from branches.standings import Move, Standing, move

GRADES = (Grade("达标", Decimal(85)), Grade("基本达标", Decimal(70)), Grade("未达标", Decimal(0)))


@pytest.mark.parametrize(
    ("written", "value", "most", "per_unit", "points"),
    [
        ("members.formal>=3", 3, 10, None, 10),
        ("members.formal>=3", 2, 10, None, 0),
        ("meetings.theme_day >= 12", 9, 10, 1, 7),
        ("meetings.theme_day>=12", 0, 10, 1, 0),
        ("term.overdue_days<=0", 0, 10, None, 10),
        ("term.overdue_days<=0", 1, 10, None, 0),
        ("committee.vacant==0", 1, 5, 2, 3),
        ("committee.vacant==0", -1, 5, 2, 3),
        ("members.formal>=3", None, 10, None, None),
    ],
)
def test_a_rule_gives_points(written, value, most, per_unit, points):
    rule = read_rule(written, None if per_unit is None else Decimal(per_unit))

    found = rule.points(None if value is None else Decimal(value), Decimal(most))

    assert found == (None if points is None else Decimal(points))


def test_a_deduction_is_rounded_half_up_once():
    rule = Rule("a", ">=", Decimal(1), per_unit=Decimal("0.33"))

    assert rule.points(Decimal("0.5"), Decimal(1)) == Decimal("0.84")  # 1 - 0.165 = 0.835


@pytest.mark.parametrize("text", ["", "members.formal", "a > 3", "a>=x", "a>=3;b", "A>=3"])
def test_what_is_no_rule_is_refused(text):
    with pytest.raises(ValueError):
        read_rule(text)


def test_a_rule_reads_back_as_it_is_written():
    assert str(read_rule("members.formal >= 3.50")) == "members.formal>=3.5"
    assert str(read_rule("members.formal>=10")) == "members.formal>=10"


OPTIONS = (None, Decimal(0), Decimal(1))


@pytest.mark.parametrize(
    ("decided", "county", "computed", "township"), list(product(OPTIONS, repeat=4))
)
def test_the_last_word_counts(decided, county, computed, township):
    found = last_word(decided=decided, county=county, computed=computed, township=township)

    said = [one for one in (decided, county, computed, township) if one is not None]
    assert found == (said[0] if said else None)


def test_a_shortfall_reported_by_oneself_costs_no_more_than_the_calculation():
    assert last_word(computed=Decimal(10), township=Decimal(4)) == Decimal(10)


@pytest.mark.parametrize(
    ("score", "name"),
    [(100, "达标"), (85, "达标"), ("84.99", "基本达标"), (70, "基本达标"), (0, "未达标")],
)
def test_the_lower_bound_of_a_grade_belongs_to_it(score, name):
    assert grade_of(Decimal(score), GRADES).name == name


def test_a_missed_veto_leads_to_the_lowest_grade_but_leaves_the_points():
    found = result(
        [Line(Decimal(0), Decimal(10), veto=True), Line(Decimal(90), Decimal(90))], GRADES
    )

    assert (found.score, found.possible, found.vetoed) == (Decimal(90), Decimal(100), True)
    assert found.grade.name == "未达标"


_POINTS = st.decimals(0, 20, places=2)


@given(st.lists(st.tuples(_POINTS, _POINTS, st.booleans()), min_size=1, max_size=30))
def test_the_score_is_the_sum_of_the_receipts(drawn):
    lines = [Line(min(a, b), max(a, b), veto) for a, b, veto in drawn]

    found = result(lines, GRADES)

    cents = sum(int(line.points * 100) for line in lines)
    assert int(found.score * 100) == cents
    assert 0 <= found.score <= found.possible
    assert found.vetoed == any(veto and min(a, b) == 0 for a, b, veto in drawn)


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        (("五星", 90, 100), ("四星", 80, 100), Move.UP),
        (("三星", 70, 100), ("四星", 80, 100), Move.DOWN),
        (("四星", 80, 100), ("四星", 80, 100), Move.SAME),
        # Another version with other points: one name is one grade.
        (("四星", 160, 200), ("四星", 75, 100), Move.SAME),
        (("五星", 170, 200), ("四星", 80, 100), Move.UP),
        (("四星", 80, 100), None, Move.FIRST),
    ],
)
def test_a_move_compares_grades(now, before, said):
    def standing(given):
        name, least, possible = given
        return Standing(Grade(name, Decimal(least)), Decimal(possible))

    assert move(standing(now), standing(before) if before else None) is said
