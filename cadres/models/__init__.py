"""People and their posts."""

from cadres.models.people import Person
from cadres.models.tenures import PostTenure

__all__ = ["Person", "PostTenure"]
