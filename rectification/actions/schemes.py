"""Acceptance schemes of a county: the default, a copy, the end. What a case holds is frozen."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.defaults.schemes import ASPECTS, NAME, VETOES
from rectification.figures.schemes import is_used
from rectification.models import AcceptanceScheme, SchemeAspect, SchemeVeto
from villages.common.errors import DomainError
from villages.common.forbidden import RULES, demanded
from villages.ledgers.keeping import changed, locked, refuse_broken
from villages.models import County
from villages.trace.record import record

# What a copy takes along; the rest is asked anew.
NUMBERS = (
    "pass_score", "satisfied_share", "dissatisfied_share", "votes_at_least", "votes_share",
    "team_at_least",
)  # fmt: skip


@transaction.atomic
def install_defaults(county: County, *, by: Any, on: date) -> int:
    """Six aspects of 100 points and three vetoes, where the county has no scheme yet.

    Gives how many schemes were added; a county that keeps its own is left alone.
    """
    if AcceptanceScheme.objects.in_county(county.code).exists():
        return 0
    scheme = AcceptanceScheme.objects.create(county_code=county.code, name=NAME, valid_from=on)
    SchemeAspect.objects.bulk_create(
        SchemeAspect(
            county_code=county.code, scheme=scheme, position=place, name=name, points=points,
            standards=standards,
        )
        for place, (name, points, standards) in enumerate(ASPECTS, start=1)
    )  # fmt: skip
    SchemeVeto.objects.bulk_create(
        SchemeVeto(county_code=county.code, scheme=scheme, position=place, name=name)
        for place, name in enumerate(VETOES, start=1)
    )
    record("scheme.installed", scheme, by=by, after={"valid_from": on})
    return 1


@transaction.atomic
def copy_scheme(
    scheme: AcceptanceScheme, *, by: Any, name: str, valid_from: date, document_no: str = ""
) -> AcceptanceScheme:
    """A new scheme that says the same and may still be changed; the old one ends the day before.

    Cases keep the scheme they were confirmed with. Raises the words of constraints.
    """
    old = locked(scheme)
    if old.valid_to is None and valid_from > old.valid_from:
        changed(old, valid_to=valid_from - timedelta(days=1))
    new = AcceptanceScheme(
        county_code=old.county_code, name=name, document_no=document_no or "",
        valid_from=valid_from, **{one: getattr(old, one) for one in NUMBERS},
    )  # fmt: skip
    _refuse_same_day(new)
    refuse_broken(new)
    new.save()
    _copy_parts(old, new)
    record("scheme.copied", new, by=by, before={"name": old.name}, after={"valid_from": valid_from})
    return new


@transaction.atomic
def end_scheme(scheme: AcceptanceScheme, *, by: Any, valid_to: date) -> AcceptanceScheme:
    """No new case gets it after this day. Raises the words of constraints."""
    row = locked(scheme)
    before = changed(row, valid_to=valid_to)
    record("scheme.ended", row, by=by, before=before, after={"valid_to": valid_to})
    return row


def refuse_frozen(scheme: AcceptanceScheme) -> None:
    """A scheme that any case holds never changes (`scheme_frozen`)."""
    if scheme.pk and is_used(scheme):
        words = _("“%s”已有整顿在用,不能改动。") % scheme.name
        raise DomainError("scheme_frozen", words, _("请复制成新的办法,改好后启用。"))


def refuse_demands(*texts: str) -> None:
    """No aspect asks for photos, notes, log-ins or the like (`aspect_forbidden`)."""
    if word := demanded(*texts):
        words = _("验收内容不能有“%(word)s”:%(rules)s。") % {"word": word, "rules": RULES}
        raise DomainError("aspect_forbidden", words, _("请改为看实绩的内容。"))


def _refuse_same_day(new: AcceptanceScheme) -> None:
    rows = AcceptanceScheme.objects.in_county(new.county_code).filter(valid_from=new.valid_from)
    if rows.exists():
        words = _("这一天启用的验收办法已经登记。")
        raise DomainError("scheme_once", words, _("请换一个启用日期。"), valid_from=words)


def _copy_parts(old: AcceptanceScheme, new: AcceptanceScheme) -> None:
    SchemeAspect.objects.bulk_create(
        SchemeAspect(
            county_code=new.county_code, scheme=new, position=one.position, name=one.name,
            points=one.points, standards=one.standards,
        )
        for one in old.aspects.all()
    )  # fmt: skip
    SchemeVeto.objects.bulk_create(
        SchemeVeto(county_code=new.county_code, scheme=new, position=one.position, name=one.name)
        for one in old.vetoes.all()
    )
