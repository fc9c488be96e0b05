"""The sample: weighted by risk, recorded, repeatable."""

from datetime import date

import pytest

from rectification.states import CaseStatus
from rectification.supervision.actions.inspecting import draw
from rectification.supervision.actions.site_records import record_site
from rectification.supervision.figures.risk import risks
from rectification.supervision.inspection_states import InspectionStatus
from rectification.supervision.models import Inspection
from rectification.warnings.models import Evaluation, RuleSet, VillageWarning
from tests.rectification.situations import case_in
from tests.rectification.supervision.inspections.visits import (
    BEGUN,
    SEEN,
    filed,
    hidden_visit,
    on_list,
    published,
)
from tests.rectification.supervision.situations import COUNTY, FAR, HE, LI, issued, village
from tests.villages.ledgers.making import built
from villages import parameters
from villages.common.errors import DomainError
from villages.models import Parameter
from villages.trace.models import AuditEntry

TODAY = date(2026, 11, 3)


def drawn(row: Inspection) -> list[tuple[str, int, str]]:
    rows = row.sites.filter(is_drawn=True).order_by("village__code")
    return list(rows.values_list("village__code", "weight", "why"))


def test_a_draw_can_be_repeated_from_what_was_recorded(cast) -> None:
    first = draw(hidden_visit(), by=cast.author, on=BEGUN, size=2)
    found = drawn(first)

    other = hidden_visit(title="核对")
    again = draw(other, by=cast.checker, on=first.drawn_on, size=2, seed=first.seed)

    assert len(first.seed) == 16
    assert (first.drawn_by, first.sample_size, len(found)) == (cast.author.name, 2, 2)
    assert drawn(again) == found
    assert all(weight >= 10 and why for _code, weight, why in found)


def test_drawing_once_more_needs_a_reason_and_stands_on_the_trail(cast) -> None:
    row = draw(hidden_visit(), by=cast.author, on=BEGUN, size=1, seed="甲")
    with pytest.raises(DomainError) as refused:
        draw(row, by=cast.author, on=BEGUN, size=2, seed="乙")
    assert refused.value.code == "sample_reason"

    draw(row, by=cast.author, on=BEGUN, size=2, seed="乙", reason="一组去两个村")

    entries = AuditEntry.objects.filter(action="inspection.draw").order_by("id")
    assert [one.reason for one in entries] == ["甲", "乙 一组去两个村"]
    assert all(one.rows_digest and not one.township_code for one in entries)
    assert len(drawn(row)) == 2


def test_villages_chosen_by_hand_stay_and_are_not_drawn(cast) -> None:
    row = hidden_visit()
    on_list(row, LI)

    draw(row, by=cast.author, on=BEGUN, size=4)

    assert row.sites.count() == 5
    assert LI not in [code for code, _weight, _why in drawn(row)]
    with pytest.raises(DomainError) as refused:
        draw(row, by=cast.author, on=BEGUN, size=5, reason="多去一个")
    assert refused.value.code == "sample_size"


def test_what_was_recorded_is_not_drawn_away(cast) -> None:
    row = draw(hidden_visit(), by=cast.author, on=BEGUN, size=1)
    record_site(row.sites.get(), by=cast.author, on=SEEN, values={})

    with pytest.raises(DomainError) as refused:
        draw(row, by=cast.author, on=SEEN, size=1, reason="换一个")

    assert refused.value.code == "sample_recorded"


@pytest.mark.parametrize("size", [0, -1])
def test_at_least_one_village_is_drawn(size, cast) -> None:
    with pytest.raises(DomainError) as refused:
        draw(hidden_visit(), by=cast.author, on=BEGUN, size=size)

    assert refused.value.code == "sample_size"


def test_every_fact_adds_its_weight_with_its_words(cast) -> None:
    quiet = risks(COUNTY, TODAY)[HE]
    case_in(LI, CaseStatus.IN_PROGRESS)
    issued(cast, due_on=date(2026, 10, 20))
    filed(cast, LI, 202609, is_late=True)

    found = risks(COUNTY, TODAY)[LI]

    assert (quiet.weight, quiet.why) == (30, "没有检查记录")
    assert found.weight == 10 + 30 + 30 + 20 + 10
    for words in ("正在整顿", "督办事项逾期 1 项", "没有检查记录", "迟报或被退回 1 次"):
        assert words in found.why


def test_a_village_seen_lately_weighs_less_and_a_cancelled_visit_is_none(cast) -> None:
    published(cast, LI)
    cancelled = hidden_visit(title="取消的", status=InspectionStatus.CANCELLED)
    on_list(cancelled, FAR)
    cancelled.sites.update(visited_on=SEEN)

    found = risks(COUNTY, TODAY)

    assert (found[LI].weight, found[LI].why) == (10, "")
    assert found[FAR].weight == 30
    assert "2026-10-14以来没有检查" in risks(COUNTY, date(2027, 10, 15))[LI].why


def test_weights_are_the_countys_and_nothing_weighs_nothing(cast) -> None:
    for key in ("supervision.risk_base", "supervision.risk_unvisited"):
        Parameter.objects.create(
            key=key, county_code=COUNTY, value=0, effective_from=date(2026, 1, 1), basis="试行"
        )
    parameters.forget()
    case_in(LI, CaseStatus.IN_PROGRESS)

    row = draw(hidden_visit(), by=cast.author, on=BEGUN, size=1)

    assert [code for code, _weight, _why in drawn(row)] == [LI]


def test_the_newest_colour_adds_its_weight(cast) -> None:
    for month, colour in ((202608, "red"), (202609, "yellow"), (202611, "green")):
        built_warning(LI, month, colour)

    assert "9月预警为黄" in risks(COUNTY, date(2026, 10, 31))[LI].why
    assert risks(COUNTY, date(2026, 10, 31))[LI].weight == 10 + 20 + 15
    assert risks(COUNTY, date(2026, 8, 31))[LI].weight == 10 + 20 + 40
    assert "预警" not in risks(COUNTY, TODAY)[LI].why


def built_warning(code: str, month: int, colour: str) -> None:
    """The colour of a village in a month."""
    where = village(code)
    rule_set = RuleSet.objects.first() or built(RuleSet, where)
    rule_set.save()
    evaluation = built(Evaluation, where, rule_set=rule_set, month=month)
    evaluation.save()
    built(
        VillageWarning, where, month=month, colour=colour, rule_set=rule_set,
        evaluation=evaluation,
    ).save()  # fmt: skip
