"""Codes of background work with their labels in both languages, for `meta/enums`."""

from villages.jobs.states import JobState
from villages.rest.meta import Enumeration

ENUMERATIONS = (
    Enumeration(
        "job_state", JobState, "后台任务状态", "State of a job",
        {
            "queued": "Waiting for a worker",
            "running": "Being worked on",
            "done": "Done",
            "failed": "Refused by a rule",
            "quarantined": "Failed three times, no longer tried",
            "cancelled": "Cancelled by a person",
        },
    ),
)  # fmt: skip
