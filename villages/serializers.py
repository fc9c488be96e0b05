"""Request bodies about territory."""

from villages.fields import PROFILE_FIELDS
from villages.rest.fields import Field, Input
from villages.rest.writing import WriteSerializer

_FIELD: dict[str, Field] = {field.name: field for field in PROFILE_FIELDS}
MOST_PEOPLE, MOST_GROUPS = 10_000_000, 1_000
FIGURES = ("households", "population", "members", "women_members")


class ProfileWrite(WriteSerializer):
    """The figures of a village as of a day; what is left out is unknown."""

    inputs = (
        Input(_FIELD["as_of"], required=True),
        *(Input(_FIELD[name], low=0, high=MOST_PEOPLE) for name in FIGURES),
        Input(_FIELD["farmland_mu"]),
        Input(_FIELD["groups"], low=0, high=MOST_GROUPS),
        Input(_FIELD["source"], max_length=120, default=""),
    )
