"""Representatives' meetings: quarters without a valid one (W17), make-up of the meeting.

村民委员会组织法第二十九、三十条(2025年修订,2026-01-01 施行): every quarter, two thirds present,
representatives four fifths and women representatives one third of the meeting's members.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from villages.affairs.choices import MeetingKind
from villages.affairs.figures.roll import Roll
from villages.affairs.figures.saying import villages_with
from villages.affairs.models import VillageMeeting
from villages.affairs.parameters import LOOK_BACK, REPRESENTATIVES_SHARE
from villages.common.figures import Figure
from villages.common.periods import Quarter


@dataclass(frozen=True)
class VillageMeetings:
    """One village: `quarters_without` whole quarters in a row, back from the newest, in which no
    meeting with a quorum was held; `without_quorum` meetings that did not count. `is_well_made`
    says whether the newest meeting's members are as the law wants, None where not stated;
    `quarters_known` how many whole quarters are over since the first meeting on record."""

    quarters_without: int
    held: int
    without_quorum: int
    is_well_made: bool | None
    quarters_known: int


@dataclass(frozen=True)
class MeetingFigures:
    """Meetings of a territory on a day. Villages that never filed one are missing."""

    roll: Roll
    by_village: Mapping[str, VillageMeetings]

    def figure(self, township: str = "") -> Figure:
        """Villages without a valid meeting in the last whole quarter, of those with meetings."""
        none = [code for code, one in self.by_village.items() if one.quarters_without]
        return villages_with(
            self.roll, "affairs.no_meeting", _("上季度没开村民代表会议的村"), none, self.by_village,
            township, source=_("村民代表会议"),
            definition=_("上一个整季度没有到会三分之二以上的村民代表会议;从未登记会议的村不计入。"),
        )  # fmt: skip


def meetings(roll: Roll) -> MeetingFigures:
    """Representatives' meetings up to the roll's day. One query."""
    rows = VillageMeeting.objects.of(roll.scope, roll.county).up_to("held_on", roll.on)
    held: dict[int, list[VillageMeeting]] = defaultdict(list)
    for row in rows.filter(kind=MeetingKind.REPRESENTATIVES):
        held[row.village_id].append(row)
    count, least = roll.number(LOOK_BACK), roll.number(REPRESENTATIVES_SHARE)
    last = Quarter.of(roll.on).previous()
    quarters = [last.shift(-step) for step in range(count)]
    by_village = {
        roll.codes[pk]: _judge(some, quarters, least)
        for pk, some in held.items()
        if pk in roll.codes
    }
    return MeetingFigures(roll, by_village)


def _judge(rows: list[VillageMeeting], quarters: list[Quarter], least: int) -> VillageMeetings:
    valid = {Quarter.of(row.held_on) for row in rows if row.has_quorum}
    return VillageMeetings(
        quarters_without=_leading(one not in valid for one in quarters),
        held=len(rows),
        without_quorum=sum(not row.has_quorum for row in rows),
        is_well_made=_well_made(rows[-1], least),
        quarters_known=sum(one >= Quarter.of(rows[0].held_on) for one in quarters),
    )


def _well_made(row: VillageMeeting, least: int) -> bool | None:
    if row.representatives is None or row.women is None:
        return None
    enough = row.representatives * 100 >= row.members * least
    # 妇女代表占组成人员三分之一以上: of all members, not of the representatives.
    return enough and row.women * 3 >= row.members


def _leading(flags: Iterable[bool]) -> int:
    count = 0
    for flag in flags:
        if not flag:
            break
        count += 1
    return count
