"""Every step of a voice from every state by everybody: exactly the table succeeds."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction

from rectification.supervision.actions import voices
from rectification.supervision.actions.voice_phones import reveal_phone
from rectification.supervision.models import DepartmentSeat, Voice
from rectification.supervision.states import Side, Step, allowed
from rectification.supervision.voice_states import (
    ANSWER,
    ASSIGN,
    CLOSE_VOICE,
    REFUSE_VOICE,
    VOICE_STEPS,
    VoiceStatus,
)
from tests.rectification.supervision.situations import TODAY, Cast
from tests.rectification.supervision.voices.brought import (
    ANSWERED,
    ASSIGNED,
    CLOSED,
    PHONE,
    TEXT,
    bring,
    town,
    voice_in,
)
from villages.common.errors import DomainError
from villages.ledgers.actions import perform
from villages.ledgers.declaring import ledgers
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db
TAKE: dict[str, Callable[[Voice, Any], Voice]] = {
    ASSIGN.key: lambda row, by: voices.assign(row, by=by, on=TODAY, township=town()),
    ANSWER.key: lambda row, by: voices.answer(row, by=by, on=TODAY, text="办好了。"),
    CLOSE_VOICE.key: lambda row, by: voices.close(row, by=by, on=TODAY),
    REFUSE_VOICE.key: lambda row, by: voices.refuse(row, by=by, on=TODAY, reason="重复。"),
}
# Written by hand beside the table: who stands on which side of a voice of 东关街道.
SIDES = {Side.ISSUER: {"author", "checker"}, Side.UNIT: {"clerk", "secretary", "api"}}
PEOPLE = ("author", "checker", "leader", "clerk", "secretary", "stranger", "seat", "api")


@pytest.mark.parametrize("step", VOICE_STEPS, ids=lambda one: one.key)
def test_a_step_from_every_state_by_everybody(step: Step, cast: Cast) -> None:
    faults = []
    for status in VoiceStatus:
        for who in PEOPLE:
            with transaction.atomic():
                row = voice_in(status, cast)
                done = _taken(step, row, getattr(cast, who))
                if done != (allowed(step, status) and who in SIDES[step.side]):
                    faults.append((status, who, done))
                transaction.set_rollback(True)

    assert faults == []


def _taken(step: Step, row: Voice, by: Any) -> bool:
    try:
        return TAKE[step.key](row, by).status == step.target
    except DomainError as error:
        assert error.code in {"voice_side", "voice_step"}
        return False


def test_the_buttons_are_those_of_the_table(cast: Cast) -> None:
    ledger = ledgers()["voices"]
    steps = [one.key for one in VOICE_STEPS]
    assert [one.key for one in ledger.verbs] == [*steps, "draft-order", "keep-phone"]

    for status in VoiceStatus:
        with transaction.atomic():
            row = voice_in(status, cast)
            for who in PEOPLE:
                offered = {
                    one.key for one in ledger.verbs
                    if one.may(getattr(cast, who)) and one.offered(getattr(cast, who), row)
                }  # fmt: skip
                wanted = {
                    one.key for one in VOICE_STEPS
                    if allowed(one, status) and who in SIDES[one.side]
                }  # fmt: skip
                assert offered - {"draft-order", "keep-phone"} == wanted
            transaction.set_rollback(True)


def test_a_department_answers_by_its_seat_and_the_county_for_an_empty_one(cast: Cast) -> None:
    with_seat = voice_in(VoiceStatus.ASSIGNED, cast, department=cast.department)
    with pytest.raises(DomainError, match="承办单位"):
        voices.answer(with_seat, by=cast.author, on=ANSWERED, text="代答。")
    voices.answer(with_seat, by=cast.seat, on=ANSWERED, text="已处理。")

    empty = voice_in(VoiceStatus.ASSIGNED, cast, department=cast.empty, text="另一件事。")
    assert (
        voices.answer(empty, by=cast.author, on=ANSWERED, text="代答。").answered_by == "县民政局"
    )


def test_an_ended_seat_answers_no_more(cast: Cast) -> None:
    row = voice_in(VoiceStatus.ASSIGNED, cast, department=cast.department)
    DepartmentSeat.objects.update(valid_to=date(2026, 10, 14))

    with pytest.raises(DomainError):
        voices.answer(row, by=cast.seat, on=ANSWERED, text="已处理。")


@pytest.mark.parametrize(
    ("kind", "due"),
    # Working days after 2026-10-13: 15, 10, 30, 15.
    [("problem", "2026-11-03"), ("need", "2026-10-27"), ("suggestion", "2026-11-24"),
     ("complaint", "2026-11-03")],
)  # fmt: skip
def test_the_kind_decides_by_when(cast: Cast, kind: str, due: str) -> None:
    row = bring(kind=kind).voice

    voices.assign(row, by=cast.author, on=ASSIGNED, township=town())

    row.refresh_from_db()
    assert row.due_on.isoformat() == due


def test_assigned_again_the_old_answer_is_no_answer(cast: Cast) -> None:
    row = voice_in(VoiceStatus.ANSWERED, cast)

    voices.assign(row, by=cast.author, on=CLOSED, department=cast.department)

    row.refresh_from_db()
    assert (row.status, row.unit_name, row.answered_on) == ("assigned", "县水利局", None)
    assert row.answer == "已经修好。"


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (lambda row, cast: voices.assign(row, by=cast.author, on=TODAY), "voice_unit"),
        (lambda row, cast: voices.assign(row, by=cast.author, on=TODAY, township=town(),
                                         department=cast.empty), "voice_unit"),
        (lambda row, cast: voices.assign(row, by=cast.author, on=TODAY, township=town(),
                                         due_on=ASSIGNED), "voice_due_past"),
        (lambda row, cast: voices.assign(row, by=cast.author, on=date(2026, 10, 1),
                                         township=town()), "order_step_early"),
        (lambda row, cast: voices.assign(row, by=cast.author, on=date(2026, 12, 1),
                                         township=town()), "order_step_future"),
        (lambda row, cast: voices.refuse(row, by=cast.author, on=TODAY, reason=" "),
         "voice_refused_why"),
    ],
)  # fmt: skip
def test_what_is_refused(cast: Cast, act: Any, code: str) -> None:
    row = voice_in(VoiceStatus.RECEIVED, cast)

    with pytest.raises(DomainError) as refused:
        act(row, cast)

    assert refused.value.code == code
    row.refresh_from_db()
    assert row.status == "received"


def test_numbers_of_a_year_are_free_of_gaps(cast: Cast) -> None:
    numbers = [bring(f"第{n}件事").voice.number for n in range(3)]

    assert numbers == ["999901-2026-0001", "999901-2026-0002", "999901-2026-0003"]


def test_the_verb_takes_the_unit_by_code_or_name(cast: Cast) -> None:
    ledger = ledgers()["voices"]
    assign = ledger.verb("assign")
    one, other = bring().voice, bring("另一件事。").voice

    perform(ledger, assign, row=one, version=1, by=cast.author, on=TODAY, unit="999901101",
            due_on=None, text="")  # fmt: skip
    perform(ledger, assign, row=other, version=1, by=cast.author, on=TODAY, unit="县水利局",
            due_on=None, text="")  # fmt: skip

    one.refresh_from_db(), other.refresh_from_db()
    assert (one.unit_name, other.unit_name) == ("柳林镇", "县水利局")
    with pytest.raises(DomainError, match="没有这个单位"):
        perform(ledger, assign, row=one, version=None, by=cast.author, on=TODAY, unit="别处")


def test_a_telephone_number_is_shown_to_those_who_answer_and_say_why(cast: Cast) -> None:
    row = voice_in(VoiceStatus.ASSIGNED, cast)
    assert PHONE not in row.phone_sealed

    assert reveal_phone(row, by=cast.clerk, reason="回访核实情况") == PHONE
    entry = AuditEntry.objects.get(action="voice.phone_shown")
    assert entry.reason == "回访核实情况"
    assert PHONE not in str(entry.__dict__)
    for by, reason in ((cast.clerk, "看看"), (cast.stranger, "回访核实情况"),
                       (cast.leader, "回访核实情况")):  # fmt: skip
        with pytest.raises(DomainError):
            reveal_phone(row, by=by, reason=reason)


def test_a_complainant_is_known_to_the_county_alone(cast: Cast) -> None:
    row = voice_in(VoiceStatus.ASSIGNED, cast, kind="complaint")

    with pytest.raises(DomainError, match="只有组织部"):
        reveal_phone(row, by=cast.clerk, reason="回访核实情况")
    assert reveal_phone(row, by=cast.author, reason="回访核实情况") == PHONE


def test_the_trail_keeps_no_word_of_a_complaint_and_is_the_countys(cast: Cast) -> None:
    row = voice_in(VoiceStatus.REFUSED, cast, kind="complaint", at="999901001200")

    entries = AuditEntry.objects.filter(object_key=row.uid)

    assert {one.action for one in entries} == {"voice.received", "voice.refuse"}
    assert {(one.township_code, one.village_code) for one in entries} == {("", "")}
    assert not any(TEXT in str(one.__dict__) or "不属于" in str(one.__dict__) for one in entries)


def test_the_help_page_holds_the_table_of_steps() -> None:
    page = Path(settings.BASE_DIR) / "templates" / "help" / "pages" / "voices.md"
    sides = {Side.ISSUER: "县委组织部", Side.UNIT: "承办单位"}
    rows = [
        f"| {one.label} | {'、'.join(str(each.label) for each in one.sources)} | "
        f"{one.target.label} | {sides[one.side]} |"
        for one in VOICE_STEPS
    ]

    assert "\n".join(rows) in page.read_text(encoding="utf-8")
