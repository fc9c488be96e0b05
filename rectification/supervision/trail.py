"""How acts of supervision read in the trail."""

from rectification.supervision.trails import (
    contests,
    inspections,
    notices,
    orders,
    tasks,
    voices,
)

SENTENCES = (
    *orders.SENTENCES,
    *contests.SENTENCES,
    *inspections.SENTENCES,
    *tasks.SENTENCES,
    *voices.SENTENCES,
    *notices.SENTENCES,
)
