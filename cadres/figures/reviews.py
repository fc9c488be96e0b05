"""Joint reviews in numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db.models import Q
from django.utils.translation import gettext as _

from cadres.models import JointReview, PostTenure, ReviewOpinion
from cadres.wording.reviews import ReviewResult
from villages import parameters
from villages.common.figures import Figure
from villages.common.scope import Scope

_PASSED = frozenset({ReviewResult.PASS, ReviewResult.CONDITIONAL})


class Waiting(NamedTuple):
    """A review worth a look; `day` is that of its beginning, or of its running out."""

    uid: str
    person: str
    post: str
    village: str
    day: date


@dataclass(frozen=True)
class ReviewFigures:
    """Joint reviews of a territory from `since` to a day.

    `initiated` counts those begun in that time, `passed`, `conditional` and `rejected` those
    concluded in it. `open` stand without a conclusion on the day; withdrawn ones are in none.
    `stuck` are open too long; `expiring` are passed, soon over, and the person is not in the post.
    """

    initiated: int
    passed: int
    conditional: int
    rejected: int
    open: int
    overdue_opinions: int
    stuck: tuple[Waiting, ...]
    expiring: tuple[Waiting, ...]

    @property
    def concluded(self) -> int:
        """Passed, conditionally passed and rejected."""
        return self.passed + self.conditional + self.rejected


def reviews(scope: Scope, county: str, since: date, on: date) -> ReviewFigures:
    """Joint reviews of the territory. Three queries.

    Source: joint reviews by the days of their steps; opinions by due date.
    """
    rows = list(_rows(scope, county, since, on))
    concluded = [one for one in rows if one.decided_on and since <= one.decided_on <= on]
    results = [one.result for one in concluded]
    unconcluded = [one for one in rows if _is_open(one, on)]
    stuck_before = on - timedelta(days=_days("pending", county, on))
    return ReviewFigures(
        initiated=sum(since <= one.initiated_on for one in rows),
        passed=results.count(ReviewResult.PASS),
        conditional=results.count(ReviewResult.CONDITIONAL),
        rejected=results.count(ReviewResult.REJECT),
        open=len(unconcluded),
        overdue_opinions=_overdue(scope, county, on),
        stuck=tuple(
            _waiting(one, one.initiated_on)
            for one in unconcluded
            if one.initiated_on < stuck_before
        ),
        expiring=_expiring(rows, _in_office(scope, county, on), county, on),
    )


def review_figures(found: ReviewFigures) -> tuple[Figure, ...]:
    """The same for people, with their definitions."""
    source = _("任职资格联审台账")
    share = Figure.of_share(
        "reviews.passed_share", _("联审通过率"), found.passed + found.conditional, found.concluded,
        source=source, definition=_("通过和有条件通过的人次占作出结论的人次。"),
    )  # fmt: skip
    return (*(_figure(*row, source=source) for row in _counted(found)), share)


def _counted(found: ReviewFigures) -> Iterable[tuple[str, Any, int, Any]]:
    yield "reviews.initiated", _("发起联审"), found.initiated, _("期内发起的人次。")
    yield "reviews.passed", _("通过"), found.passed, _("期内作出通过结论的人次。")
    yield (
        "reviews.conditional", _("有条件通过"), found.conditional,
        _("期内作出有条件通过结论的人次。"),
    )  # fmt: skip
    yield (
        "reviews.rejected", _("不通过"), found.rejected,
        _("期内作出不通过结论的人次,含乡镇初审不通过。"),
    )  # fmt: skip
    yield "reviews.open", _("正在联审"), found.open, _("当天没有结论、没有撤回的人次。")
    yield (
        "reviews.stuck", _("久拖未决"), len(found.stuck),
        _("发起后超过县定天数还没有结论的人次。"),
    )  # fmt: skip
    yield (
        "reviews.overdue_opinions", _("逾期未答复"), found.overdue_opinions,
        _("过了答复期限、没有答复也没有按未答复处理的部门意见份数。"),
    )  # fmt: skip
    yield (
        "reviews.expiring", _("结论即将到期"), len(found.expiring),
        _("结论快到期、此人还没有任职的人次。"),
    )  # fmt: skip


def _figure(code: str, label: Any, value: int, definition: Any, *, source: Any) -> Figure:
    unit = _("份") if code == "reviews.overdue_opinions" else _("人次")
    return Figure(code, label, value, unit, source=source, definition=definition)


def _rows(scope: Scope, county: str, since: date, on: date) -> Any:
    """What was begun by the day and is open, was concluded since, or still holds."""
    rows = JointReview.objects.in_scope(scope).in_county(county).filter(initiated_on__lte=on)
    recent = Q(initiated_on__gte=since) | Q(decided_on=None) | Q(decided_on__gte=since)
    return rows.filter(recent | Q(valid_until__gte=on)).select_related("person", "village")


def _is_open(one: JointReview, on: date) -> bool:
    return not one.withdrawn_reason and (one.decided_on is None or one.decided_on > on)


def _overdue(scope: Scope, county: str, on: date) -> int:
    rows = ReviewOpinion.objects.in_scope(scope).in_county(county).filter(due_on__lt=on)
    rows = rows.filter(review__withdrawn_reason="", asked_on__lte=on)
    late = Q(answered_on=None) | Q(answered_on__gt=on)
    kept = Q(forced_on=None) | Q(forced_on__gt=on)
    return int(rows.filter(late & kept).count())


def _in_office(scope: Scope, county: str, on: date) -> set[tuple[int, int, str]]:
    held = PostTenure.objects.in_scope(scope).in_county(county).on(on)
    return set(held.values_list("person_id", "village_id", "post"))


def _expiring(
    rows: list[JointReview], held: set[tuple[int, int, str]], county: str, on: date
) -> tuple[Waiting, ...]:
    until = on + timedelta(days=_days("expiring", county, on))
    return tuple(
        _waiting(one, one.valid_until)
        for one in rows
        if one.result in _PASSED
        and one.valid_until is not None
        and on <= one.valid_until <= until
        and (one.person_id, one.village_id, one.post) not in held
    )


def _waiting(one: JointReview, day: date) -> Waiting:
    return Waiting(one.uid, one.person.name, str(one.get_post_display()), one.village.name, day)


def _days(which: str, county: str, on: date) -> int:
    days: int = parameters.value(f"cadres.review_{which}_days", on=on, county=county)
    return days
