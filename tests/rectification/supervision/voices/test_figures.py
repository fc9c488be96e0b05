"""Numbers about voices are those of their rows; the county's own debts are listed too."""

import json
from typing import Any

import pytest

from rectification.supervision.figures.voices import by_kind, by_unit, own_overdue, voice_rows
from rectification.supervision.models import Voice
from rectification.supervision.voice_states import VoiceStatus as V
from rectification.supervision.waiting.voices import TODOS
from tests.factories import signed_in
from tests.rectification.supervision.situations import COUNTY, FAR, LI, TODAY, Cast
from tests.rectification.supervision.voices.brought import bring, town, voice_in
from tests.villages.rest.conftest import program_of
from villages.home import open_work

pytestmark = pytest.mark.django_db


@pytest.fixture
def mixed(cast: Cast) -> Cast:
    """Nine voices: every state, townships and departments, in time and late."""
    for n, status in enumerate((V.RECEIVED, V.REFUSED, V.ASSIGNED, V.ANSWERED, V.CLOSED)):
        voice_in(status, cast, text=f"困难 {n}", at=LI)
    for n, status in enumerate((V.ASSIGNED, V.ANSWERED)):
        voice_in(status, cast, text=f"需求 {n}", kind="need", department=cast.department)
    complaint = voice_in(V.ANSWERED, cast, text="投诉", kind="complaint", at=LI)
    Voice.objects.filter(pk=complaint.pk).update(due_on="2026-10-15", satisfaction="dissatisfied")
    bring("别处的难事", at=FAR)
    return cast


def _sums(cast: Cast, by: Any = by_kind, user: Any = None) -> dict[str, tuple[int, ...]]:
    rows = voice_rows(user or cast.author, COUNTY, 2026)
    names = ("total", "live", "late", "answered", "in_time", "rated", "satisfied")
    return {one.label: tuple(getattr(one, name) for name in names) for one in by(rows, TODAY)}


def test_by_kind_and_all_together(mixed: Cast) -> None:
    assert _sums(mixed) == {
        "困难问题": (6, 4, 0, 2, 2, 1, 1),
        # Due ten working days after the thirteenth of October.
        "帮办需求": (2, 2, 1, 1, 1, 0, 0),
        "意见建议": (0, 0, 0, 0, 0, 0, 0),
        "投诉举报": (1, 1, 0, 1, 0, 1, 0),
        "合计": (9, 7, 1, 4, 3, 2, 1),
    }


def test_by_unit_townships_first(mixed: Cast) -> None:
    assert _sums(mixed, by_unit) == {
        "东关街道": (4, 3, 0, 3, 2, 2, 1), "县水利局": (2, 2, 1, 1, 1, 0, 0),
    }  # fmt: skip


def test_a_township_counts_its_own(mixed: Cast) -> None:
    # What is about 李庄村, and the complaint that it answered.
    assert _sums(mixed, user=mixed.clerk)["合计"] == (6, 4, 0, 3, 2, 2, 1)


def test_shares_have_no_base_where_nothing_is_answered(mixed: Cast) -> None:
    found = {one.label: one for one in by_kind(voice_rows(mixed.author, COUNTY, 2026), TODAY)}

    assert (str(found["合计"].in_time_share), str(found["合计"].satisfied_share)) == (
        "75.00", "50.00",
    )  # fmt: skip
    assert (found["意见建议"].in_time_share, found["意见建议"].satisfied_share) == (None, None)


def test_every_number_opens_as_many_rows(mixed: Cast) -> None:
    client = signed_in(mixed.author)
    page = client.get("/orders/voices/")
    lines = [*page.context["kinds"], *page.context["units"]]

    for line in lines:
        for number, url in line["cells"]:
            rows = client.get(f"{url}&format=csv")
            text = b"".join(rows).decode("utf-8-sig")
            assert sum("999901-2026" in one for one in text.splitlines()) == number, url


