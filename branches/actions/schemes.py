"""Drafts of schemes: made, rewritten, copied, dropped."""

from typing import Any

from django.db import transaction
from django.db.models import F, Max
from django.utils.translation import gettext as _

from branches.models import Scheme, SchemeGrade, SchemeItem
from branches.schemes.choices import SchemeStatus
from branches.schemes.definitions import SchemeDefinition, definition_of
from villages.accounts.perms import may_change_map
from villages.common.errors import DomainError
from villages.trace.record import record


@transaction.atomic
def draft_scheme(*, county: str, definition: SchemeDefinition, by: Any) -> Scheme:
    """The next version of a kind, as a draft. Raises `scheme_draft_exists`, `scheme_scope`."""
    require_department(by, county)
    rows = Scheme.objects.in_county(county).filter(kind=definition.kind)
    if rows.filter(status=SchemeStatus.DRAFT).exists():
        raise DomainError(
            "scheme_draft_exists", _("这种方案已有一份草稿。"), _("请在草稿上修改,或先删除草稿。")
        )
    last = rows.aggregate(last=Max("number"))["last"] or 0
    scheme = Scheme.objects.create(
        county_code=county, kind=definition.kind, number=last + 1,
        title=definition.title, cycle=definition.cycle,
    )  # fmt: skip
    _fill(scheme, definition)
    record("branches.scheme_drafted", scheme, by=by, count=len(definition.items))
    return scheme


def copy_scheme(*, scheme: Scheme, by: Any) -> Scheme:
    """A draft that says the same as this version."""
    definition = definition_of(scheme)
    return draft_scheme(county=scheme.county_code, definition=definition, by=by)


@transaction.atomic
def rewrite_scheme(
    *, scheme: Scheme, definition: SchemeDefinition, version: int | None, by: Any
) -> Scheme:
    """Puts other items and grades into a draft. Raises `version_changed`, `scheme_published`."""
    scheme = locked_draft(scheme, by)
    if version is not None and scheme.version != version:
        raise DomainError(
            "version_changed", _("草稿刚被他人改动,您的填写没有保存。"), _("请对照最新内容再提交。")
        )
    if definition.kind != scheme.kind:
        raise DomainError("scheme_kind", _("文件里是另一种方案。"), _("请核对方案种类。"))
    before = definition_of(scheme)
    Scheme.objects.filter(pk=scheme.pk).update(
        title=definition.title, cycle=definition.cycle, version=F("version") + 1
    )
    scheme.items.all().delete()
    scheme.grades.all().delete()
    _fill(scheme, definition)
    scheme.refresh_from_db()
    record(
        "branches.scheme_rewritten", scheme, by=by, count=len(definition.items),
        before={"items": len(before.items)}, after={"items": len(definition.items)},
    )  # fmt: skip
    return scheme


@transaction.atomic
def drop_draft(*, scheme: Scheme, by: Any) -> None:
    """Deletes a draft; published versions stay for ever."""
    scheme = locked_draft(scheme, by)
    record("branches.scheme_dropped", scheme, by=by)
    scheme.delete()


def _fill(scheme: Scheme, definition: SchemeDefinition) -> None:
    SchemeItem.objects.bulk_create(
        SchemeItem(
            scheme=scheme, number=one.number, part=one.part, text=one.text, points=one.points,
            judged=one.judged, veto=one.veto, **_rule_fields(one.rule),
        )
        for one in definition.items
    )  # fmt: skip
    SchemeGrade.objects.bulk_create(
        SchemeGrade(scheme=scheme, name=one.name, least=one.least) for one in definition.grades
    )


def _rule_fields(rule: Any) -> dict[str, Any]:
    names = ("figure", "comparison", "wanted", "per_unit")
    return {name: getattr(rule, name) for name in names} if rule else {}


def locked(scheme: Scheme, by: Any) -> Scheme:
    """The version, held until the end of the transaction. Raises `scheme_scope`."""
    require_department(by, scheme.county_code)
    found: Scheme = Scheme.objects.select_for_update().get(pk=scheme.pk)
    return found


def locked_draft(scheme: Scheme, by: Any) -> Scheme:
    """The same, still a draft. Raises `scheme_published`."""
    scheme = locked(scheme, by)
    if scheme.status != SchemeStatus.DRAFT:
        raise DomainError(
            "scheme_published", _("已发布的方案不能改动。"), _("请复制成新的草稿,改好后发布。")
        )
    return scheme


def require_department(by: Any, county: str) -> None:
    """Schemes are laid down by the organization department. Raises `scheme_scope`."""
    if not (may_change_map(by) and by.territory.covers(county)):
        raise DomainError("scheme_scope", _("评定方案由县委组织部制定。"), _("请联系县委组织部。"))
