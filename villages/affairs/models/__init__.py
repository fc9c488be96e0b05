"""Village facts, one file for each subject."""

from villages.affairs.models.customs import Association, VillageRules
from villages.affairs.models.disclosures import Disclosure, DisclosureDuty
from villages.affairs.models.grids import GridCount
from villages.affairs.models.honours import Honour
from villages.affairs.models.incidents import Incident
from villages.affairs.models.lists import AssociationKind, SiteNeed, SmallPower
from villages.affairs.models.matters import MajorMatter
from villages.affairs.models.meetings import VillageMeeting
from villages.affairs.models.petitions import PetitionCount
from villages.affairs.models.powers import PowerException
from villages.affairs.models.seals import SealUse
from villages.affairs.models.sites import ActivitySite, SiteItem
from villages.affairs.models.spending import SpendingException
from villages.affairs.models.surveys import Survey

__all__ = [
    "ActivitySite",
    "Association",
    "AssociationKind",
    "Disclosure",
    "DisclosureDuty",
    "GridCount",
    "Honour",
    "Incident",
    "MajorMatter",
    "PetitionCount",
    "PowerException",
    "SealUse",
    "SiteItem",
    "SiteNeed",
    "SmallPower",
    "SpendingException",
    "Survey",
    "VillageMeeting",
    "VillageRules",
]
