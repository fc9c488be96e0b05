"""What a batch achieved in the villages: petitions."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from rectification.figures.effect_parts import Batch, Effect, Group
from rectification.figures.effect_sums import Asked, Told
from villages.affairs.figures import roll
from villages.affairs.figures.petitions import petitions_of_span
from villages.common.periods import Month


def of_petitions(batch: Batch) -> Iterator[Effect]:
    """Petitions of the year up to the day. Two queries."""
    last = Month.of(batch.on)
    found = petitions_of_span(
        roll(batch.scope, batch.county, batch.on), Month(last.year, 1), last
    )  # fmt: skip
    said = {
        code: Told(one.all, (_("已登记 %d 个月") if one.all else _("没有信访(已登记 %d 个月)"))
                   % one.months)
        for code, one in found.items()
    }  # fmt: skip
    yield Asked(
        "petitions", Group.PETITIONS, _("当年信访"), _("件"), _("信访情况"), "petitions",
        _("截止日所在年度已登记各月的初信初访与重信重访之和;没有登记的村不计入,不等于没有信访。"),
    ).of(batch, said)  # fmt: skip
