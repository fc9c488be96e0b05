"""The steps of a joint review (联审) and which of them follow each other."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ReviewStatus(TextChoices):
    """Where a joint review stands."""

    DRAFT = "draft", _("乡镇初审中")
    TOWNSHIP_PASSED = "township_passed", _("初审通过,待送审")
    WITH_DEPARTMENTS = "with_departments", _("已送部门")
    COLLECTING = "collecting", _("意见收集中")
    DECIDED = "decided", _("已作结论")
    ARCHIVED = "archived", _("已归档")


FINISHED = frozenset({ReviewStatus.DECIDED, ReviewStatus.ARCHIVED})

# A township that refuses decides at once: nobody sends such a person to the departments. Whoever
# is withdrawn goes to the archive without a conclusion.
FOLLOWS: dict[ReviewStatus, frozenset[ReviewStatus]] = {
    ReviewStatus.DRAFT: frozenset(
        {ReviewStatus.TOWNSHIP_PASSED, ReviewStatus.DECIDED, ReviewStatus.ARCHIVED}
    ),
    ReviewStatus.TOWNSHIP_PASSED: frozenset({ReviewStatus.WITH_DEPARTMENTS, ReviewStatus.ARCHIVED}),
    ReviewStatus.WITH_DEPARTMENTS: frozenset({ReviewStatus.COLLECTING, ReviewStatus.ARCHIVED}),
    ReviewStatus.COLLECTING: frozenset({ReviewStatus.DECIDED, ReviewStatus.ARCHIVED}),
    ReviewStatus.DECIDED: frozenset({ReviewStatus.ARCHIVED}),
    ReviewStatus.ARCHIVED: frozenset(),
}


def may_follow(now: str, then: str) -> bool:
    """Whether a review that stands here may go there."""
    return ReviewStatus(then) in FOLLOWS[ReviewStatus(now)]
