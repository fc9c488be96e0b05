"""The 32 villages of the batch: where they lie, how their year ended, what their teams lack."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from config.demo.worked_example.dice import dice


class Verdict(StrEnum):
    """What the ledger says of the acceptance at the end of October."""

    PASSED = "验收合格"
    FAILED = "验收不合格"
    WAITING = "未验收"


@dataclass(frozen=True)
class Place:
    """A village of the batch."""

    township: str
    village: str
    verdict: Verdict


_P, _F, _W = Verdict.PASSED, Verdict.FAILED, Verdict.WAITING
_TOLD: tuple[tuple[str, tuple[tuple[str, Verdict], ...]], ...] = (
    ("城关街道", (("赵集村", _P), ("张坪村", _P))),
    ("河西街道", (("张家庄村", _P), ("周家嘴村", _F))),
    ("南湖街道", (("梁畈村", _P), ("老林寨村", _P))),
    ("清溪镇", (("大吴坪村", _F), ("韩集村", _P), ("东杨畈村", _W), ("上何塘村", _P))),
    ("石桥镇", (("新冯集村", _P), ("李畈村", _P), ("东杨店村", _F))),
    ("双塔镇", (("何楼村", _P), ("大谢家嘴村", _P), ("北马家庄村", _W))),
    ("柳泉镇", (("大高坪村", _P), ("东马桥村", _P), ("董寨村", _F))),
    ("黄岭镇", (("大马集村", _P), ("新李畈村", _P), ("南刘家营村", _W))),
    ("白杨镇", (("李店村", _P), ("西谢岭村", _P), ("大陈店村", _F))),
    ("云台镇", (("陈河村", _P), ("老唐家湾村", _P), ("马家坝村", _P))),
    ("金沙镇", (("马家营村", _P), ("南郭桥村", _P), ("陈桥村", _P), ("下周庄村", _P))),
)
PLACES = tuple(
    Place(township, village, verdict)
    for township, villages in _TOLD
    for village, verdict in villages
)
PASSED = tuple(one for one in PLACES if one.verdict is _P)
FAILED = tuple(one for one in PLACES if one.verdict is _F)
WAITING = tuple(one for one in PLACES if one.verdict is _W)
# On the list before, and back again: their earlier case goes on in its next round.
RELAPSED = ("东杨畈村", "南刘家营村")
# Past its deadline without having applied.
OVERDUE = ("北马家庄村",)
# Teams that are not whole: one member of the party committee, of the villagers' committee short.
BRANCH_SHORT = ("周家嘴村", "东杨店村", "董寨村", "北马家庄村")
COMMITTEE_SHORT = ("东杨店村", "董寨村", "北马家庄村", "大陈店村", "南刘家营村")
_WHOLE = tuple(one for one in PLACES if one.village not in BRANCH_SHORT)


def _dated(name: str, places: tuple[Place, ...]) -> dict[Place, date]:
    """A day of the spring or early summer for each."""
    of = dice(name)
    return {one: date(2026, 3, 10) + timedelta(days=of.randint(0, 110)) for one in places}


# Where a branch team was set up in the year (17), and a villagers' committee by-elected (5).
SET_UP = _dated("set up", _WHOLE[::2] + _WHOLE[1:6:2])
BY_ELECTED = _dated("by-elected", PASSED[2::5])


def among(villages: Any) -> list[Any]:
    """Those of some villages that are of the batch, in the order of the ledger."""
    by_name = {(one.township.name, one.name): one for one in villages}
    return [by_name[one.township, one.village] for one in PLACES]


def place_of(village: Any) -> Place:
    """A village of the batch as the ledger has it."""
    named = village.township.name, village.name
    return next(one for one in PLACES if (one.township, one.village) == named)
