"""Two people changed one draft: what the other one saved, beside what this one typed."""

from dataclasses import replace
from typing import Any

from django import forms

from rectification.supervision.forms import notice_conflicts
from rectification.supervision.forms.notice_conflicts import merged
from rectification.warnings.models import RuleDraft
from rectification.warnings.rule_history import last_change
from villages.ledgers.conflicts import Conflict

__all__ = ["conflict_of", "merged"]


def conflict_of(row: RuleDraft, form: forms.Form, fresh: forms.Form) -> Conflict:
    """The draft as it is now, in the unbound form `fresh`, against the cleaned `form`."""
    asked: Any = row
    found = notice_conflicts.conflict_of(asked, form, fresh)
    when, who = last_change(row)
    return replace(found, when=when, who=who)
