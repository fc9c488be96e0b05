"""People whose age a county wants to look at (年龄提示): hints, never verdicts."""

from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from cadres.ages import age_on
from cadres.choices import Post
from cadres.figures.holders import Holder, holders
from cadres.parameters.posts import AGE_NEW, AGE_OTHER, AGE_SECRETARY
from villages import parameters
from villages.common.scope import Scope


class Hint(TextChoices):
    """What stands out."""

    NEW = "new", _("任职时超过新任年龄上限")
    SECRETARY = "secretary", _("书记超过留任年龄上限")
    OTHER = "other", _("超过留任年龄上限")


@dataclass(frozen=True)
class AgeHint:
    """One person of the two committees, the age meant by the hint, and the limit in force."""

    holder: Holder
    hint: Hint
    age: int
    limit: int


def age_hints(scope: Scope, county: str, on: date) -> list[AgeHint]:
    """Everybody of the two committees above a limit, by village code. One query.

    Who took office this year is measured on that day against the limit for new cadres, others
    on the day against the limit for those who stay. Unknown births give no hint. The limits are
    county parameters.
    """
    limits = {
        Hint.NEW: parameters.value(AGE_NEW, on=on, county=county),
        Hint.SECRETARY: parameters.value(AGE_SECRETARY, on=on, county=county),
        Hint.OTHER: parameters.value(AGE_OTHER, on=on, county=county),
    }
    sitting = (one for one in holders(scope, county, on) if one.in_two_committees)
    found = [(one, *_measured(one, on)) for one in sitting]
    return [
        AgeHint(one, hint, age, limits[hint])
        for one, hint, age in found
        if age is not None and age > limits[hint]
    ]


def _measured(one: Holder, on: date) -> tuple[Hint, int | None]:
    if one.since is not None and one.since.year == on.year:
        return Hint.NEW, age_on(one.birth_month, one.since)
    hint = Hint.SECRETARY if Post.SECRETARY in one.posts else Hint.OTHER
    return hint, age_on(one.birth_month, on)
