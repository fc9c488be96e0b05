"""Rectification cases of the demo county: two batches behind it, the worked example under way."""

from datetime import date

from config.demo.ledgers import case_care, case_history, case_news
from config.demo.ledgers.case_cast import cast
from config.demo.months import before_closing
from config.demo.worked_example.bringing_in import bring_in_sheet
from config.demo.world import World
from rectification.actions import schemes, standards
from rectification.models import ScreeningStandard

FIRST = date(2024, 1, 3)


def build(world: World) -> None:
    """Standards and scheme, earlier batches step by step, the county's own sheets, and what
    stands around them."""
    with before_closing(world.county):
        _standards(world)
        own = cast(world)
        case_history.build(world, own)
        bring_in_sheet(world, "ledger")
        bring_in_sheet(world, "works")
        case_care.build(world, own)
        case_news.build(world, own)


def _standards(world: World) -> None:
    """One of each year, published in its first days; the scheme in force since the first."""
    by = world.staff
    schemes.install_defaults(world.county, by=by, on=FIRST)
    standards.install_defaults(county=world.county, by=by, on=FIRST)
    standard = ScreeningStandard.objects.in_county(world.county.code).get(year=FIRST.year)
    for year in (2024, 2025, 2026):
        if year > FIRST.year:
            standard = standards.copy_standard(standard, by=by, year=year)
        day, number = date(year, 1, 5), f"示组发〔{year}〕1号"
        standard = standards.publish_standard(standard, by=by, on=day, document_no=number)
