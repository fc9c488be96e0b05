"""Voices in a report: numbers of the period, nobody's words, no complaint."""

from datetime import date

import pytest

from rectification.supervision.figures.voices import by_kind
from rectification.supervision.models import Voice
from rectification.supervision.voice_states import VoiceStatus as V
from tests.rectification.reports.topics.telling import (
    asked,
    check_frozen,
    queries,
    rows,
    said,
    told,
    values,
)
from tests.rectification.supervision.conftest import cast
from tests.rectification.supervision.situations import COUNTY, FAR, LI, Cast
from tests.rectification.supervision.voices.brought import bring, voice_in
from villages.common.periods import Month

__all__ = ["cast"]
pytestmark = pytest.mark.django_db
LAST = date(2026, 10, 31)


@pytest.fixture
def mixed(cast: Cast) -> Cast:
    for status in (V.RECEIVED, V.ASSIGNED, V.ANSWERED, V.CLOSED):
        voice_in(status, cast, at=LI)
    late = voice_in(V.ASSIGNED, cast, at=FAR)
    Voice.objects.filter(pk=late.pk).update(due_on=date(2026, 10, 20))
    slow = voice_in(V.ANSWERED, cast, at=FAR)
    Voice.objects.filter(pk=slow.pk).update(due_on=date(2026, 10, 15), satisfaction="dissatisfied")
    voice_in(V.ANSWERED, cast, kind="complaint", at=LI, text="投诉的话")
    bring(on=date(2026, 11, 2))
    return cast


def test_numbers_are_those_of_the_app(mixed: Cast) -> None:
    found = values(told("voices"), "voices.")

    october = Voice.objects.in_county(COUNTY).filter(received_on__lte=LAST)
    app = by_kind(october.exclude(kind="complaint"), LAST)[-1]
    assert found["received"] == app.total == 6
    assert (found["answered"], found["open"], found["late"]) == (app.answered, app.live, app.late)
    assert found["in_time"] == str(app.in_time_share) == "66.67"
    assert found["satisfied"] == str(app.satisfied_share) == "50.00"


def test_every_figure_comes_from_its_frozen_rows_again(mixed: Cast) -> None:
    check_frozen(told("voices"))


def test_nothing_tells_who_said_what(mixed: Cast) -> None:
    content = told("voices")

    kept = str(content.to_json())
    assert "路灯" not in kept
    assert "赵大爷" not in kept
    assert {row["kind"] for row in rows(content, "voices")} == {"困难问题"}


def test_late_answers_name_the_unit(mixed: Cast) -> None:
    content = told("voices")

    assert said(content)["voices.late"] == "东关街道1件群众反映逾期没有答复。"
    assert content.problems[0].unit_codes == ("999901001",)
    assert said(content)["voices.received"] == (
        "本月收到群众和村反映建议6件，已答复3件，按期答复率66.67%（2/3），满意率50.00%（1/2）。"
    )


def test_nothing_is_said_where_nobody_said_anything(cast: Cast) -> None:
    content = told("voices", about=asked(Month(2026, 9)))

    assert not [key for key in said(content) if key.startswith("voices.")]
    assert content.figure("voices.in_time").gap == "no-base"


def test_one_query_however_many_voices(mixed: Cast) -> None:
    assert queries("voices", asked()) == 1
