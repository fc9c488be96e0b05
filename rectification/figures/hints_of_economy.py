"""Hints from the collective economy: last year's income, and debt beside it."""

from fractions import Fraction

from django.utils.translation import gettext as _

from collective_economy.figures import village_income
from collective_economy.figures.debts import debts, owed
from rectification.rules.screening import Reading, exactly
from villages.affairs.figures import Roll
from villages.common.money import wan_text
from villages.common.periods import Month
from villages.common.shares import round_half_up

_FEN = 100


def readings(of: Roll) -> dict[str, dict[int, Reading]]:
    """At most four queries. Income is that of the last whole year; where none is stated, a debt
    is not weighed either. A village that states income and no debt owes nothing."""
    year = of.on.year - 1
    stated = village_income(of.scope, of.county, Month(year, 12))
    income = {pk: one.operating_fen for pk, one in stated.items() if one.operating_fen is not None}
    left = owed(debts(of.scope, of.county, of.on))
    return {
        "operating_income": {
            pk: exactly(Fraction(fen, _FEN), _("%(year)d 年经营性收入 %(fen)s 万元") % {
                "year": year, "fen": wan_text(fen),
            })
            for pk, fen in income.items()
        },
        "debt_times": {pk: _debt(left.get(pk, 0), fen) for pk, fen in income.items()},
    }  # fmt: skip


def _debt(left: int, income: int) -> Reading:
    if not left:
        return exactly(0, _("没有债务余额"))
    said = _("债务余额 %s 万元") % wan_text(left)
    if income <= 0:
        return Reading(settled=True, text=_("%s,没有经营性收入") % said)
    times = Fraction(left, income)
    words = _("%(said)s,为收入的 %(times)s 倍")
    return exactly(times, words % {"said": said, "times": round_half_up(times)})
