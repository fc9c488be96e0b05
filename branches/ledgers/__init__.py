"""The ledgers of party organizations, one module per subject."""

from branches.ledgers import consortium, schemes
from branches.ledgers.development import RECORDS, RECRUITS
from branches.ledgers.elections import ELECTIONS
from branches.ledgers.meetings import MEETINGS, QUIET_MONTHS
from branches.ledgers.members import COUNTS
from branches.ledgers.organizations import BRANCHES

LEDGERS = (
    BRANCHES,
    COUNTS,
    MEETINGS,
    QUIET_MONTHS,
    RECRUITS,
    RECORDS,
    ELECTIONS,
    *schemes.LEDGERS,
    *consortium.LEDGERS,
)
