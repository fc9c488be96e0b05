"""One person of a village's ledger in every place of the matrix's world."""

from collections.abc import Mapping

from cadres.models import Person
from villages.models import Village


def team_keys(villages: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Keys of one person by place, from the codes of villages by place."""
    return {"cadre": {place: _person(code) for place, code in villages.items()}}


def _person(code: str) -> str:
    village = Village.objects.get(code=code)
    person = Person.objects.create(county_code=code[:6], village=village, name="甲")
    return str(person.uid)
