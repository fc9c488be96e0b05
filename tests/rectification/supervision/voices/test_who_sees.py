"""Who sees what was brought up; a complaint is for the county until somebody has to answer it."""

import json
from typing import Any

import pytest

from rectification.supervision.actions.voices import assign
from rectification.supervision.finding_voices import find_voices
from rectification.supervision.models import Voice
from rectification.supervision.voice_states import VoiceStatus
from tests.factories import UserFactory, signed_in
from tests.rectification.supervision.situations import COUNTY, FAR, LI, TODAY, WILLOW, Cast
from tests.rectification.supervision.voices.brought import PHONE, TEXT, bring, town, voice_in
from tests.villages.rest.conftest import program_of
from villages.accounts.choices import Role
from villages.common.errors import DomainError
from villages.common.registries import EvidenceAsked
from villages.ledgers.actions import write_row
from villages.ledgers.declaring import ledgers
from villages.ledgers.evidence import _tables as ledger_tables
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db


def told(client: Any, url: str) -> str:
    """The text of a page or file."""
    answer = client.get(url)
    assert answer.status_code == 200
    return b"".join(answer).decode()


def seen_by(cast: Cast, row: Voice, **others: Any) -> set[str]:
    """Of the cast, and of these others, whoever sees the row."""
    people = {**vars(cast), **others}
    users = {name: one for name, one in people.items() if hasattr(one, "acting_role")}
    return {
        name for name, user in users.items()
        if Voice.objects.visible_to(user).filter(pk=row.pk).exists()
    }  # fmt: skip


COUNTY_SIDE = {"author", "checker", "leader", "api"}


def test_a_problem_is_seen_where_it_comes_from_and_by_the_county(cast: Cast, people: Any) -> None:
    row = bring(at=LI).voice

    village, other = people[Role.VILLAGE_SECRETARY], people[Role.SYSTEM_ADMIN]
    assert seen_by(cast, row, village=village, other=other) - {"other"} == {
        *COUNTY_SIDE, "clerk", "secretary", "village",
    }  # fmt: skip


def test_a_complaint_about_a_village_is_the_countys_until_it_is_assigned(
    cast: Cast, people: Any
) -> None:
    village = people[Role.VILLAGE_SECRETARY]
    row = bring(kind="complaint", at=LI).voice
    assert seen_by(cast, row, village=village) == COUNTY_SIDE

    assign(row, by=cast.author, on=TODAY, township=town(WILLOW))

    # The other township answers; that of the village still knows nothing.
    assert seen_by(cast, row, village=village) == {*COUNTY_SIDE, "stranger"}


def test_a_department_sees_what_its_seat_has_to_answer(cast: Cast) -> None:
    mine = voice_in(VoiceStatus.ASSIGNED, cast, department=cast.department)
    other = voice_in(VoiceStatus.ASSIGNED, cast, department=cast.empty, text="另一件事。")

    assert list(Voice.objects.visible_to(cast.seat)) == [mine]
    assert "seat" not in seen_by(cast, other)


@pytest.mark.parametrize("kind", ["problem", "complaint"])
def test_a_foreign_row_is_not_there(cast: Cast, kind: str) -> None:
    row = bring(at=FAR if kind == "problem" else LI, kind=kind).voice
    client = signed_in(cast.clerk)

    assert client.get(f"/orders/voices/{row.uid}/").status_code == 404
    assert client.get(f"/orders/voices/{row.uid}/phone/").status_code in {302, 404}
    assert client.get(f"/ledgers/voices/{row.uid}/").status_code == 404
    for url in ("/ledgers/voices/", "/ledgers/voices/?format=csv", "/orders/voices/"):
        assert row.number not in told(client, url)


def test_packs_take_no_complaint(cast: Cast) -> None:
    bring("一件难事。", at=LI), bring("投诉一件事。", kind="complaint", at=LI)

    asked = EvidenceAsked(COUNTY, TODAY, cast.author)
    table = next(one for one in ledger_tables(asked) if one.key == "voices")

    assert [row["text"] for row in table.rows()] == ["一件难事。"]
    assert "person" not in {one.key for one in table.columns}


def test_lists_and_files_hold_no_name_and_no_telephone(cast: Cast) -> None:
    row = voice_in(VoiceStatus.ASSIGNED, cast)
    client = signed_in(cast.clerk)

    for url in ("/ledgers/voices/", "/ledgers/voices/?format=csv", f"/ledgers/voices/{row.uid}/"):
        page = told(client, url)
        assert "路灯" in page
        assert "赵大爷" not in page
        assert PHONE not in page