def test_the_countys_own_overdue_list(mixed: Cast) -> None:
    owed = own_overdue(Voice.objects.visible_to(mixed.author), TODAY)

    assert [(one.voice.text, one.who, one.what, one.due_on.isoformat(), one.days)
            for one in owed] == [
        ("困难 0", "县委组织部", "交办", "2026-10-15", 13),
        ("别处的难事", "县委组织部", "交办", "2026-10-15", 13),
        ("困难 3", "县委组织部", "回访办结", "2026-10-27", 5),
        ("需求 0", "县水利局", "答复", "2026-10-27", 5),
        ("需求 1", "县委组织部", "回访办结", "2026-10-27", 5),
        ("投诉", "县委组织部", "回访办结", "2026-10-27", 5),
    ]  # fmt: skip
    page = signed_in(mixed.author).get("/orders/voices/").content.decode()
    assert "县级自身逾期" in page
    assert "县级自身逾期" not in signed_in(mixed.clerk).get("/orders/voices/").content.decode()


def test_todos_lead_to_the_step(mixed: Cast) -> None:
    titles = {
        name: sorted(one.title.split(":")[0] for one in TODOS[0].items(getattr(mixed, name)))
        for name in ("author", "clerk", "stranger", "seat", "leader")
    }

    assert titles == {
        "author": ["交办", "交办", "回访办结", "回访办结", "回访办结"],
        "clerk": ["答复"], "stranger": [], "seat": ["答复"], "leader": [],
    }  # fmt: skip
    first = next(one for one in open_work(mixed.clerk) if one.title.startswith("答复"))
    assert signed_in(mixed.clerk).get(first.url).status_code == 200


def test_programs_read_the_same(mixed: Cast) -> None:
    client = program_of(mixed.api)
    answer = client.get("voice-figures/")

    assert answer.status_code == 200
    found = json.loads(answer.content)["results"]
    told = {one["label"]: one for one in found}
    assert (told["合计"]["total"], told["合计"]["in_time_share"]) == (9, "75.00")
    assert {one["by"] for one in found} == {"kind", "total", "unit"}


def test_programs_bring_and_read_voices(cast: Cast) -> None:
    client = program_of(cast.api)
    body = {"kind": "need", "channel": "visit", "text": "修路", "received_on": "2026-11-02",
            "village": LI}  # fmt: skip

    made = client.post("voices/", data=json.dumps(body), content_type="application/json")

    assert made.status_code == 201, made.content
    told = json.loads(made.content)
    assert (told["number"], told["status"]) == ("999901-2026-0001", "received")
    assert "person" not in told
    assert "phone_sealed" not in told
    listed = json.loads(client.get("voices/?live=true").content)["results"]
    assert [one["number"] for one in listed] == ["999901-2026-0001"]


def test_a_program_reveals_no_number(cast: Cast) -> None:
    row = voice_in(V.ASSIGNED, cast)
    answer = program_of(cast.api).post(
        f"voices/{row.uid}/phone/", data=json.dumps({"reason": "回访核实情况"}),
        content_type="application/json",
    )  # fmt: skip

    assert answer.status_code == 403


def test_the_page_of_a_voice_costs_the_same_however_many_there_are(
    mixed: Cast, django_assert_max_num_queries: Any
) -> None:
    client = signed_in(mixed.author)
    client.get("/orders/voices/")

    with django_assert_max_num_queries(14):
        client.get("/orders/voices/")
    for n in range(5):
        bring(f"更多 {n}")
    with django_assert_max_num_queries(14):
        client.get("/orders/voices/")


def test_an_assigned_voice_names_its_unit_on_its_page(mixed: Cast) -> None:
    row = Voice.objects.filter(status=V.ASSIGNED, unit_name=town().name).get()

    page = signed_in(mixed.author).get(f"/orders/voices/{row.uid}/").content.decode()

    assert "交东关街道办理" in page
    assert "赵大爷" in page
