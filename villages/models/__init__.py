"""Territory: county, township, village, and how they changed. Holds no key to people."""

from villages.models.calendar import CalendarDay
from villages.models.changes import FormerName, Succession
from villages.models.parameters import Parameter
from villages.models.profiles import VillageProfile
from villages.models.territory import County, Township, Village

__all__ = [
    "CalendarDay",
    "County",
    "FormerName",
    "Parameter",
    "Succession",
    "Township",
    "Village",
    "VillageProfile",
]
