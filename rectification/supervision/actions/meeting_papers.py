"""Minutes of meetings go out on paper."""

from typing import Any

from django.db import transaction

from rectification.supervision.models import GroupMeeting
from rectification.supervision.papers.minutes_content import minutes_of
from rectification.supervision.papers.minutes_drawing import draw_minutes
from villages.trace.record import record


@transaction.atomic
def print_minutes(meeting: GroupMeeting, *, by: Any) -> tuple[bytes, str]:
    """The document and its name; the trail keeps who took it."""
    content = draw_minutes(minutes_of(meeting))
    record("meeting.printed", meeting, by=by)
    return content, f"{meeting.group}会议纪要-{meeting.held_on.isoformat()}.docx"
