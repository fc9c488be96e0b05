"""`group-meetings/…/paper/`: the minutes of a meeting as a document."""

from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpResponse
from rest_framework.request import Request

from rectification.supervision.actions.meeting_papers import print_minutes
from rectification.supervision.models import GroupMeeting
from rectification.supervision.perms import may_see_meetings
from villages.rest.answers import conclude, tag_of
from villages.rest.fields import Field
from villages.rest.limits import EXPORT
from villages.rest.operations import Operation
from villages.rest.renderers import OrjsonRenderer
from villages.rest.views import ApiView

_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class MeetingPaper(ApiView):
    """The minutes; equal rows give equal bytes, and the same ETag."""

    key, label_zh, label_en = "group-meetings", "会议纪要", "minutes of meetings"
    allowed = may_see_meetings
    path_fields = (Field("uid", "编号", "Key of the meeting", pattern="^[0-9a-f]{32}$"),)
    operations = {
        "get": Operation(
            "group_meetings_paper", "Read the minutes of a meeting", "下载会议纪要", media=_MEDIA,
            problems=(404,),
        )
    }  # fmt: skip

    def rate_kind(self, request: Request) -> str:
        """Documents are dear."""
        return EXPORT

    def get_renderers(self) -> list[Any]:
        """The document, whatever the client says it takes."""
        return [OrjsonRenderer()]

    def get(self, request: Request, uid: str) -> HttpResponse:
        """The document as an attachment."""
        meeting = GroupMeeting.objects.visible_to(request.user).filter(uid=uid).first()
        if meeting is None:
            raise Http404
        content, name = print_minutes(meeting, by=request.user)
        facts = {
            "ETag": tag_of(content),
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
            "X-Content-Type-Options": "nosniff",
        }
        return conclude(request._request, content, _MEDIA, facts)
