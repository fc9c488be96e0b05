"""What is known of rectification and of filing itself (W27 W28)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class WorkKnown:
    """`cases` is 1 where a case is open: `task_late_days` since its oldest unfinished task was
    due, `case_extensions` granted, `case_failed` whether its last acceptance failed.

    `filing_late` are working days by which the judged month and those before came late (see
    `rules/series`), `filing_mending_days` working days since the oldest open return,
    `false_data` what a person found to be untrue in that month.
    """

    cases: int | None = None
    task_late_days: int = 0
    case_extensions: int = 0
    case_failed: bool = False
    filing_late: str = ""
    filing_mending_days: int = 0
    false_data: int = 0
