"""The ledgers of cadres, one module a subject; each module holds its own `LEDGERS`."""

from cadres.ledgers import (
    appraisals,
    assessments,
    disposition_lists,
    dispositions,
    leaves,
    opinions,
    people,
    pools,
    residents,
    review_lists,
    reviews,
    teams,
    tenures,
)

LEDGERS = (
    *people.LEDGERS,
    *tenures.LEDGERS,
    *teams.LEDGERS,
    *reviews.LEDGERS,
    *opinions.LEDGERS,
    *dispositions.LEDGERS,
    *appraisals.LEDGERS,
    *residents.LEDGERS,
    *leaves.LEDGERS,
    *assessments.LEDGERS,
    *pools.LEDGERS,
    *review_lists.LEDGERS,
    *disposition_lists.LEDGERS,
)
