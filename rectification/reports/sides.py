"""Who may act on a report, beside the right of the role."""

from typing import Any

from django.utils.translation import gettext as _

from rectification.reports.models import Report, ReportRecipient
from rectification.reports.perms import may_confirm_reports, may_issue_reports
from villages.accounts.actors import ServiceActor
from villages.common.errors import DomainError
from villages.common.scope import COUNTY


def keeps(by: Any, report: Report) -> bool:
    """Whether the person amends, reviews and issues this county's reports."""
    allowed = isinstance(by, ServiceActor) or may_issue_reports(by)
    return bool(allowed and by.territory.covers(report.county_code))


def require_keeper(by: Any, report: Report) -> None:
    """Raises `report_side`."""
    if not keeps(by, report):
        words = _("这一步由县委组织部办理。")
        raise DomainError("report_side", words, _("如需办理,请与组织部联系。"))


def receives(by: Any, recipient: ReportRecipient) -> bool:
    """Whether the person signs for this township; for a county its department does."""
    of_county = len(recipient.unit_code) == COUNTY
    may = may_issue_reports(by) if of_county else may_confirm_reports(by)
    return bool(may and by.territory.covers(recipient.unit_code))


def may_have(by: Any, report: Report, name: str) -> bool:
    """Whether a document is for this person: the text goes to every township, the annex with the
    rows of all villages stays with those who cover the county."""
    return bool(by.territory.covers(report.county_code) or name.endswith(".docx"))


def is_same(by: Any, other: int | None) -> bool:
    """Whether the person, or whoever the person stands in for, is the other one."""
    keys = {getattr(by, "pk", None), getattr(getattr(by, "acting_for", None), "pk", None)}
    return other is not None and other in keys
