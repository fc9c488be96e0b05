"""One click: an order, a case, another body's matter; and what is over can be confirmed."""

import pytest

from rectification.states import CaseStatus
from rectification.supervision.actions import finding_ends, findings
from rectification.supervision.actions.answering import receive, reply
from rectification.supervision.actions.drafting import remove_item, remove_unit
from rectification.supervision.actions.issuing import check, drop, issue
from rectification.supervision.actions.settling import close, verify
from rectification.supervision.choices import OrderKind, Origin
from rectification.supervision.figures.mending import is_settled
from rectification.supervision.models import SupervisionOrder
from rectification.supervision.states import OrderStatus
from tests.rectification.supervision.inspections.visits import (
    LATE_BOARD,
    SECRET,
    TOLD,
    published,
    visited,
)
from tests.rectification.supervision.situations import EAST, LI, at, only
from villages.common.errors import DomainError
from villages.trace.models import AuditEntry


def refused(call, *args, **given) -> str:
    with pytest.raises(DomainError) as found:
        call(*args, **given)
    return str(found.value.code)


def closed(order, cast) -> None:
    """Checked, issued, answered and closed, all on one day."""
    check(order, by=cast.checker, on=TOLD)
    issue(order, by=cast.checker, on=TOLD, at=at(TOLD))
    part = receive(only(order), by=cast.clerk, on=TOLD)
    part = reply(part, by=cast.clerk, on=TOLD, text="已公开", is_done=True)
    part = verify(part, by=cast.author, on=TOLD)
    close(part, by=cast.author, on=TOLD, satisfaction="satisfied")


def test_a_finding_becomes_a_draft_to_the_township_with_its_data(cast) -> None:
    [row] = published(cast, LI, severity="serious")

    row = findings.to_order(row, by=cast.author, on=TOLD)

    order = SupervisionOrder.objects.get()
    part, item = only(order), row.order_item
    assert (order.status, order.kind, order.origin) == (
        OrderStatus.DRAFT, OrderKind.SUPERVISE, Origin.FINDING,
    )  # fmt: skip
    assert (order.origin_uid, order.problem, part.unit_code) == (row.uid, LATE_BOARD, EAST)
    assert (item.unit, item.text, item.village) == (part, LATE_BOARD, row.village)
    assert item.data == "2026-10-14 到村检查,严重"
    assert SECRET in order.subject


def test_it_can_be_confirmed_once_the_units_part_is_closed(cast) -> None:
    [row] = published(cast, LI)
    row = findings.to_order(row, by=cast.author, on=TOLD)
    order = SupervisionOrder.objects.get()
    assert (
        refused(finding_ends.mend, row, by=cast.author, on=TOLD, outcome="x") == "finding_unsettled"
    )

    closed(order, cast)
    assert is_settled(row)
    row = finding_ends.mend(row, by=cast.author, on=TOLD, outcome="已按月公开")

    assert (row.status, row.outcome) == ("mended", "已按月公开")


def test_a_dropped_order_gives_the_finding_back(cast) -> None:
    [row] = published(cast, LI)
    row = findings.to_order(row, by=cast.author, on=TOLD)
    assert refused(finding_ends.release, row, by=cast.author, on=TOLD) == "finding_busy"

    drop(SupervisionOrder.objects.get(), by=cast.author, on=TOLD, text="不发了")
    row = finding_ends.release(row, by=cast.author, on=TOLD)

    assert (row.status, row.order_item) == ("open", None)
    assert findings.to_order(row, by=cast.author, on=TOLD).status == "ordered"


def test_a_finding_becomes_a_case_in_screening_with_its_facts(cast) -> None:
    [row] = published(cast, LI)

    row = findings.to_case(row, by=cast.author, on=TOLD)

    assert (row.case.status, row.case.village, row.case.screened_on) == (
        CaseStatus.SCREENING, row.village, TOLD,
    )  # fmt: skip
    assert LATE_BOARD in row.case.facts
    assert "2026-10-14 到村检查" in row.case.facts
    assert not is_settled(row)
    row.case.status = CaseStatus.WITHDRAWN
    row.case.withdrawn_on, row.case.withdrawn_reason = TOLD, "不上报"
    row.case.save()
    assert finding_ends.release(row, by=cast.author, on=TOLD).case is None


def test_nobody_learns_of_a_hidden_visit_by_an_order_or_a_case(cast) -> None:
    [row] = visited(cast, LI)

    for action in (findings.to_order, findings.to_case):
        assert refused(action, row, by=cast.author, on=TOLD) == "finding_hidden"


def test_a_clue_goes_to_its_body_and_its_words_nowhere(cast) -> None:
    [row] = published(cast, LI, found="书记侄子承包机动地", restricted=True)
    for action in (findings.to_order, findings.to_case):
        assert refused(action, row, by=cast.author, on=TOLD) == "finding_restricted"

    row = finding_ends.hand_over(row, by=cast.author, on=TOLD, to="县纪委监委")

    entry = AuditEntry.objects.get(action="finding.hand-over")
    assert (row.status, row.handed_to, row.restricted) == ("handed_over", "县纪委监委", True)
    assert entry.township_code == entry.village_code == ""
    assert "机动地" not in f"{entry.object_name}{entry.before}{entry.after}{entry.reason}"


def test_what_is_handed_over_is_restricted_from_then_on(cast) -> None:
    [row] = published(cast, LI)

    assert finding_ends.hand_over(row, by=cast.author, on=TOLD, to="县审计局").restricted


def test_words_are_needed_where_it_ends(cast) -> None:
    [row] = published(cast, LI)

    assert refused(finding_ends.dismiss, row, by=cast.author, on=TOLD, outcome=" ") == (
        "finding_settled_why"
    )
    assert refused(finding_ends.hand_over, row, by=cast.author, on=TOLD, to=" ") == (
        "finding_handed_over"
    )


def test_an_item_of_a_finding_stays_on_its_draft(cast) -> None:
    [row] = published(cast, LI)
    row = findings.to_order(row, by=cast.author, on=TOLD)

    assert refused(remove_item, row.order_item, by=cast.author) == "order_item_found"
    assert refused(remove_unit, row.order_item.unit, by=cast.author) == "order_item_found"
