"""Who sees contests: the county while it judges, others their own villages' results afterwards."""

from typing import Any, Self

from django.apps import apps
from django.db.models import Exists, OuterRef

from villages.accounts.actors import COMMAND_LINE
from villages.accounts.choices import COUNTY_ROLES
from villages.ledgers.models import CountyRows, VillageRows


def judges_contests(user: Any) -> bool:
    """People of the county, and the command line, follow a contest before it is finished."""
    return getattr(user, "acting_role", "") in COUNTY_ROLES | {COMMAND_LINE.role}


class ContestRows(CountyRows):
    """Contests, and what hangs on them as a whole; `path` leads to the contest."""

    path = ""

    def visible_to(self, user: Any) -> Self:
        """All of the county for its people; for others finished ones with a village of theirs."""
        if judges_contests(user):
            return super().visible_to(user)
        entries = apps.get_model("rectification_supervision", "ContestEntry")._default_manager
        mine = entries.visible_to(user).filter(contest=OuterRef(f"{self.path}pk"))
        return self.filter(Exists(mine))


class ContestAspectRows(ContestRows):
    """Aspects of a rubric, seen with their contest."""

    path = "contest__"

    def visible_to(self, user: Any) -> Self:
        """As the contest; named together with it."""
        return super().visible_to(user).select_related("contest")


class ForTheMeeting(VillageRows):
    """Rows that nobody hands on: what is printed of a contest is printed for its meeting."""

    def handed_on(self) -> Self:
        """None, in packs of evidence or elsewhere."""
        return self.none()


class ContestEntryRows(ForTheMeeting):
    """Villages that take part."""

    def visible_to(self, user: Any) -> Self:
        """Inside the territory; for whoever is not of the county once the contest is finished."""
        rows = super().visible_to(user).select_related("contest")
        return rows if judges_contests(user) else rows.filter(contest__finished_on__isnull=False)


class JudgeScoreRows(ForTheMeeting):
    """Single scores: for the county's people alone."""

    def visible_to(self, user: Any) -> Self:
        """Inside the territory for the county's people, nothing for anybody else."""
        return super().visible_to(user) if judges_contests(user) else self.none()
