"""What follows for a rating when somebody judges its items."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from branches.models import SchemeRating, SchemeReceipt
from branches.schemes.sheet import Answer, check_answer, missing
from branches.scoring import Grade, Line, last_word, result
from villages.common.errors import DomainError


def locked(rating: SchemeRating, *states: str) -> SchemeRating:
    """The row, held until the end of the transaction. Raises `rating_state` in another state."""
    row: SchemeRating = (
        SchemeRating.objects.select_for_update(of=("self",))
        .select_related("scheme", "village", "branch")
        .get(pk=rating.pk)
    )
    if row.state not in states:
        raise DomainError(
            "rating_state", _("这份评定现在是“%s”。") % row.get_state_display(), _("请刷新页面。")
        )
    return row


def require(allowed: bool) -> None:
    """Raises `rating_scope` where somebody may not."""
    if not allowed:
        raise DomainError("rating_scope", _("您不能办理这份评定。"), _("请联系乡镇党委或组织部。"))


def rescore(rating: SchemeRating) -> None:
    """Writes what follows from the receipts: sum, full points, veto, grade."""
    found = list(rating.receipts.select_related("item"))
    grades = {row.name: row for row in rating.scheme.grades.all()}
    outcome = result(
        [Line(row.points, row.most, row.item.veto) for row in found],
        [Grade(row.name, row.least) for row in grades.values()],
    )
    rating.score, rating.possible = outcome.score, outcome.possible
    rating.vetoed, rating.grade = outcome.vetoed, grades[outcome.grade.name]
    rating.version += 1
    rating.save()


def change_points(
    rating: SchemeRating, changes: Mapping[int, Answer], points: str, reason: str
) -> None:
    """Writes another hand's points, with a reason each, into the receipts; the earlier ones stay.

    `points` and `reason` name the fields of that hand. Raises `answer_invalid`, `reason_missing`.
    """
    rows = {row.item_id: row for row in rating.receipts.select_related("item")}
    if strange := set(changes) - set(rows):
        raise DomainError("answer_invalid", _("没有这个评定项目。"), str(sorted(strange)))
    for item, answer in changes.items():
        row = rows[item]
        check_answer(row.item, answer)
        if not answer.note.strip():
            words = _("第 %s 项改动评分要写明理由。") % row.item.number
            raise DomainError("reason_missing", words, "", **{f"note_{item}": words})
        setattr(row, points, answer.points)
        setattr(row, reason, answer.note.strip())
        settle(row)
        row.version += 1
        row.save()


def settle(row: SchemeReceipt) -> None:
    """The last word becomes the points. Raises `answer_invalid` where nobody said one."""
    word = last_word(
        decided=row.decided_points, county=row.county_points,
        computed=row.computed_points, township=row.township_points,
    )  # fmt: skip
    if word is None:
        raise missing(row.item)
    row.points = word
