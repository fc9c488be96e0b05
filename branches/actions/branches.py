"""Approving, extending and abolishing party organizations."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from branches import parameters as declared
from branches.actions.saving import save_checked
from branches.models import PartyBranch
from villages import parameters
from villages.common.calendar_months import add_months
from villages.common.errors import DomainError
from villages.trace.record import record


@transaction.atomic
def approve(row: PartyBranch, *, by: Any, approved_on: date, approval_no: str) -> PartyBranch:
    """The township's approval of the founding. Raises `already_approved`, `row_refused`."""
    if row.approved_on is not None:
        raise DomainError("already_approved", _("成立已有批准文号。"), _("需要更正的请修改登记。"))
    row.approved_on, row.approval_no = approved_on, approval_no
    save_checked(row, "approved_on", "approval_no")
    record(
        "branches.founding_approved", row, by=by, reason=approval_no,
        after={"approved_on": approved_on, "approval_no": approval_no},
    )  # fmt: skip
    return row


@transaction.atomic
def extend(
    row: PartyBranch, *, by: Any, extended_to: date, approval_no: str, reason: str
) -> PartyBranch:
    """An approved later end of the term (延期换届), normally by a year at most.

    Raises `term_unknown`, `branch_abolished`, `extension_long`, `row_refused`.
    """
    _require_existing(row)
    if row.term_ends_on is None:
        raise DomainError("term_unknown", _("还没有登记届满日期。"), _("请先填写本届起始。"))
    months = parameters.value(declared.EXTENSION.key, on=row.term_ends_on, county=row.county_code)
    if extended_to > add_months(row.term_ends_on, months):
        words = _("延期不能超过届满后 %s 个月。") % months
        raise DomainError("extension_long", words, _("请改早一些。"), extended_to=words)
    before = {"extended_to": row.extended_to}
    row.extended_to, row.extension_no, row.extension_reason = extended_to, approval_no, reason
    save_checked(row, "extended_to", "extension_no", "extension_reason")
    record(
        "branches.term_extended", row, by=by, reason=reason, before=before,
        after={"extended_to": extended_to, "extension_no": approval_no},
    )  # fmt: skip
    return row


@transaction.atomic
def abolish(
    row: PartyBranch, *, by: Any, abolished_on: date, approval_no: str, reason: str
) -> PartyBranch:
    """The end of an organization; its past stays. Raises `branch_abolished`, `branch_has_parts`,
    `row_refused`."""
    _require_existing(row)
    if PartyBranch.objects.filter(parent=row).on(abolished_on).exists():
        raise DomainError(
            "branch_has_parts",
            _("“%s”下面还有党支部,不能撤销。") % row.name,
            _("请先撤销下面的党支部,或为它们另选上级党组织。"),
        )
    row.abolished_on, row.abolition_no, row.abolition_reason = abolished_on, approval_no, reason
    save_checked(row, "abolished_on", "abolition_no", "abolition_reason")
    record(
        "branches.abolished", row, by=by, reason=reason,
        after={"abolished_on": abolished_on, "abolition_no": approval_no},
    )  # fmt: skip
    return row


def _require_existing(row: PartyBranch) -> None:
    if row.abolished_on is not None:
        raise DomainError("branch_abolished", _("“%s”已经撤销。") % row.name)
