"""Rules in force, evaluations, colours."""

from rectification.warnings.models.evaluations import Evaluation
from rectification.warnings.models.rule_sets import RuleSet, RuleVersion
from rectification.warnings.models.village_warnings import VillageWarning

__all__ = ["Evaluation", "RuleSet", "RuleVersion", "VillageWarning"]
