"""Who asks: groups of actors, as the policy speaks of them."""

from tests.matrix.world import ANONYMOUS, FOREIGN_SECURITY, LEFT, NEIGHBOUR, STRANGER
from villages.accounts.choices import Role

ROLES = frozenset(str(role) for role in Role)
# Cookies of nobody, and of an account that was closed a minute ago.
OUTSIDE = frozenset({ANONYMOUS, LEFT})
EVERYBODY = ROLES | {NEIGHBOUR, STRANGER, FOREIGN_SECURITY}
ACTORS = tuple(sorted(EVERYBODY | OUTSIDE))

NONE: frozenset[str] = frozenset()
MINISTER = frozenset({"county_minister"})
MAP_MAKERS = frozenset({"county_minister", "county_staff", STRANGER})
COUNTY = frozenset({"county_minister", "county_staff", "county_leader"})
TOWNSHIP = frozenset({"township_secretary", "township_clerk"})
VILLAGE = frozenset({"first_secretary", "village_secretary"})
PROGRAM = frozenset({"api_client"})
SYSTEM = frozenset({"system_admin"})
AUDIT = frozenset({"audit_admin"})
SECURITY = frozenset({"security_admin", FOREIGN_SECURITY})
ADMINS = SYSTEM | AUDIT | SECURITY
TOWNSHIPS = TOWNSHIP | {NEIGHBOUR}
# Whoever works with villages; reviewers and administrators do not.
WORKERS = COUNTY | TOWNSHIPS | VILLAGE | PROGRAM | {STRANGER}
WRITERS = MAP_MAKERS | TOWNSHIPS
# Ledgers are kept, and sheets brought in, by service accounts too.
IMPORTERS = WRITERS | PROGRAM
HOLDERS = EVERYBODY - ADMINS
DEPUTIES = EVERYBODY - ADMINS - PROGRAM

# Reach over the places of the first county, by level of the place.
COUNTYWIDE = COUNTY | PROGRAM | SYSTEM | AUDIT | {"security_admin"}
IN_COUNTY = COUNTYWIDE | TOWNSHIPS | VILLAGE
AROUND_NEAR = COUNTYWIDE | TOWNSHIP
FAR_ONES = COUNTYWIDE | {NEIGHBOUR}
FOREIGNERS = frozenset({STRANGER, FOREIGN_SECURITY})
