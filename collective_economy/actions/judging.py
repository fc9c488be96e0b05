"""What neither a correction nor a push of income may say."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from collective_economy.actions.stating import Entry, Standing
from collective_economy.figures.neighbours import Neighbours, neighbours
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.imports.months import closed_words, correction_date, openness


@dataclass(frozen=True)
class Judge:
    """One county and month on a day: whether it takes writes, and what stands around it."""

    month: Month
    may_correct_late: bool
    last_correction: date
    is_open: Callable[[str], bool]
    beside: dict[tuple[int, str], Neighbours]

    def refuse(self, entry: Entry, old: Standing | None) -> None:
        """Raises `month_closed`, `corrections_closed`, `reason_required`, `part_too_large`,
        `ytd_falls`."""
        self._refuse_closed(entry, old)
        if old is not None and not entry.reason.strip():
            words = _("更正必须写明原因。")
            raise DomainError("reason_required", words, reason=words)
        for part in (entry.operating_part_fen, entry.regular_part_fen):
            if part is not None and not 0 <= part <= entry.fen:
                raise DomainError("part_too_large", _("其中的部分不能多于金额。"))
        if entry.first % 100 == 1:
            self._refuse_fall(entry)

    def _refuse_closed(self, entry: Entry, old: Standing | None) -> None:
        """New statements need an open month; corrections also pass until the last day for
        them."""
        if self.is_open(entry.village.code):
            return
        if old is None:
            raise closed_words(self.month)
        if not self.may_correct_late:
            raise DomainError(
                "corrections_closed",
                _("%(month)s的收入只能更正到 %(day)s。")
                % {"month": self.month.label, "day": self.last_correction},
                _("请先申请重新开放这个月。"),
            )

    def _refuse_fall(self, entry: Entry) -> None:
        one = self.beside.get((entry.village.pk, entry.category))
        low, high = (one.earlier_fen, one.later_fen) if one else (None, None)
        if (low is not None and entry.fen < low) or (high is not None and entry.fen > high):
            words = _("累计数不能少于前面月份、多于后面月份已报的数,请先更正那个月。")
            raise DomainError("ytd_falls", words, amount=words)


def judge_of(county: str, month: Month, on: date, villages: list[int]) -> Judge:
    """The judge of a month, holding it open until the end of the transaction. Three queries."""
    last = correction_date(month, county)
    return Judge(
        month=month,
        may_correct_late=on <= last,
        last_correction=last,
        is_open=openness(county=county, month=month, on=on, holding=True),
        beside=neighbours(county, month, villages),
    )
