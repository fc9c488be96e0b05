"""Rules in force, evaluations, colours with receipts, and what people decide about them."""

from rectification.warnings.models.alerts import Alert
from rectification.warnings.models.asking import ColourOverride, Exemption
from rectification.warnings.models.decisions import WarningDecision
from rectification.warnings.models.disputes import Dispute
from rectification.warnings.models.drafts import RuleDraft
from rectification.warnings.models.evaluations import Evaluation
from rectification.warnings.models.questions import Question
from rectification.warnings.models.rule_sets import RuleSet, RuleVersion
from rectification.warnings.models.village_warnings import VillageWarning

__all__ = [
    "Alert",
    "ColourOverride",
    "Dispute",
    "Evaluation",
    "Exemption",
    "Question",
    "RuleDraft",
    "RuleSet",
    "RuleVersion",
    "VillageWarning",
    "WarningDecision",
]
