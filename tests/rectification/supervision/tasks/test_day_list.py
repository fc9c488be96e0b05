"""One's own day list: nobody else opens it, nothing else holds it."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from rectification.supervision.actions.day_list import carry_over, note_down
from rectification.supervision.models import DayNote
from tests.factories import signed_in
from tests.rectification.supervision.situations import COUNTY, TODAY, Cast
from tests.rectification.supervision.tasks.written import given_list
from villages import registries
from villages.accounts.choices import Role
from villages.common.registries import EvidenceAsked
from villages.ledgers.declaring import ledgers
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db
URL = "/orders/day/"
SECRET = "给老支书打电话"


def _lines(client: Client, day: date = TODAY) -> list[tuple[str, bool]]:
    page = client.get(f"{URL}?on={day.isoformat()}")
    assert page.status_code == 200
    return [(one.text, one.done) for one in page.context["lines"]]


def test_a_line_is_noted_ticked_and_crossed_out(cast: Cast) -> None:
    client = signed_in(cast.clerk)

    client.post(URL, {"text": SECRET})
    note = DayNote.objects.get()
    assert (_lines(client), note.user) == ([(SECRET, False)], cast.clerk)
    client.post(URL, {"do": "tick", "line": note.uid})
    assert _lines(client) == [(SECRET, True)]
    client.post(URL, {"do": "untick", "line": note.uid})
    assert _lines(client) == [(SECRET, False)]
    client.post(URL, {"do": "cross-out", "line": note.uid})
    assert _lines(client) == []


@pytest.mark.parametrize("do", ["tick", "untick", "cross-out"])
def test_the_line_of_somebody_else_is_not_there(cast: Cast, do: str) -> None:
    note = note_down(by=cast.clerk, on=TODAY, text=SECRET)

    # The own secretary, the county, the reader of the trail: nobody.
    for other in (cast.secretary, cast.author, cast.leader, cast.checker):
        client = signed_in(other)
        assert SECRET not in client.get(URL).content.decode()
        assert client.post(URL, {"do": do, "line": note.uid}).status_code == 404
    note.refresh_from_db()
    assert (note.text, note.done) == (SECRET, False)


def test_nothing_else_holds_it(cast: Cast, people: Any) -> None:
    before = AuditEntry.objects.count()
    client = signed_in(cast.clerk)
    client.post(URL, {"text": SECRET})
    client.post(URL, {"do": "tick", "line": DayNote.objects.get().uid})

    said = AuditEntry.objects.order_by("id")[before:]
    assert not [one for one in said if SECRET in str(one.__dict__) or "daynote" in one.object_kind]
    assert DayNote not in {one.model for one in ledgers().values()}
    for source in registries.searches():
        if source.allowed(cast.clerk):
            assert not [hit for hit in source.find(cast.clerk, SECRET, 5) if SECRET in str(hit)]
    asked = EvidenceAsked(COUNTY, TODAY, cast.author)
    assert not any("daynote" in one.key for source in registries.evidence()
                   for one in source.tables(asked))  # fmt: skip


def test_unfinished_lines_are_carried_over(cast: Cast) -> None:
    done = note_down(by=cast.clerk, on=date(2026, 11, 1), text="已办")
    DayNote.objects.filter(pk=done.pk).update(done=True)
    note_down(by=cast.clerk, on=date(2026, 11, 2), text="未办")
    note_down(by=cast.clerk, on=date(2026, 11, 4), text="明天的")
    other = note_down(by=cast.secretary, on=date(2026, 11, 2), text="别人的")

    assert carry_over(by=cast.clerk, on=TODAY) == 1

    client = signed_in(cast.clerk)
    assert _lines(client) == [("未办", False)]
    assert _lines(client, date(2026, 11, 4)) == [("明天的", False)]
    other.refresh_from_db()
    assert other.on == date(2026, 11, 2)


def test_an_empty_line_is_none(cast: Cast) -> None:
    client = signed_in(cast.clerk)

    assert client.post(URL, {"text": "  "}).status_code == 200
    assert client.post(URL, {"text": "事" * 201}).status_code == 200
    assert not DayNote.objects.exists()
    assert client.get(f"{URL}?on=nonsense").context["on"] == TODAY


def test_what_is_due_stands_beside_it(cast: Cast) -> None:
    given_list(cast)
    client = signed_in(cast.clerk)

    def due(day: str) -> set[str]:
        found = client.get(f"{URL}?on={day}").context["due"]
        return {one.title for one in found if one.title.startswith("完成清单任务")}

    assert due("2026-11-03") == {"完成清单任务:公开村务"}
    assert due("2026-11-05") == {"完成清单任务:公开村务", "完成清单任务:星级评定初评"}


def test_it_is_for_people_who_work_here(people: Any) -> None:
    opens = {
        role: signed_in(user).get(URL).status_code for role, user in people.items()
        if role != Role.API_CLIENT
    }  # fmt: skip
    admins = {Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN}

    # Second factors send some of them elsewhere first.
    assert {role for role, code in opens.items() if code == 200} <= set(opens) - admins
    assert {opens[role] for role in admins} <= {302, 403}
    assert opens[Role.VILLAGE_SECRETARY] == opens[Role.TOWNSHIP_CLERK] == 200
