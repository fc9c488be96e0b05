"""`rule-sets`: which rules hold when, their text files, and what differs between two."""

from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpResponse
from rest_framework.request import Request

from rectification.warnings.api.rule_fields import DIFFERENCE, SET_FIELDS, UID
from rectification.warnings.comparing import differences
from rectification.warnings.models import RuleDraft, RuleSet
from rectification.warnings.perms import may_keep_rules, may_see_rules
from rectification.warnings.rule_contents import content_of
from rectification.warnings.rule_files import to_toml
from rectification.warnings.rule_files.shape import Content
from villages.rest.answers import conclude, respond, tag_of
from villages.rest.fields import Field, Filter
from villages.rest.figure_answers import schema
from villages.rest.figure_asking import given, parameters, reader
from villages.rest.operations import Operation
from villages.rest.problems import Problem
from villages.rest.renderers import OrjsonRenderer
from villages.rest.resources import Resource
from villages.rest.shapes import object_of
from villages.rest.views import ApiView

_MEDIA = "application/toml"


class RuleSets(Resource):
    """Published sets of the counties that one works in, and the one of every county."""

    key, label_zh, label_en = "rule-sets", "预警规则", "rule sets"
    model, component, fields = RuleSet, "RuleSet", SET_FIELDS
    ordering = ("-effective_from",)
    allowed = may_see_rules


class RuleSetFile(ApiView):
    """A set as a text file; it never changes, so its ETag holds."""

    key, label_zh, label_en = "rule-sets", "规则文件", "files of rule sets"
    allowed = may_see_rules
    path_fields = (Field("uid", "编号", "Key of the rule set", pattern=UID),)
    operations = {
        "get": Operation(
            "rule_sets_file", "Read a rule set as a text file", "下载规则文件", media=_MEDIA,
            problems=(404,),
        ),
    }  # fmt: skip

    def get_renderers(self) -> list[Any]:
        """TOML, whatever the client says it takes."""
        return [OrjsonRenderer()]

    def get(self, request: Request, uid: str) -> HttpResponse:
        """The file as an attachment."""
        row = RuleSet.objects.visible_to(request.user).filter(uid=uid).first()
        if row is None:
            raise Http404
        content = to_toml(content_of(row)).encode()
        facts = {
            "ETag": tag_of(content),
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(row.name)}.toml",
            "X-Content-Type-Options": "nosniff",
        }
        return conclude(request._request, content, _MEDIA, facts)


def _side(name: str, zh: str, en: str) -> Filter:
    about = "Key of a rule set, or of a draft for those who keep them."
    return Filter(Field(name, zh, en, about_en=about, pattern=UID), lambda rows, _uid: rows)


A, B = _side("a", "原来", "First set"), _side("b", "改为", "Second set")


class RuleSetDiff(ApiView):
    """What the second set says otherwise than the first."""

    key, label_zh, label_en = "rule-sets", "规则比较", "differences of rule sets"
    allowed = may_see_rules
    reads = reader(A, B)
    operations = {
        "get": Operation(
            "rule_sets_diff", "Compare two rule sets", "比较规则", answer="RuleSetDiff",
            schema=schema(item=object_of(DIFFERENCE)),
            parameters=parameters(A, B, required=True), problems=(400, 404),
        ),
    }  # fmt: skip

    def get(self, request: Request) -> HttpResponse:
        """404 where either is unknown or foreign."""
        said = given(self.reads, request)
        _require(said)
        before, after = (_content(request, said[name]) for name in ("a", "b"))
        results = [
            {field.name: getattr(one, field.name) for field in DIFFERENCE}
            for one in differences(before, after)
        ]
        return respond(request._request, {"results": results})


def _require(said: dict[str, Any]) -> None:
    errors = [
        {"parameter": name, "code": "required", "detail": name}
        for name in ("a", "b")
        if name not in said
    ]
    if errors:
        words = ("请指定两套规则。", "Name two rule sets.")
        raise Problem("invalid_parameter", *words, errors=errors)


def _content(request: Request, uid: str) -> Content:
    row = RuleSet.objects.visible_to(request.user).filter(uid=uid).first()
    if row is not None:
        return content_of(row)
    drafts = RuleDraft.objects.visible_to(request.user).filter(uid=uid)
    draft = drafts.first() if may_keep_rules(request.user) else None
    if draft is None:
        raise Http404
    found: Content = draft.content
    return found
