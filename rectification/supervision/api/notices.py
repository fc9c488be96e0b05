"""`notices`: drafted and worded anew by programs too; `notice-versions`: what they say."""

from typing import Any

from django.http import HttpResponse
from rest_framework.request import Request

from rectification.supervision.actions.notice_naming import KINDS, names_of, units_named
from rectification.supervision.actions.notice_words import words_of
from rectification.supervision.actions.notices import draft_notice, rewrite
from rectification.supervision.api.notice_bodies import HEAD_NAMES, NoticeChange, NoticeWrite
from rectification.supervision.ledgers.notices import NOTICES
from rectification.supervision.models import Notice, NoticeVersion
from rectification.supervision.notice_perms import may_publish_notices, may_see_notices
from rectification.supervision.sides import house_of
from villages.common import clock
from villages.common.columns import Kind
from villages.ledgers.api.fields import fields_of
from villages.ledgers.api.making import resource_of
from villages.ledgers.api.resources import problems
from villages.rest.fields import Field
from villages.rest.idempotency import repeatable
from villages.rest.operations import Operation
from villages.rest.problems import Problem
from villages.rest.resources import Resource
from villages.rest.writing import checked

_Read: Any = resource_of(NOTICES)
_FIELDS = fields_of(NOTICES)


class Notices(_Read):  # type: ignore[misc]
    """Notices with the verbs of their ledger, and two writes that no single table takes."""

    operations = {
        **_Read.operations,
        "create": Operation(
            "notices_create", "Draft a notice", "起草通知", answer=_Read.component, fields=_FIELDS,
            body="NoticeWrite", inputs=NoticeWrite.inputs, status=201, repeatable=True,
        ),
        "partial_update": Operation(
            "notices_change", "Word a notice anew", "修改通知", answer=_Read.component,
            fields=_FIELDS, body="NoticeChange", inputs=NoticeChange.inputs, matches=True,
        ),
    }  # fmt: skip

    @repeatable()
    def create(self, request: Request) -> HttpResponse:
        """A draft, which `publish` then shows to its units."""
        _require_writer(request)
        body = checked(NoticeWrite, request.data)
        units = units_named(house_of(request.user), body, on=clock.today())
        given = {name: body[name] for name in (*HEAD_NAMES, "text")}
        row = draft_notice(by=request.user, units=units, **given)
        headers = {"Location": f"/api/v1/notices/{row.uid}/"}
        return self.whole(request, row.uid, status=201, headers=headers)  # type: ignore[no-any-return]

    def partial_update(self, request: Request, uid: str) -> HttpResponse:
        """What is named takes another value, as a draft of the next version."""
        _require_writer(request)
        row = self.stored(request, uid)
        body = checked(NoticeChange, request.data, partial=True)
        with problems():
            rewrite(row, by=request.user, version=row.version, **_said(row, body))
        return self.whole(request, uid)  # type: ignore[no-any-return]


def _said(row: Notice, body: dict[str, Any]) -> dict[str, Any]:
    """What the action takes: words stay where none are sent, units where their kind is not."""
    found = {name: value for name, value in body.items() if name in HEAD_NAMES}
    last = words_of(row)
    found["text"] = body.get("text", last.text if last else "")
    kept = last.changes if last and last.published_at is None else ""
    found["changes"] = body.get("changes", kept)
    if any(kind in body for kind in KINDS):
        named = {**names_of(row), **{kind: body[kind] for kind in KINDS if kind in body}}
        found["units"] = units_named(row.from_code, named, on=clock.today())
    return found


def _require_writer(request: Request) -> None:
    if not may_publish_notices(request.user):
        raise Problem("permission_denied")


class NoticeVersions(Resource):
    """Wordings: published ones, and for the house that writes also its next one."""

    key, label_zh, label_en = "notice-versions", "通知版本", "versions of notices"
    model, component = NoticeVersion, "NoticeVersion"
    allowed = may_see_notices
    ordering = ("-published_at",)
    fields = (
        Field("uid", "编号", "Key of the version", pattern="^[0-9a-f]{32}$", brief=True),
        Field(
            "notice", "通知", "Key of the notice", source="notice__uid", filters=("exact",),
            pattern="^[0-9a-f]{32}$", brief=True,
        ),
        Field(
            "number", "版本号", "Number of the version", Kind.INTEGER, filters=("exact",),
            brief=True,
        ),
        Field("text", "正文", "Words in Markdown"),
        Field("changes", "改了什么", "What is new in it"),
        Field(
            "published_at", "发布时间", "Instant of publishing", Kind.INSTANT, nullable=True,
            orders=True, about_en="Null while it is a draft that its house alone sees.",
        ),
        Field("published_by", "发布人", "Who published it"),
    )  # fmt: skip
