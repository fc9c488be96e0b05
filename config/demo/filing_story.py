"""How the demo county's months went: punctual nearly everywhere, and what teaches otherwise."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from config.demo.months import LAST
from config.demo.world import World
from villages.common.clock import ZONE
from villages.common.periods import Month
from villages.filings.choices import FilingState as State
from villages.models import Village

BACKFILLED = ("金沙镇", Month(2025, 8))
COPIED_IN, COPIED_MONTHS = "柳泉镇", tuple(Month(2026, 7).until(Month(2026, 9)))
COPIED_WORDS = "受市场行情影响,本月租金收入略有波动,总体平稳。"
LATE_WORDS = "镇上网络中断,次日补报,同意接收。"
BACKFILL_WORDS = "机关搬迁,八月填报经批准重新开放后一次补录。"
# The last month is still open: who is how far.
UNTOUCHED, SILENT, TYPING, RETURNED, LATE_TOWN, WAITING = (
    "清溪镇", "双塔镇", "云台镇", "石桥镇", "黄岭镇", "白杨镇",
)  # fmt: skip


@dataclass(frozen=True)
class Fate:
    """How one village's month went. `returned_at` is set where the county sent it back."""

    state: State
    first_sent_at: datetime | None = None
    sent_at: datetime | None = None
    returned_at: datetime | None = None
    accepted_at: datetime | None = None
    late_reason: str = ""
    is_late: bool = False


@dataclass(frozen=True)
class Planted:
    """One thing that is out of order on purpose."""

    village: str
    period: str
    what: str
    why: str


@dataclass(frozen=True)
class Story:
    """The same on every machine."""

    world: World

    @cached_property
    def silent(self) -> frozenset[tuple[int, int]]:
        """Villages and months that nobody ever handed in."""
        months = (Month(2025, 5), Month(2026, 2), Month(2026, 6))
        return self._paired("filing silent", months)

    @cached_property
    def late(self) -> frozenset[tuple[int, int]]:
        """Villages and months handed in after the due day."""
        closed = [month for month in self.world.months if month < LAST]
        months = tuple(closed[place * 5 % len(closed)] for place in range(48))
        return self._paired("filing late", months) - self.silent

    @cached_property
    def mended(self) -> frozenset[tuple[int, int]]:
        """Villages and months sent back once and handed in again."""
        months = tuple(Month(2025, 11).shift(place) for place in range(10))
        return self._paired("filing mended", months) - self.silent - self.late

    @cached_property
    def corrected(self) -> frozenset[tuple[int, int]]:
        """Of those, the ones whose income had been ten times too large."""
        return frozenset(sorted(self.mended)[:3])

    @cached_property
    def copied(self) -> frozenset[tuple[int, int]]:
        """Villages and months explained with one and the same sentence."""
        own = [one for one in self.world.villages if one.township.name == COPIED_IN][:6]
        return frozenset((one.pk, month.number) for one in own for month in COPIED_MONTHS)

    def _paired(self, name: str, months: tuple[Month, ...]) -> frozenset[tuple[int, int]]:
        """A village for each month, of those that were on the map then."""
        villages = self.world.picked(name, len(months))
        return frozenset(
            (one.pk, month.number)
            for one, month in zip(villages, months, strict=True)
            if one.valid_from is None or one.valid_from <= month.end
        )

    def fate(self, village: Village, month: Month) -> Fate | None:
        """What became of a village's month; None where nobody began."""
        town, place = village.township.name, (village.pk, month.number)
        if month == LAST:
            return self._open(village)
        if place in self.silent:
            return None
        if (town, month) == BACKFILLED:
            day = month.next().start.replace(day=15)
            return _late(_at(day, 16), _at(day + timedelta(days=2), 10), BACKFILL_WORDS)
        if place in self.late:
            return _late(_day(month, 27, 9), _day(month, 28, 15), LATE_WORDS)
        sent = self._sent(town, month)
        if place in self.mended:
            again = _day(month, 27, 9)
            return Fate(State.ACCEPTED, sent, again, _day(month, 26, 15), _day(month, 28, 10))
        return Fate(State.ACCEPTED, sent, sent, accepted_at=_day(month, 26, 10))

    def _sent(self, town: str, month: Month) -> datetime:
        """When a township hands its month in: a working day before the due one."""
        dice = self.world.dice(f"filing day:{town}:{month.number}")
        day = month.start.replace(day=dice.randint(20, 25))
        return _at(day - timedelta(days=max(0, day.weekday() - 4)), dice.randint(9, 17))

    def _open(self, village: Village) -> Fate | None:
        town, sent = village.township.name, self._sent(village.township.name, LAST)
        order = int(village.code[-3:]) % 3
        if town in {UNTOUCHED, SILENT} or (town == TYPING and order == 0):
            return None
        if town == TYPING:
            return Fate(State.DRAFT)
        if town == LATE_TOWN:
            at = _day(LAST, 28, 11)
            return Fate(State.SUBMITTED, at, at, is_late=True)
        if town == WAITING:
            return Fate(State.SUBMITTED, sent, sent)
        if town == RETURNED and village in self.sent_back:
            return Fate(State.RETURNED, sent, sent, _day(LAST, 27, 10))
        return Fate(State.ACCEPTED, sent, sent, accepted_at=_day(LAST, 27, 10))

    @cached_property
    def sent_back(self) -> tuple[Village, ...]:
        """The two villages that wait for their township."""
        own = [one for one in self.world.villages if one.township.name == RETURNED]
        return own[3], own[8]

    def planted(self) -> tuple[Planted, ...]:
        """Everything of the closed months that is out of order, and the open returns."""
        codes = {one.pk: str(one.code) for one in self.world.villages}
        marked = (
            (self.silent, "silent", "整月没有填报"), (self.late, "late", "截止日后才提交"),
            (self.mended, "returned", "被退回一次后重新提交"),
            (self.corrected, "corrected", "经营收入多写一位,退回后更正"),
            (self.copied, "copied", "同镇六个村三个月用同一句说明"),
        )  # fmt: skip
        found = [
            Planted(codes[pk], Month.from_number(month).code, what, why)
            for places, what, why in marked
            for pk, month in sorted(places)
        ]
        town, month = BACKFILLED
        found += [
            Planted(str(one.code), month.code, "backfilled", "重新开放后一次补录")
            for one in self.world.villages
            if one.township.name == town
        ]
        found += [
            Planted(str(one.code), LAST.code, "returned", "等待乡镇修改") for one in self.sent_back
        ]
        return tuple(found)


def _late(sent: datetime, accepted: datetime, reason: str) -> Fate:
    return Fate(State.ACCEPTED, sent, sent, accepted_at=accepted, late_reason=reason, is_late=True)


def _day(month: Month, day: int, hour: int) -> datetime:
    return _at(month.start.replace(day=day), hour)


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour, 12), tzinfo=ZONE)
