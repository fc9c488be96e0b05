"""Which acceptance scheme is in force, and what its points add up to."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.db.models import Sum
from django.utils.translation import gettext as _

from rectification.models import AcceptanceScheme, RectificationCase
from rectification.rules.acceptance import Bar
from rectification.wording.acceptance import plain
from villages.common.errors import DomainError

FULL = 100


def scheme_in_force(county: str, on: date) -> AcceptanceScheme:
    """The county's scheme of a day, with 100 points in all. Raises `no_scheme`, `scheme_not_whole`.

    Where two overlap, the later one holds.
    """
    rows = AcceptanceScheme.objects.in_county(county).on(on).order_by("-valid_from", "-pk")
    found: AcceptanceScheme | None = rows.first()
    if found is None:
        words = _("本县 %s 没有启用的验收办法。") % on.isoformat()
        raise DomainError("no_scheme", words, _("请先在“验收办法”中采用默认办法或登记。"))
    refuse_not_whole(found)
    return found


def refuse_not_whole(scheme: AcceptanceScheme) -> None:
    """A scheme whose points do not add up cannot be used (`scheme_not_whole`)."""
    if (total := points_of(scheme)) != FULL:
        numbers = {"name": scheme.name, "total": plain(total)}
        words = _("“%(name)s”各方面满分合计 %(total)s 分,不是 100 分。") % numbers
        raise DomainError("scheme_not_whole", words, _("请先在“验收办法”中调整各方面的满分。"))


def points_of(scheme: AcceptanceScheme) -> Decimal:
    """The full points of all its aspects together."""
    total: Decimal | None = scheme.aspects.aggregate(all=Sum("points"))["all"]
    return total or Decimal(0)


def is_used(scheme: AcceptanceScheme) -> bool:
    """Whether any case holds it: from then on it never changes."""
    return bool(RectificationCase.objects.filter(scheme=scheme).exists())


def used_among(schemes: Iterable[AcceptanceScheme]) -> set[int]:
    """The keys of those that any case of the county holds. One query."""
    rows = RectificationCase.objects.filter(scheme__in=list(schemes))
    return set(rows.values_list("scheme_id", flat=True))


def bar_of(scheme: AcceptanceScheme) -> Bar:
    """The numbers by which the scheme judges."""
    return Bar(
        pass_score=scheme.pass_score, satisfied_share=scheme.satisfied_share,
        dissatisfied_share=scheme.dissatisfied_share, votes_at_least=scheme.votes_at_least,
        votes_share=scheme.votes_share,
    )  # fmt: skip
