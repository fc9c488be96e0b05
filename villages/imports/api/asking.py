"""What a program says about a sheet: its kind and its county."""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework.request import Request

from villages.common.errors import DomainError
from villages.imports.declaring import SheetKind
from villages.imports.models import ImportBatch
from villages.imports.perms import kinds_for
from villages.models import County


def kind_of(user: Any, key: str) -> SheetKind:
    """A kind that this person may bring in; `unknown_kind` names those that there are."""
    kinds = {one.key: one for one in kinds_for(user)}
    if key not in kinds:
        words = _("可以是:%s。") % "、".join(kinds)
        raise DomainError("unknown_kind", _("没有这类表格,或您不办理它。"), words, kind=words)
    return kinds[key]


def county_of(user: Any, code: str) -> County:
    """The county that was named, or the only one of the territory; `unknown_county` otherwise."""
    counties = County.objects.visible_to(user).order_by("code")
    found = list(counties.filter(code=code) if code else counties[:2])
    if len(found) != 1:
        words = _("请写明您辖区内县的 6 位代码。")
        raise DomainError(
            "unknown_county", _("没有说明是哪个县,或不在您的辖区内。"), words, county=words
        )
    county: County = found[0]
    return county


def batch_of(request: Request, uid: str) -> ImportBatch | None:
    """The visible import of this id."""
    rows = ImportBatch.objects.visible_to(request.user)
    found: ImportBatch | None = rows.filter(uid=uid).first()
    return found
