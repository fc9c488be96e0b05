"""All subjects of village facts beside one another: for a county, a township, a village."""

from dataclasses import dataclass

from villages.affairs.figures.customs import CustomFigures, customs
from villages.affairs.figures.disclosure import DisclosureFigures, disclosure
from villages.affairs.figures.grids import GridFigures, grids
from villages.affairs.figures.incidents import IncidentFigures, incidents
from villages.affairs.figures.matters import MatterFigures, matters
from villages.affairs.figures.meetings import MeetingFigures, meetings
from villages.affairs.figures.oversight import OversightFigures, oversight
from villages.affairs.figures.petitions import PetitionFigures, petitions
from villages.affairs.figures.roll import Roll
from villages.affairs.figures.satisfaction import SatisfactionFigures, satisfaction
from villages.affairs.figures.sites import SiteFigures, sites
from villages.common.figures import Figure
from villages.common.periods import Month


@dataclass(frozen=True)
class Overview:
    """The figures of all subjects on one day; petitions are those of `month`."""

    roll: Roll
    month: Month
    sites: SiteFigures
    disclosure: DisclosureFigures
    meetings: MeetingFigures
    matters: MatterFigures
    petitions: PetitionFigures
    incidents: IncidentFigures
    satisfaction: SatisfactionFigures
    customs: CustomFigures
    grids: GridFigures
    oversight: OversightFigures

    def figures(self, township: str = "") -> tuple[Figure, ...]:
        """One figure for each subject, in the order of the page; of one township or of all."""
        return (
            self.sites.figure(township),
            self.disclosure.figure(township),
            self.meetings.figure(township),
            self.matters.figure(township),
            self.petitions.figure("first", township),
            self.petitions.figure("unresolved", township),
            self.incidents.figure(township),
            self.satisfaction.figure(township),
            self.customs.association_figure(township),
            self.customs.rules_figure(township),
            self.customs.honour_figure(township),
            self.grids.cover(township),
            self.oversight.figure(township),
        )


def overview(roll: Roll, month: Month) -> Overview:
    """All subjects on the roll's day. Eighteen queries, whatever the territory holds."""
    return Overview(
        roll=roll,
        month=month,
        sites=sites(roll),
        disclosure=disclosure(roll),
        meetings=meetings(roll),
        matters=matters(roll),
        petitions=petitions(roll, month),
        incidents=incidents(roll),
        satisfaction=satisfaction(roll),
        customs=customs(roll),
        grids=grids(roll),
        oversight=oversight(roll),
    )
