"""`rule-drafts`: rules that somebody is working on, as text files; adopted by a verb."""

from typing import Any

from django.http import Http404, HttpResponse
from rest_framework.decorators import action
from rest_framework.request import Request

from rectification.warnings.actions.adopting import adopt
from rectification.warnings.actions.drafting import (
    change_draft,
    draft_from_set,
    draft_rules,
    remove_draft,
)
from rectification.warnings.api.rule_fields import (
    DRAFT_FIELDS,
    SET_FIELDS,
    Adoption,
    DraftChange,
    DraftWrite,
)
from rectification.warnings.api.rule_sets import RuleSets
from rectification.warnings.models import RuleDraft, RuleSet
from rectification.warnings.perms import may_keep_rules
from rectification.warnings.rule_contents import set_in_force
from rectification.warnings.rule_files import from_toml
from villages.common import clock
from villages.ledgers.api.resources import problems
from villages.rest.answers import require_match
from villages.rest.figure_asking import asked_unit
from villages.rest.idempotency import repeatable
from villages.rest.operations import Operation
from villages.rest.problem_kinds import Both
from villages.rest.problems import Problem
from villages.rest.query import Query
from villages.rest.resources import Resource
from villages.rest.views import empty
from villages.rest.writing import checked

_NO_BODY = Both(
    "请求没有正文。按现行规则起草时请提交 {}。",
    "The request has no body; submit {} to draft from the rules in force.",
)


class RuleDrafts(Resource):
    """Drafts of the county; those that were adopted stay as a record."""

    key, label_zh, label_en = "rule-drafts", "规则草案", "drafts of rules"
    model, component, fields = RuleDraft, "RuleDraft", DRAFT_FIELDS
    ordering, version_path = ("name",), "version"
    allowed = may_keep_rules
    operations = {
        "create": Operation(
            "rule_drafts_create", "Make a draft", "起草规则", answer="RuleDraft",
            fields=DRAFT_FIELDS, body="RuleDraftWrite", inputs=DraftWrite.inputs, status=201,
            repeatable=True, problems=(404,),
        ),
        "partial_update": Operation(
            "rule_drafts_change", "Change a draft", "修改规则草案", answer="RuleDraft",
            fields=DRAFT_FIELDS, body="RuleDraftChange", inputs=DraftChange.inputs, matches=True,
            problems=(404, 409),
        ),
        "destroy": Operation(
            "rule_drafts_remove", "Remove a draft", "删除规则草案", status=204, matches=True,
            problems=(404, 409),
        ),
        "adopt": Operation(
            "rule_drafts_adopt", "Adopt a draft", "发布规则", answer="RuleSet", fields=SET_FIELDS,
            body="RuleAdoption", inputs=Adoption.inputs, matches=True, repeatable=True,
            problems=(404, 409),
        ),
    }  # fmt: skip

    @repeatable()
    def create(self, request: Request) -> HttpResponse:
        """A draft of the county at hand: of a file, of a set, or (`{}`) of the rules in force."""
        if not request._request.body:
            raise Problem("invalid_body", _NO_BODY.zh, _NO_BODY.en)
        said = checked(DraftWrite, request.data)
        county, _scope = asked_unit(request, {})
        if said["file"]:
            made = draft_rules(by=request.user, county=county, content=from_toml(said["file"]))
        else:
            row = _set(request, said["rule_set"], county)
            made = draft_from_set(by=request.user, county=county, row=row)
        headers = {"Location": f"/api/v1/{self.key}/{made.uid}/"}
        return self.show(request, made.uid, Query(self.fields, ()), status=201, headers=headers)

    def partial_update(self, request: Request, uid: str) -> HttpResponse:
        """The whole file in place of the stored one."""
        row = self._stored(request, uid)
        content = from_toml(checked(DraftChange, request.data)["file"])
        with problems():
            change_draft(row, by=request.user, content=content, version=row.version)
        return self.show(request, uid, Query(self.fields, ()))

    def destroy(self, request: Request, uid: str) -> HttpResponse:
        """A draft that was not adopted goes for good."""
        row = self._stored(request, uid)
        with problems():
            remove_draft(row, by=request.user, version=row.version)
        return empty()

    @action(detail=True, methods=["post"], url_path="adopt")
    @repeatable()
    def adopt(self, request: Request, uid: str) -> HttpResponse:
        """The set that it became; refused while the checks find something that may not be."""
        row = self._stored(request, uid)
        said = checked(Adoption, request.data)
        with problems():
            made = adopt(
                row, by=request.user, version=row.version, on=clock.today(), at=clock.now(), **said
            )
        sets: Any = RuleSets()
        return sets.show(request, made.uid, Query(RuleSets.fields, ()))  # type: ignore[no-any-return]

    def _stored(self, request: Request, uid: str) -> RuleDraft:
        row: RuleDraft = self.one(request, uid=uid)
        require_match(request._request, row.version)
        return row


def _set(request: Request, uid: str, county: str) -> RuleSet | None:
    if not uid:
        return set_in_force(county, clock.today())
    row: RuleSet | None = (
        RuleSet.objects.visible_to(request.user).in_county(county).filter(uid=uid).first()
    )
    if row is None:
        raise Http404
    return row
