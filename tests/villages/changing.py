"""Units of the small county, and decisions that change the map."""

from datetime import date, timedelta

from villages.actions.changes import apply_change
from villages.divisions.mapchange import NamedCode
from villages.divisions.planning import plan_merge
from villages.models import Village

TODAY = date(2026, 11, 3)
DAY = date(2026, 10, 1)
EVE = DAY - timedelta(days=1)
BASIS = "青政发〔2026〕8号"
LI, HE, ZHOU = "999901001200", "999901001201", "999901001202"
LI_WEST, GUO = "999901101200", "999901101201"
EAST, WILLOW = "999901001", "999901101"
DECISION = {"on": DAY, "basis": BASIS, "today": TODAY}


def village(code: str) -> Village:
    return Village.objects.select_related("township").get(code=code)


def some(*codes: str) -> list[Village]:
    return list(Village.objects.filter(code__in=codes).order_by("code"))


def do(change, by):
    return apply_change(change=change, by=by, digest=change.digest)


def merge(codes, into, by, **more):
    plan = plan_merge(villages=some(*codes), into=NamedCode(*into), **(DECISION | more))
    return do(plan, by)
