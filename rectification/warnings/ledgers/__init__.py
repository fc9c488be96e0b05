"""The ledgers of warnings, one module a subject; each module holds its own `LEDGERS`."""

from rectification.warnings.ledgers import asked, decisions, disputes, events, questions

LEDGERS = (
    *events.LEDGERS,
    *decisions.LEDGERS,
    *asked.LEDGERS,
    *disputes.LEDGERS,
    *questions.LEDGERS,
)
