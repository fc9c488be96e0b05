"""What all acts on a year's assessment share."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from rectification.reports.assessment.rules.linting import forbidden_in, refusal
from rectification.reports.assessment.states import AssessmentStatus
from rectification.reports.assessment_parameters import FORBIDDEN
from rectification.reports.figures.assessment import townships
from rectification.reports.models import Assessment
from rectification.reports.perms import may_keep_assessment
from villages import parameters
from villages.common.errors import DomainError
from villages.ledgers.keeping import locked


def name_of(by: Any) -> str:
    """Who it was, as printed."""
    return str(getattr(by, "name", "") or by)[:80]


def is_same(by: Any, other: int | None) -> bool:
    """Whether the person, or whoever the person stands in for, is the other one."""
    keys = {getattr(by, "pk", None), getattr(getattr(by, "acting_for", None), "pk", None)}
    return other is not None and other in keys


def refuse_stranger(by: Any, county: str) -> None:
    """Only the organization department of the county. Raises `assessment_side`."""
    territory = getattr(by, "territory", None)
    if not (may_keep_assessment(by) and territory and territory.covers(county)):
        words = _("年终考核由县委组织部办理。")
        raise DomainError("assessment_side", words, _("如需办理,请与组织部联系。"))


def held(row: Assessment, *statuses: AssessmentStatus) -> Assessment:
    """The year as it is now, held, in one of these states. Raises `assessment_state`."""
    found: Assessment = locked(row)
    if found.status not in statuses:
        words = _("%(year)d年年终考核现在是“%(status)s”,不能办理这一步。") % {
            "year": found.year, "status": found.get_status_display(),
        }  # fmt: skip
        raise DomainError("assessment_state", words, _("请刷新页面后再看。"))
    return found


def township_name(row: Assessment, code: str, on: date) -> str:
    """The township's name. Raises `assessment_township` for one that is not of the county."""
    found = dict(townships(row.county_code, on)).get(code)
    if found is None:
        words = _("没有代码为“%s”的乡镇。") % code
        raise DomainError("assessment_township", words, township_code=words)
    return found


def refuse_forbidden(county: str, on: date, **texts: str) -> None:
    """No leaders' comments, media, write-ups, meetings for show … are scored. Raises
    `assessment_forbidden` with the sentence of the rule at the field."""
    words = str(parameters.value(FORBIDDEN.key, on=on, county=county)).split()
    for field, text in texts.items():
        if found := forbidden_in(words, text):
            said = refusal(found)
            raise DomainError(
                "assessment_forbidden", said, _("请写可核实的工作结果。"), **{field: said}
            )
