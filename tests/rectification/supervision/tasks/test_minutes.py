"""Minutes of a leading group's meeting on paper."""

from datetime import date
from typing import Any

import pytest

from rectification.supervision.actions.issuing import check, issue
from rectification.supervision.actions.meetings import draft_from_meeting
from rectification.supervision.models import GroupMeeting, ListTask, TaskList
from tests.factories import signed_in
from tests.rectification.supervision.situations import COUNTY, EAST, TODAY, Cast, at
from tests.rectification.supervision.views.test_papers import words_of
from tests.rectification.supervision.voices.brought import town
from tests.villages.rest.conftest import program_of
from villages.trace.models import AuditEntry

pytestmark = pytest.mark.django_db
HELD = date(2026, 10, 12)


@pytest.fixture
def meeting(cast: Cast) -> GroupMeeting:
    """A meeting that gave an issued order, a draft and a task."""
    row = GroupMeeting.objects.create(
        county_code=COUNTY, group="整顿工作领导小组", held_on=HELD, chaired_by="李明",
        attended="组织部、各乡镇", minutes="一、十月底前全部入户。\n二、每周调度一次。",
    )  # fmt: skip
    for subject in ("全部入户", "还没有定"):
        order = draft_from_meeting(
            row, by=cast.author, on=HELD, kind="supervise", subject=subject,
            requirement="月底前办结。", townships=[town(EAST)],
        )  # fmt: skip
        if subject == "全部入户":
            check(order, by=cast.checker, on=TODAY)
            issue(order, by=cast.checker, on=TODAY, at=at(TODAY))
    held = TaskList.objects.create(
        county_code=COUNTY, rhythm="month", title="十月清单", from_on=date(2026, 10, 1),
        to_on=date(2026, 10, 31), meeting=row,
    )  # fmt: skip
    ListTask.objects.create(
        county_code=COUNTY, list=held, seq=1, text="每周调度", unit_code=EAST, unit_name="东关街道",
        person="周正", due_on=TODAY,
    )  # fmt: skip
    return row


def paper(client: Any, row: GroupMeeting) -> bytes:
    answer = client.get(f"/orders/meetings/{row.uid}/paper/")
    assert answer.status_code == 200
    assert "wordprocessingml" in answer["Content-Type"]
    return b"".join(answer.streaming_content)


def test_says_what_was_decided_and_what_it_gave(cast: Cast, meeting: GroupMeeting) -> None:
    said = words_of(paper(signed_in(cast.author), meeting))

    for words in (
        "整顿工作领导小组会议纪要", "2026年10月12日", "李明", "组织部、各乡镇",
        "一、十月底前全部入户。", "二、每周调度一次。", "督办〔2026〕1号", "东关街道", "全部入户",
        "每周调度", "周正", "2026年11月3日",
    ):  # fmt: skip
        assert words in said, words
    assert "还没有定" not in said


def test_equal_rows_give_equal_bytes(cast: Cast, meeting: GroupMeeting) -> None:
    client = signed_in(cast.author)

    assert paper(client, meeting) == paper(client, meeting)


def test_the_page_leads_to_it_and_the_trail_keeps_who_took_it(
    cast: Cast, meeting: GroupMeeting
) -> None:
    client = signed_in(cast.leader)
    assert (
        f"/orders/meetings/{meeting.uid}/paper/"
        in client.get(f"/orders/meetings/{meeting.uid}/").content.decode()
    )

    paper(client, meeting)

    assert AuditEntry.objects.get(action="meeting.printed").actor == cast.leader


def test_programs_get_the_same_bytes(cast: Cast, meeting: GroupMeeting) -> None:
    answer = program_of(cast.author).get(f"group-meetings/{meeting.uid}/paper/")

    assert answer.status_code == 200
    assert answer.content == paper(signed_in(cast.author), meeting)


def test_an_empty_meeting_can_be_printed_too(cast: Cast) -> None:
    row = GroupMeeting.objects.create(county_code=COUNTY, group="专班", held_on=HELD)

    assert "没有登记议定事项" in words_of(paper(signed_in(cast.author), row))


def test_a_task_of_several_units_stands_once_and_the_title_says_meeting_once(
    cast: Cast, meeting: GroupMeeting
) -> None:
    GroupMeeting.objects.update(group="整顿工作领导小组会议")
    task = ListTask.objects.get()
    task.pk, task.uid, task.seq, task.unit_name = None, "f" * 32, 2, "柳林镇"
    task.save()

    said = words_of(paper(signed_in(cast.author), meeting))

    assert said.count("每周调度") == 2  # in the minutes, and once in the table
    assert "东关街道、柳林镇" in said
    assert "整顿工作领导小组会议纪要" in said
