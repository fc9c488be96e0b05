"""A published screening standard in both counties, so that everybody's villages are candidates."""

from datetime import date

from rectification.models import ScreeningItem, ScreeningStandard


def publish_standards(*counties: str) -> None:
    """The standard of 2026, in force."""
    for county in counties:
        made, _new = ScreeningStandard.objects.get_or_create(
            county_code=county, year=2026, edition=7,
            defaults={"title": "排查标准", "published_on": date(2026, 1, 4)},
        )  # fmt: skip
        ScreeningItem.objects.get_or_create(
            county_code=county, standard=made, code="WL01",
            defaults={"situation": "书记缺职", "hint": "secretary_vacant_days"},
        )  # fmt: skip
