"""A township's first page at seven in the morning: due, returned and asked, unasked."""

import gzip
from datetime import date

import pytest

from rectification.supervision.actions.settling import return_
from rectification.supervision.states import UnitStatus
from rectification.supervision.voice_states import VoiceStatus
from tests.factories import signed_in
from tests.rectification.supervision.situations import REASON, Cast, issued, part_in
from tests.rectification.supervision.tasks.written import given_list
from tests.rectification.supervision.voices.brought import voice_in

pytestmark = pytest.mark.django_db
LIGHT = 100_000


def test_due_returned_and_asked_stand_on_the_first_page(cast: Cast) -> None:
    issued(cast, subject="还没有签收")
    part = part_in(UnitStatus.REPLIED, cast, subject="被退回的")
    return_(part, by=cast.author, on=date(2026, 11, 3), reason=REASON)
    voice = voice_in(VoiceStatus.ASSIGNED, cast)
    given_list(cast)

    page = signed_in(cast.clerk).get("/").content.decode()

    for words in (
        "签收:", "按退回意见重新反馈:", f"答复:{voice.number}", "完成清单任务:",
    ):  # fmt: skip
        assert words in page, words
    # The new day of what was returned, with its light.
    assert "11-06" in page


def test_a_full_morning_stays_light(cast: Cast) -> None:
    for number in range(25):
        issued(cast, subject=f"第{number}件事,事情的题目也有这么长长长长长长")
        voice_in(VoiceStatus.ASSIGNED, cast, text=f"第{number}件反映")

    body = signed_in(cast.clerk).get("/").content

    assert body.decode().count("todo__item") > 40
    assert len(body) < LIGHT
    assert len(gzip.compress(body)) < LIGHT // 10
