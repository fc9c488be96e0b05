"""The demo county's register of inspections of 2026: three offices over all townships."""

from datetime import date

from config.demo.ledgers.supervision_desk import Desk, put
from rectification.supervision.actions import trips
from rectification.supervision.figures.plan_overlap import register

# Office, subject, first and last month of the plan, months of its trips.
PLANS = (
    ("县委组织部", "基层党建工作督导", (3, 12), (3, 6, 9)),
    ("县农业农村局", "农村集体资产清查", (3, 12), (4, 7, 10)),
    ("县财政局", "村级财务和惠农资金检查", (3, 12), (3, 10)),
)
JOINED_AT_ONCE = 3
REGISTERED = date(2026, 2, 2)


def build(desk: Desk) -> None:
    """Every plan with its trips; the first of what is proposed is joined."""
    for office, title, (first, last), months in PLANS:
        plan = put(desk, "inspection-plans", {
            "year": 2026, "title": title, "office": office, "basis": "县委年度督查检查计划",
            "from_on": date(2026, first, 1), "to_on": date(2026, last, 31), "team_size": 3,
        })  # fmt: skip
        trips.lay_out(plan, by=desk.staff, months=[202600 + one for one in months])
    county = desk.world.county.code
    parties = register(county, 2026, REGISTERED).parties[:JOINED_AT_ONCE]
    hosts = {one.host.uid for one in parties}
    trips.take_over(county, 2026, by=desk.staff, on=REGISTERED, hosts=hosts)
