"""Ratings of branches: the township proposes, the county confirms, points follow the receipts."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from branches.actions.receipts import change_points, locked, require, rescore, settle
from branches.models import PartyBranch, Scheme, SchemeRating, SchemeReceipt
from branches.schemes.catalogue import Known
from branches.schemes.choices import RatingState
from branches.schemes.periods import holds_for, period_of
from branches.schemes.sheet import Answer, check_answer, computed
from villages.accounts.perms import may_change_map, may_keep_ledgers
from villages.common.errors import DomainError
from villages.common.periods import Period
from villages.trace.record import record

NO_ANSWER = Answer(None)


@transaction.atomic
def propose_rating(
    *,
    branch: PartyBranch,
    scheme: Scheme,
    period: str,
    answers: Mapping[int, Answer],
    values: Mapping[str, Known],
    on: date,
    by: Any,
) -> SchemeRating:
    """The township's self-check of one branch, again as long as the county has not confirmed.

    `answers` are by item; `values` are the branch's figures. Every item needs points, said or
    computed. Raises `answer_invalid` with the first item that lacks them, `scheme_not_in_force`,
    `period_not_begun`, `rating_settled`, `rating_scope`.
    """
    require(may_keep_ledgers(by) and by.territory.covers(branch.village.code))
    span = period_of(scheme.cycle, period)
    _require_in_force(scheme, span, on)
    _require_same_place(branch, scheme, span)
    receipts = [
        _receipt(item, answers.get(item.pk, NO_ANSWER), values) for item in scheme.items.all()
    ]
    rating = _unsettled(branch, scheme, span.code) or SchemeRating()
    before = {"score": rating.score} if rating.pk else {}
    _begin(rating, branch, scheme, span, on)
    _store(rating, receipts)
    after = {"score": rating.score, "grade": rating.grade.name}
    record(
        "branches.rating_proposed", rating, by=by, before=before, after=after, count=len(receipts)
    )
    return rating


@transaction.atomic
def confirm_rating(
    *, rating: SchemeRating, on: date, by: Any, changes: Mapping[int, Answer] | None = None
) -> SchemeRating:
    """The county's word: as proposed, or with other points for some items and a reason each.

    `changes` are by item. Raises `rating_state`, `answer_invalid`, `reason_missing`.
    """
    rating = locked(rating, RatingState.PROPOSED)
    require(may_change_map(by) and by.territory.covers(rating.village.code))
    before, changes = {"score": rating.score}, changes or {}
    change_points(rating, changes, "county_points", "county_reason")
    rating.state, rating.confirmed_on = RatingState.CONFIRMED, on
    rating.confirmed_by_id = getattr(by, "pk", None)
    rescore(rating)
    after = {"score": rating.score, "grade": rating.grade.name}
    record(
        "branches.rating_confirmed",
        rating,
        by=by,
        before=before,
        after=after,
        count=len(changes or {}),
    )
    return rating


@transaction.atomic
def confirm_proposed(*, ratings: Iterable[SchemeRating], on: date, by: Any) -> int:
    """Confirms all of these that wait for it, as proposed; how many."""
    waiting = [one for one in ratings if one.state == RatingState.PROPOSED]
    for one in waiting:
        confirm_rating(rating=one, on=on, by=by)
    return len(waiting)


def _receipt(item: Any, answer: Answer, values: Mapping[str, Known]) -> SchemeReceipt:
    check_answer(item, answer)
    points, known = computed(item, values)
    row = SchemeReceipt(
        item=item, most=item.points, township_points=answer.points, township_note=answer.note,
        computed_points=points,
    )  # fmt: skip
    if known:
        row.computed_value, row.computed_source = str(known.number), known.source
    settle(row)
    return row


def _begin(
    rating: SchemeRating, branch: PartyBranch, scheme: Scheme, span: Period, on: date
) -> None:
    rating.branch, rating.village, rating.county_code = branch, branch.village, branch.county_code
    rating.scheme, rating.kind, rating.period = scheme, scheme.kind, span.code
    rating.proposed_on, rating.state = on, RatingState.PROPOSED
    if not rating.pk:
        # Filled by `rescore` in this transaction; the row needs its key before its receipts.
        rating.score, rating.possible, rating.version = 0, 1, 0
        rating.grade = scheme.grades.order_by("least")[0]
        rating.save()


def _store(rating: SchemeRating, receipts: Iterable[SchemeReceipt]) -> None:
    rating.receipts.all().delete()
    for row in receipts:
        row.rating, row.village, row.county_code = rating, rating.village, rating.county_code
    SchemeReceipt.objects.bulk_create(receipts)
    rescore(rating)


def _unsettled(branch: PartyBranch, scheme: Scheme, period: str) -> SchemeRating | None:
    rows = SchemeRating.objects.select_for_update()
    row: SchemeRating | None = rows.filter(branch=branch, kind=scheme.kind, period=period).first()
    if row and (row.state != RatingState.PROPOSED or row.scheme_id != scheme.pk):
        raise DomainError(
            "rating_settled", _("这个党组织本期的评定已经确认。"), _("有异议请申诉。")
        )
    return row


def _require_in_force(scheme: Scheme, span: Period, on: date) -> None:
    if on < span.start:
        raise DomainError("period_not_begun", _("%s还没有开始。") % span.label, "")
    if not holds_for(scheme, span):
        said = _("%s按另一版方案评定。") % span.label
        raise DomainError("scheme_not_in_force", said, _("请选择当期的方案。"))


def _require_same_place(branch: PartyBranch, scheme: Scheme, span: Period) -> None:
    day = min(span.end, scheme.valid_to or span.end)
    gone = branch.abolished_on and branch.abolished_on <= day
    if branch.county_code != scheme.county_code or gone:
        raise DomainError("rating_branch", _("这个党组织本期不参加评定。"), _("请换一个党组织。"))
