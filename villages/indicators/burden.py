"""What an indicator may not ask, and what it costs those who are asked."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.utils.translation import gettext as _

from villages import parameters
from villages.common.errors import DomainError
from villages.common.forbidden import RULES, demanded
from villages.common.shares import round_half_up
from villages.indicators.choices import Rhythm
from villages.indicators.models import IndicatorDefinition
from villages.indicators.parameters import SECONDS_EACH
from villages.indicators.periods import spans


@dataclass(frozen=True)
class Burden:
    """What an indicator asks until its end: `values` numbers of `villages` villages over
    `periods` periods, about `minutes` minutes in all, rounded half-up."""

    villages: int
    periods: int
    values: int
    minutes: int

    @property
    def sentence(self) -> str:
        """The same in words, for the page and before it comes into force."""
        if not self.periods:
            return _("每问一次,%(villages)d 个村共填 %(villages)d 个数,约 %(minutes)d 分钟。") % (
                vars(self)
            )
        return _(
            "到期前还要 %(villages)d 个村各填 %(periods)d 期,"
            "共 %(values)d 个数,约 %(minutes)d 分钟。"
        ) % vars(self)


def burden(definition: IndicatorDefinition, villages: int, on: date) -> Burden:
    """What the definition still asks from a day on; each as-of day is asked apart. No query
    beyond the parameters."""
    county = definition.county_code
    seconds = parameters.value(SECONDS_EACH.key, on=on, county=county)
    first = max(on, definition.begun_on or on)
    periods = len(spans(definition.rhythm, first, definition.ended_on or definition.sunset_on))
    once = definition.rhythm == Rhythm.AS_OF
    values = villages * (1 if once else periods)
    return Burden(villages, periods, values, int(round_half_up(Fraction(values * seconds, 60), 0)))


def refuse_burdens(definition: IndicatorDefinition) -> None:
    """Raises `indicator_refused` when the name or wording asks what nobody may ask."""
    if word := demanded(definition.name, definition.about, definition.purpose):
        raise DomainError("indicator_refused", *refusal(word))


def refusal(word: str) -> tuple[str, str]:
    """Why the word is refused and what to do."""
    return (
        _("指标不能要求“%(word)s”:减负规定不允许以此考核或要求基层。依据:%(rules)s。")
        % {"word": word, "rules": RULES},
        _("请改为统计工作本身的结果。"),
    )
