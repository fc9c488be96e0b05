"""What holds for every write to a contest: held, not finished, traced."""

from typing import Any

from django.utils.translation import gettext as _

from rectification.supervision.models import Contest
from villages.common.errors import DomainError
from villages.ledgers.keeping import locked


def held(contest: Contest) -> Contest:
    """The contest, locked; raises `contest_finished`."""
    row = locked(contest)
    refuse_finished(row)
    return row


def refuse_finished(contest: Any) -> None:
    """What is finished stands (`contest_finished`)."""
    if contest.finished_on is not None:
        raise DomainError("contest_finished", finished_words(contest), _("确需改动的,先退回重评。"))


def finished_words(contest: Any) -> str:
    """That a contest is finished."""
    return _("“%(contest)s”已于 %(day)s 评定,不能改动。") % {
        "contest": contest.title, "day": contest.finished_on,
    }  # fmt: skip
