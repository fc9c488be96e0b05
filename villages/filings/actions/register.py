"""Keeping the register of forms: a form without an entry, or past its sunset, asks nothing."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from villages import parameters
from villages.common.errors import DomainError
from villages.common.forbidden import RULES, demanded, tracked
from villages.common.periods import Month
from villages.db.evaluating import broken
from villages.db.locks import hold
from villages.filings.models import ReportForm
from villages.filings.parameters import SUNSET
from villages.filings.perms import may_review
from villages.trace.record import record


@dataclass(frozen=True)
class Entry:
    """What the register says of a form: its number, name, owner, and the paper it rests on."""

    number: str
    title: str
    owner: str
    basis: str


@transaction.atomic
def register_form(
    *, county: str, entry: Entry, begins: date, ends: date, by: Any, on: date
) -> ReportForm:
    """A further form, without inputs yet.

    Raises `form_not_allowed`, `form_forbidden`, `form_too_long`, `form_begins_late`,
    `form_number_taken`, `form_refused` (a constraint's own words).
    """
    require_keeper(by)
    hold(f"register:{county}", exclusive=True)
    form = ReportForm(county_code=county, valid_from=begins, valid_to=ends, **asdict(entry))
    if begins < on:
        raise DomainError("form_begins_late", _("启用日期不能早于今天。"), begins=_("请改正。"))
    _check(form, on=begins)
    form.save()
    record("form.registered", form, by=by, after=_told(form))
    return form


@transaction.atomic
def change_form(*, form: ReportForm, entry: Entry, version: int, by: Any) -> ReportForm:
    """Another wording of the entry; its days change by renewal only. Errors as above."""
    own = locked_form(form, version, by)
    before = _told(own)
    for name, value in asdict(entry).items():
        setattr(own, name, value)
    _check(own)
    return _kept(own, "form.changed", before, by)


@transaction.atomic
def renew_form(
    *, form: ReportForm, until: date, reason: str, version: int, by: Any, on: date
) -> ReportForm:
    """Another sunset: later, at most the county's months from today, or earlier, to end it.

    Raises `form_ends_in_past` too: what was asked until yesterday was asked.
    """
    own = locked_form(form, version, by)
    before = _told(own)
    if until < on:
        words = _("终止日期不能早于今天。")
        raise DomainError("form_ends_in_past", words, until=words)
    own.valid_to = until
    _check(own, on=max(on, own.valid_from))
    return _kept(own, "form.renewed", before, by, reason)


def require_keeper(by: Any) -> None:
    """Raises `form_not_allowed` for people who do not keep the register."""
    if not may_review(by):
        raise DomainError("form_not_allowed", str(may_review.sentence))  # type: ignore[attr-defined]


def locked_form(form: ReportForm, version: int, by: Any) -> ReportForm:
    """The form locked, with its register held. Raises `form_not_allowed`, `version_changed`."""
    require_keeper(by)
    hold(f"register:{form.county_code}", exclusive=True)
    own: ReportForm = ReportForm.objects.select_for_update().get(pk=form.pk)
    if own.version != version:
        words = _("这张报表刚刚被别人改过。")
        raise DomainError("version_changed", words, _("请看过新的内容再改。"))
    return own


def refuse_forbidden(*texts: Any) -> None:
    """Raises `form_forbidden` where a form or input asks what central rules forbid."""
    said = [str(text) for text in texts]
    if word := demanded(*said) or tracked(*said):
        words = _("报表不能要求“%(word)s”:减负规定不允许以此要求基层。依据:%(rules)s。")
        hint = _("请改为统计工作本身的结果。")
        raise DomainError("form_forbidden", words % {"word": word, "rules": RULES}, hint)


def _check(form: ReportForm, on: date | None = None) -> None:
    refuse_forbidden(form.title)
    same = ReportForm.objects.filter(county_code=form.county_code, number=form.number)
    if same.exclude(pk=form.pk).exists():
        words = _("这个准入编号已经使用。")
        raise DomainError("form_number_taken", words, number=words)
    for constraint in broken(form):
        raise DomainError("form_refused", str(constraint.violation_error_message))
    if on is not None:
        _refuse_long(form, on)


def _refuse_long(form: ReportForm, on: date) -> None:
    months = int(parameters.value(SUNSET.key, on=on, county=form.county_code))
    if form.valid_to > Month.of(on).shift(months).end:
        words = _("有效期最长 %d 个月。") % months
        hint = _("到期前可以续期,续期时再说明是否还需要。")
        raise DomainError("form_too_long", words, hint, ends=words, until=words)


def _kept(
    form: ReportForm, action: str, before: Mapping[str, Any], by: Any, reason: str = ""
) -> ReportForm:
    form.version += 1
    form.save()
    after = _told(form)
    changed = {name for name in after if after[name] != before[name]}
    record(
        action, form, by=by, reason=reason,
        before={name: before[name] for name in changed},
        after={name: after[name] for name in changed},
    )  # fmt: skip
    return form


def _told(form: ReportForm) -> dict[str, Any]:
    return {
        name: getattr(form, name)
        for name in ("number", "title", "owner", "basis", "valid_from", "valid_to")
    }
