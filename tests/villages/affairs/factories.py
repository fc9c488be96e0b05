"""Village facts as situations."""

from datetime import date, timedelta
from typing import Any

from villages.affairs.choices import DisclosureKind, MeetingKind
from villages.affairs.models import (
    ActivitySite,
    Association,
    AssociationKind,
    Disclosure,
    DisclosureDuty,
    GridCount,
    Honour,
    Incident,
    MajorMatter,
    PetitionCount,
    PowerException,
    SealUse,
    SiteItem,
    SiteNeed,
    SmallPower,
    SpendingException,
    Survey,
    VillageMeeting,
    VillageRules,
)
from villages.common.periods import Period
from villages.models import Village

TODAY = date(2026, 11, 3)


def village(code: str = "999901001200") -> Village:
    return Village.objects.get(code=code)


def _row(model: Any, at: Village, **values: Any) -> Any:
    return model.objects.create(village=at, county_code=at.county_code, **values)


def site_of(at: Village, **values: Any) -> ActivitySite:
    given = {"name": "党群服务中心", "state": "own", "area_m2": 320, "checked_on": date(2026, 9, 1)}
    return _row(ActivitySite, at, **given | values)


def need(name: str = "有公开栏", number: int = 1) -> SiteNeed:
    return SiteNeed.objects.create(
        county_code="999901", number=number, name=name, valid_from=date(2026, 1, 1)
    )


def site_lacks(at: Village, what: SiteNeed, *, present: bool = False) -> SiteItem:
    return _row(SiteItem, at, need=what, is_present=present, checked_on=date(2026, 9, 1))


def disclosed(at: Village, kind: str, period: Period, **values: Any) -> Disclosure:
    given = {"kind": kind, "period": period.code, "published_on": period.end}
    return _row(Disclosure, at, **given | values)


def disclosed_all(at: Village, *periods: Period) -> None:
    for period in periods:
        disclosed(at, DisclosureKind.AFFAIRS, period)
        disclosed(at, DisclosureKind.FINANCE, period)


def discloses_monthly(at: Village, since: date = date(2026, 1, 1)) -> DisclosureDuty:
    return _row(DisclosureDuty, at, valid_from=since, reason="征地补偿")


def met(at: Village, held_on: date, *, present: int = 30, **values: Any) -> VillageMeeting:
    given = {"kind": MeetingKind.REPRESENTATIVES, "held_on": held_on, "topic": "道路硬化",
             "members": 45, "present": present}  # fmt: skip
    return _row(VillageMeeting, at, **given | values)


def matter(at: Village, title: str = "村道硬化", **values: Any) -> MajorMatter:
    return _row(MajorMatter, at, **{"title": title, "kind": "project"} | values)


def petitioned(at: Village, month: int = 202610, **counts: int) -> PetitionCount:
    zero = dict.fromkeys(("first", "repeat", "collective", "beyond", "unresolved", "overdue"), 0)
    return _row(PetitionCount, at, month=month, **zero | counts)


def incident(at: Village, happened_on: date = date(2026, 11, 1), **values: Any) -> Incident:
    given = {"kind": "safety", "grade": "general", "what": "边坡塌方"}
    return _row(Incident, at, happened_on=happened_on, **given | values)


def surveyed(
    at: Village, satisfied: int = 5, fairly: int = 1, dissatisfied: int = 0, **values: Any
) -> Survey:
    answered = satisfied + fairly + dissatisfied
    given = {"kind": "survey", "held_on": date(2026, 9, 25), "topic": "村党组织工作",
             "asked": answered, "answered": answered, "satisfied": satisfied, "fairly": fairly,
             "dissatisfied": dissatisfied}  # fmt: skip
    return _row(Survey, at, **given | values)


def counted_grids(at: Village, as_of: date = date(2026, 9, 30), **values: int) -> GridCount:
    given = {"grids": 4, "workers": 6, "heads": 20, "households": 300, "covered": 290}
    return _row(GridCount, at, as_of=as_of, **given | values)


def honoured(at: Village, **values: Any) -> Honour:
    given = {"kind": "civilised", "level": "city", "name": "市级文明村",
             "awarded_on": date(2025, 12, 20)}  # fmt: skip
    return _row(Honour, at, **given | values)


def has_rules(at: Village, **values: Any) -> VillageRules:
    return _row(VillageRules, at, **{"adopted_on": date(2024, 3, 15)} | values)


def associated(at: Village, kind: AssociationKind) -> Association:
    return _row(Association, at, kind=kind, founded_on=date(2021, 5, 1))


def small_power(name: str = "印章管理使用") -> SmallPower:
    return SmallPower.objects.create(
        county_code="999901", number=1, name=name, valid_from=date(2026, 1, 1)
    )


def power_misused(at: Village, days_ago: int = 10, **values: Any) -> PowerException:
    given = {"power": SmallPower.objects.first() or small_power(), "found_by": "township",
             "what": "未经审批开具证明", "found_on": TODAY - timedelta(days=days_ago)}  # fmt: skip
    return _row(PowerException, at, **given | values)


def sealed(at: Village, **values: Any) -> SealUse:
    given = {"used_on": date(2026, 10, 9), "purpose": "投保表", "approved_by": "secretary"}
    return _row(SealUse, at, **given | values)


def misspent(at: Village, **values: Any) -> SpendingException:
    given = {"found_on": date(2026, 10, 1), "found_by": "committee", "kind": "voucher",
             "what": "白条入账", "amount_fen": 320_000}  # fmt: skip
    return _row(SpendingException, at, **given | values)
