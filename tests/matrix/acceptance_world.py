"""One acceptance in every place."""

from collections.abc import Mapping

from rectification.models import Acceptance
from tests.villages.ledgers.making import some
from villages.models import Village


def acceptance_keys(villages: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """An attempt by place, of whatever case the village has."""
    rows = {place: Village.objects.get(code=code) for place, code in villages.items()}
    return {"attempt": {place: str(some(Acceptance, row).uid) for place, row in rows.items()}}
