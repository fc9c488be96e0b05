"""An indicator in force in each county of the world."""

from tests.villages.indicators.factories import in_force

Places = dict[str, dict[str, dict[str, str]]]


def indicator_places(counties: dict[str, str]) -> Places:
    """Codes and keys of indicators by place; `counties` are the counties' codes by place."""
    made = {place: in_force(code, slug=f"wells-{place}") for place, code in counties.items()}
    return {
        "indicator": {place: {"slug": one.slug} for place, one in made.items()},
        "indicator_uid": {place: {"uid": one.uid} for place, one in made.items()},
    }
