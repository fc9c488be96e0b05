"""Inspections and findings take exactly the steps of the table."""

from datetime import date

import pytest

from rectification.states import CaseStatus
from rectification.supervision.actions import finding_ends, findings, inspecting
from rectification.supervision.actions.site_records import Answer, Found, record_site
from rectification.supervision.inspection_states import (
    FINDING_STEPS,
    INSPECTION_STEPS,
    FindingStatus,
    InspectionStatus,
)
from rectification.supervision.ledgers.inspection_steps import action_of
from rectification.supervision.models import Finding, InspectionSite, OrderItem, SiteAnswer
from rectification.supervision.states import UnitStatus, allowed
from tests.rectification.situations import case_in
from tests.rectification.supervision.inspections.visits import (
    BEGUN,
    SEEN,
    TOLD,
    hidden_visit,
    inspection_in,
    on_list,
    point,
    published,
    visited,
)
from tests.rectification.supervision.situations import LI, part_in
from villages.common.errors import DomainError

ASKED = {
    "draw": {"size": 1, "reason": "换人"}, "cancel": {"reason": "改期"},
    "hand-over": {"to": "纪委"}, "mend": {"outcome": "已更新"}, "dismiss": {"outcome": "重复登记"},
}  # fmt: skip


def call(step, row, by, on=TOLD):
    action = action_of(step, inspecting, findings, finding_ends)
    return action(row, by=by, on=on, **ASKED.get(step.key, {}))


@pytest.mark.parametrize("step", INSPECTION_STEPS, ids=lambda one: one.key)
@pytest.mark.parametrize("status", InspectionStatus)
def test_an_inspection_takes_the_steps_of_the_table(step, status, cast) -> None:
    row = inspection_in(status, LI)

    if allowed(step, status):
        assert call(step, row, cast.author).status == step.target
        return
    with pytest.raises(DomainError) as refused:
        call(step, row, cast.author)
    assert refused.value.code == "inspection_step"


def finding_in(status: FindingStatus, cast) -> Finding:
    """A finding of a published inspection in any state; its order or case came to nothing."""
    [row] = published(cast, LI)
    row.status, row.status_since, row.handed_to, row.outcome = status, TOLD, "县纪委", "已看过"
    if status == FindingStatus.ORDERED:
        part = part_in(UnitStatus.REVOKED, cast)
        row.order_item = OrderItem.objects.get(unit=part)
    if status == FindingStatus.CASED:
        row.case = case_in(LI, CaseStatus.WITHDRAWN)
    row.save()
    return row


@pytest.mark.parametrize("step", FINDING_STEPS, ids=lambda one: one.key)
@pytest.mark.parametrize("status", FindingStatus)
def test_a_finding_takes_the_steps_of_the_table(step, status, cast) -> None:
    row = finding_in(status, cast)

    try:
        code, became = "", call(step, row, cast.author).status
    except DomainError as error:
        code, became = error.code, ""

    if not allowed(step, status):
        assert code == "inspection_step"
    elif step.key == "mend" and status != FindingStatus.OPEN:
        assert code == "finding_unsettled"
    else:
        assert (code, became) == ("", step.target)


def test_nothing_happens_ahead_of_today_or_before_what_it_follows(cast) -> None:
    row = inspection_in(InspectionStatus.DRAWN, LI)

    for on, code in (
        (date(2026, 11, 4), "order_step_future"),
        (date(2026, 10, 1), "order_step_early"),
    ):
        with pytest.raises(DomainError) as refused:
            inspecting.start(row, by=cast.author, on=on)
        assert refused.value.code == code


def test_an_empty_list_is_not_started_and_an_unvisited_one_not_published(cast) -> None:
    row = hidden_visit()
    with pytest.raises(DomainError) as refused:
        inspecting.start(row, by=cast.author, on=BEGUN)
    assert refused.value.code == "inspection_empty"

    site = on_list(row, LI)
    row = inspecting.start(row, by=cast.author, on=BEGUN)
    with pytest.raises(DomainError) as refused:
        inspecting.publish(row, by=cast.author, on=TOLD)
    assert refused.value.code == "inspection_unvisited"
    assert "李庄村" in str(refused.value)

    record_site(site, by=cast.author, on=SEEN, values={})
    assert inspecting.publish(row, by=cast.author, on=TOLD).published_on == TOLD


def test_what_is_published_takes_no_more_records(cast) -> None:
    [row] = published(cast, LI)

    with pytest.raises(DomainError) as refused:
        record_site(row.site, by=cast.author, on=TOLD, values={})

    assert refused.value.code == "inspection_over"


def test_a_record_said_again_replaces_answers_and_adds_findings(cast) -> None:
    site = visited(cast, LI)[0].site
    kept, dropped = point("公开栏按月更新"), point("财务公开")
    first = [Answer(kept, is_yes=True), Answer(dropped, is_yes=False)]
    record_site(site, by=cast.author, on=SEEN, values={"interviewed": 5}, answers=first)

    again = [Answer(kept, is_yes=False), Answer(dropped)]
    found = [Found("财务", "没有票据", severity="serious")]
    record_site(site, by=cast.author, on=SEEN, values={"satisfied": 4}, answers=again, found=found)

    assert [(one.point, one.is_yes) for one in SiteAnswer.objects.all()] == [(kept, False)]
    assert list(Finding.objects.values_list("seq", "text")) == [
        (1, "公开栏停在六月"),
        (2, "没有票据"),
    ]
    row = InspectionSite.objects.get(pk=site.pk)
    assert (row.interviewed, row.satisfied, row.inspector) == (5, 4, cast.author)


def test_two_people_do_not_overwrite_each_other(cast) -> None:
    site = visited(cast, LI)[0].site
    record_site(site, by=cast.author, on=SEEN, values={})

    with pytest.raises(DomainError) as refused:
        record_site(site, by=cast.checker, on=SEEN, values={}, version=site.version)

    assert refused.value.code == "version_changed"


def test_more_satisfied_than_asked_is_refused_in_words(cast) -> None:
    site = visited(cast, LI)[0].site

    with pytest.raises(DomainError) as refused:
        record_site(site, by=cast.author, on=SEEN, values={"interviewed": 2, "satisfied": 3})

    assert "满意人数不能多于走访人数" in str(refused.value)
