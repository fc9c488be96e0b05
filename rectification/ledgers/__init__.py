"""The ledgers of cases, one module a subject; each module holds its own `LEDGERS`."""

from rectification.ledgers import (
    acceptance,
    after,
    annexes,
    cases,
    finding,
    helpers,
    plan,
    standards,
)

LEDGERS = (
    *cases.LEDGERS,
    *plan.LEDGERS,
    *helpers.LEDGERS,
    *finding.LEDGERS,
    *acceptance.LEDGERS,
    *after.LEDGERS,
    *annexes.LEDGERS,
    *standards.LEDGERS,
)