def test_the_unit_that_answers_sees_who_asked_but_not_who_complained(cast: Cast) -> None:
    asked = voice_in(VoiceStatus.ASSIGNED, cast)
    complaint = voice_in(VoiceStatus.ASSIGNED, cast, kind="complaint", text="反映一个问题。")

    client = signed_in(cast.clerk)

    assert "赵大爷" in client.get(f"/orders/voices/{asked.uid}/").content.decode()
    page = client.get(f"/orders/voices/{complaint.uid}/").content.decode()
    assert "反映一个问题" in page
    assert "赵大爷" not in page
    assert "phone/" not in page


def test_a_village_brings_something_up_and_gets_number_and_word(people: Any, cast: Cast) -> None:
    client = signed_in(people[Role.VILLAGE_SECRETARY])
    form = client.get("/orders/voices/new/").content.decode()
    assert 'name="channel"' not in form

    page = client.post(
        "/orders/voices/new/", {"kind": "need", "village": LI, "text": TEXT, "person": "王立"}
    ).content.decode()

    row = Voice.objects.get()
    assert (row.channel, row.village.code, row.township_code) == ("village", LI, LI[:9])
    assert row.number in page
    assert signed_in(people[Role.VILLAGE_SECRETARY]).get(
        f"/orders/voices/{row.uid}/"
    ).status_code == 200  # fmt: skip


def test_a_nameless_one_with_an_account_stays_nameless(people: Any, cast: Cast) -> None:
    signed_in(people[Role.VILLAGE_SECRETARY]).post(
        "/orders/voices/new/", {"kind": "suggestion", "text": TEXT, "anonymous": "on"}
    )

    row = Voice.objects.get()
    entry = AuditEntry.objects.get(action="voice.received")
    assert (row.person, row.phone_sealed, row.township_code, row.village) == ("", "", "", None)
    assert (entry.actor_id, entry.actor_name, entry.address, entry.request_id) == (
        None, "匿名", "", "",
    )  # fmt: skip


def test_anonymous_with_a_name_is_refused(people: Any, cast: Cast) -> None:
    answer = signed_in(cast.clerk).post(
        "/orders/voices/new/",
        {"kind": "need", "channel": "visit", "text": TEXT, "anonymous": "on", "person": "王立"},
    )

    assert "请清空姓名和电话" in answer.content.decode()
    assert not Voice.objects.exists()


def test_only_the_county_puts_words_right_before_it_is_assigned(cast: Cast) -> None:
    ledger = ledgers()["voices"]
    row = bring(at=LI).voice
    with pytest.raises(DomainError, match="由县委组织部更正"):
        write_row(ledger, values={"text": "改成别的。"}, by=cast.clerk, row=row)
    write_row(ledger, values={"kind": "need"}, by=cast.author, row=row)
    assigned = voice_in(VoiceStatus.ASSIGNED, cast, text="另一件事。")
    with pytest.raises(DomainError, match="不能填写或改动"):
        write_row(ledger, values={"text": "改成别的。"}, by=cast.author, row=assigned)


def test_a_township_registers_what_it_collected(cast: Cast) -> None:
    values = {"kind": "need", "channel": "visit", "text": TEXT, "received_on": TODAY}
    row = write_row(ledgers()["voices"], values=values, by=cast.clerk)

    assert (row.number, row.status, row.township_code) == (
        "999901-2026-0001", "received", "999901001",
    )  # fmt: skip
    assert "stranger" not in seen_by(cast, row)


def test_rows_of_a_batch_get_numbers_of_their_own(cast: Cast) -> None:
    rows = [{"kind": "need", "channel": "visit", "text": f"第{n}件事", "received_on": "2026-11-02"}
            for n in range(3)]  # fmt: skip
    client = program_of(cast.api)

    made = client.post(
        "voices/bulk/", data=json.dumps({"rows": rows}), content_type="application/json"
    ).json()

    assert [one["result"] for one in made["results"]] == ["created"] * 3
    numbers = Voice.objects.order_by("number").values_list("number", flat=True)
    assert list(numbers) == [f"999901-2026-000{n}" for n in (1, 2, 3)]


def test_search_finds_a_number_for_those_who_see_it(cast: Cast) -> None:
    row = bring(kind="complaint", at=LI).voice

    assert [hit.title for hit in find_voices(cast.author, "2026-0001", 5)] == [str(row)]
    assert find_voices(cast.clerk, "2026-0001", 5) == []
    assert find_voices(cast.author, "1", 5) == []


def test_people_of_another_county_see_nothing(cast: Cast, other_county: Any) -> None:
    row = bring().voice
    far = UserFactory(role=Role.COUNTY_STAFF, home_code=other_county.code)

    assert "far" not in seen_by(cast, row, far=far)
