"""Numbers that decide about cases, one module a subject."""

from rectification.parameters import limits, papers, reminders, screening

__all__ = ["limits", "papers", "reminders", "screening"]
