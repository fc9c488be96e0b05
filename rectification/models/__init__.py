"""Tables of the work on backward villages."""

from rectification.models.acceptances import Acceptance, AspectScore, TeamMember, VetoFound
from rectification.models.aftermath import CaseAnnex, CaseExtension, CaseRevisit
from rectification.models.cases import RectificationCase
from rectification.models.events import CaseEvent
from rectification.models.finding import (
    CaseObjection,
    CaseOpinion,
    CaseSituation,
    ScreeningDecision,
)
from rectification.models.helpers import CaseLink, CaseVisit, DutyHolder, WorkDone
from rectification.models.plans import CaseProgress, ProblemItem, TaskItem
from rectification.models.schemes import AcceptanceScheme, SchemeAspect, SchemeVeto
from rectification.models.standards import ScreeningItem, ScreeningStandard
from rectification.models.words import CaseWord

__all__ = [
    "Acceptance",
    "AcceptanceScheme",
    "AspectScore",
    "CaseAnnex",
    "CaseEvent",
    "CaseExtension",
    "CaseLink",
    "CaseObjection",
    "CaseOpinion",
    "CaseProgress",
    "CaseRevisit",
    "CaseSituation",
    "CaseVisit",
    "CaseWord",
    "DutyHolder",
    "ProblemItem",
    "RectificationCase",
    "SchemeAspect",
    "SchemeVeto",
    "ScreeningDecision",
    "ScreeningItem",
    "ScreeningStandard",
    "TaskItem",
    "TeamMember",
    "VetoFound",
    "WorkDone",
]
