"""What a team saw in a village is written down, all on one page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from rectification.supervision.actions.inspection_stepping import is_hidden, require_recorded
from rectification.supervision.actions.stepping import require_day
from rectification.supervision.actions.storing import refuse_unfit, store
from rectification.supervision.choices import Weight
from rectification.supervision.figures.comparing import Seen, compare_many
from rectification.supervision.models import ChecklistPoint, Finding, InspectionSite, SiteAnswer
from villages.accounts.models import User
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked
from villages.trace.record import record


@dataclass(frozen=True)
class Answer:
    """The answer to one point; nothing at all where it was not looked at."""

    point: ChecklistPoint
    is_yes: bool | None = None
    number: Decimal | None = None
    text: str = ""

    @property
    def is_given(self) -> bool:
        """Whether anything was answered."""
        return self.is_yes is not None or self.number is not None or bool(self.text)


@dataclass(frozen=True)
class Found:
    """One thing that is wrong; `restricted` keeps its words to the organization department."""

    group: str
    text: str
    severity: str = Weight.GENERAL
    restricted: bool = False
    point: ChecklistPoint | None = None


@transaction.atomic
def record_site(
    site: InspectionSite, *, by: Any, on: date, values: Mapping[str, Any],
    answers: Iterable[Answer] = (), found: Iterable[Found] = (), version: int | None = None,
) -> InspectionSite:  # fmt: skip
    """The visit of a day with answers and findings; said again it replaces the answers.

    Answers are laid beside the filing, findings are added. `version` is the one that the person
    saw. Raises `version_changed`, `inspection_over`, `order_step_future`, `site_other_county` and
    the words of constraints.
    """
    row: InspectionSite = locked(site)
    if version is not None and row.version != version:
        words = _("“%s”刚被他人改动,您的填写没有保存。") % row
        raise DomainError("version_changed", words, _("请对照最新内容后再次提交。"))
    require_recorded(locked(row.inspection))
    require_day(on, None)
    inspector = by if isinstance(by, User) else None
    _fit(row, {**values, "visited_on": on, "inspector": inspector})
    before = changed(row, **values, visited_on=on, inspector=inspector)
    told = _answer(row, answers)
    added = [add_finding(row, one) for one in found]
    record(
        "site.recorded", row, by=by, before=_plain(before), county_only=is_hidden(row),
        after={**_plain(values), "on": on, "answers": told, "findings": len(added)},
    )  # fmt: skip
    return row


def add_finding(site: InspectionSite, one: Found) -> Finding:
    """The next finding of a site."""
    last = Finding.objects.filter(site=site).aggregate(last=Max("seq"))["last"] or 0
    row = Finding(
        county_code=site.county_code, village=site.village, site=site, seq=last + 1,
        point=one.point, group=one.group.strip(), severity=one.severity, text=one.text.strip(),
        restricted=one.restricted, status_since=site.visited_on,
    )  # fmt: skip
    return store(row)


def weigh_answers(rows: Sequence[SiteAnswer]) -> None:
    """Puts beside answers what was filed, by the day of each visit."""
    for row, told in zip(rows, compare_many([_seen(one) for one in rows]), strict=True):
        row.month, row.filed, row.agrees = told.month, told.filed, told.agrees


def _seen(row: SiteAnswer) -> Seen:
    site = row.site
    day = site.visited_on or site.planned_on or site.inspection.from_on
    return Seen(row.point, site.village, day, row.is_yes, row.number)


def _answer(site: InspectionSite, answers: Iterable[Answer]) -> int:
    """How many answers were given; an empty one takes back what was said."""
    known = {one.point_id: one for one in SiteAnswer.objects.filter(site=site)}
    said = list(answers)
    given = [_row(site, one, known.get(one.point.pk)) for one in said if one.is_given]
    taken = [one.point.pk for one in said if not one.is_given]
    SiteAnswer.objects.filter(site=site, point__in=taken).delete()
    weigh_answers(given)
    for row in given:
        store(row)
    return len(given)


def _row(site: InspectionSite, one: Answer, known: SiteAnswer | None) -> SiteAnswer:
    if one.point.county_code != site.county_code:
        words = _("“%s”不是本县的检查要点。") % one.point
        raise DomainError("site_other_county", words)
    row = known or SiteAnswer(county_code=site.county_code, village=site.village)
    row.site, row.point = site, one.point
    row.is_yes, row.number, row.text = one.is_yes, one.number, one.text.strip()
    row.version += 1 if row.pk else 0
    return row


def _fit(row: InspectionSite, values: Mapping[str, Any]) -> None:
    """Says in words what would not fit into its column."""
    for name, value in values.items():
        setattr(row, name, value)
    refuse_unfit(row)


def _plain(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "")}
