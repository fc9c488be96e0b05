"""Which inputs a form asks: adding one within the limit, dropping one, moving one."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from villages import parameters
from villages.common.errors import DomainError
from villages.filings.actions.register import locked_form, refuse_forbidden
from villages.filings.declaring import inputs_of
from villages.filings.figures.register import keys_from
from villages.filings.models import FormLine, ReportForm
from villages.filings.parameters import MOST_INPUTS
from villages.trace.record import record


@transaction.atomic
def add_input(
    *, form: ReportForm, key: str, since: date, reason: str, version: int, by: Any, on: date
) -> FormLine:
    """Asks a further input from a day on.

    What another form asks already costs nothing more and is not asked twice. Raises
    `form_not_allowed`, `version_changed`, `input_unknown`, `form_forbidden`, `input_asked`,
    `line_day_wrong`, `reason_needed`, `too_many_inputs`.
    """
    own = locked_form(form, version, by)
    one = inputs_of(own.county_code).get(key)
    if one is None:
        raise DomainError("input_unknown", _("没有这个填报项。"), _("请从清单中选择。"))
    refuse_forbidden(one.label)
    _refuse_day(own, since, on)
    _require_reason(reason)
    if own.lines.filter(input_key=key, valid_to=None).exists():
        raise DomainError("input_asked", _("这一项已在表中。"))
    _refuse_more(own, key, since)
    place = own.lines.aggregate(last=Max("position"))["last"]
    line = FormLine.objects.create(
        form=own, county_code=own.county_code, input_key=key, valid_from=since, reason=reason,
        position=0 if place is None else place + 1,
    )  # fmt: skip
    after = {"input": str(one.label), "since": since}
    _touch(own, "form.input_added", by, after=after, reason=reason)
    return line


@transaction.atomic
def drop_input(*, form: ReportForm, key: str, reason: str, version: int, by: Any, on: date) -> None:
    """Asks an input no longer, from today on. What was filed stays in its ledger.

    Raises `form_not_allowed`, `version_changed`, `input_not_asked`, `reason_needed`.
    """
    own = locked_form(form, version, by)
    _require_reason(reason)
    line = _line(own, key)
    if line.valid_from >= on:
        line.delete()
    else:
        line.valid_to = on - timedelta(days=1)
        line.save(update_fields=["valid_to"])
    _touch(own, "form.input_dropped", by, before={"input": _label(own, key)}, reason=reason)


@transaction.atomic
def move_input(*, form: ReportForm, key: str, up: bool, version: int, by: Any) -> None:
    """Moves an input one place up or down; the first stays first, the last stays last.

    Raises `form_not_allowed`, `version_changed`, `input_not_asked`.
    """
    own = locked_form(form, version, by)
    _line(own, key)
    lines = list(own.lines.filter(valid_to=None).order_by("position", "pk"))
    place = next(index for index, line in enumerate(lines) if line.input_key == key)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(lines):
        return
    lines[place], lines[other] = lines[other], lines[place]
    for index, line in enumerate(lines):
        line.position = index
    FormLine.objects.bulk_update(lines, ["position"])
    _touch(own, "form.input_moved", by, after={"input": _label(own, key)})


def _refuse_day(form: ReportForm, since: date, on: date) -> None:
    if not max(on, form.valid_from) <= since <= form.valid_to:
        words = _("启用日期应在今天和报表终止日期之间。")
        raise DomainError("line_day_wrong", words, since=words)


def _require_reason(reason: str) -> None:
    if not reason.strip():
        words = _("请写明理由。")
        raise DomainError("reason_needed", words, reason=words)


def _refuse_more(form: ReportForm, key: str, since: date) -> None:
    most = int(parameters.value(MOST_INPUTS.key, on=since, county=form.county_code))
    if len(keys_from(form.county_code, since) | {key}) > most:
        words = _("每月最多询问 %d 项,已经满了。") % most
        raise DomainError("too_many_inputs", words, _("请先停用一项不再需要的。"))


def _line(form: ReportForm, key: str) -> FormLine:
    line: FormLine | None = form.lines.filter(input_key=key, valid_to=None).first()
    if line is None:
        raise DomainError("input_not_asked", _("这一项已不在表中。"))
    return line


def _label(form: ReportForm, key: str) -> str:
    one = inputs_of(form.county_code).get(key)
    return str(one.label) if one else key


def _touch(form: ReportForm, action: str, by: Any, **told: Any) -> None:
    form.version += 1
    form.save(update_fields=["version"])
    record(action, form, by=by, **told)
