"""Codes of the ground with their labels in both languages, for `meta/enums`."""

from villages.accounts.choices import Role
from villages.choices import ChangeKind, TownshipKind, VillageKind
from villages.rest.meta import Enumeration

ENUMERATIONS = (
    Enumeration(
        "township_kind",
        TownshipKind,
        "乡镇类型",
        "Kind of township",
        {
            "street": "Street (urban)",
            "town": "Town",
            "township": "Township",
            "enterprise": "Enterprise zone ranking as a township",
        },
    ),
    Enumeration(
        "village_kind",
        VillageKind,
        "村类型",
        "Kind of village",
        {
            "villagers": "Administrative village",
            "residents": "Residents' community",
            "quasi": "Unit ranking as a village",
        },
    ),
    Enumeration(
        "change_kind",
        ChangeKind,
        "区划变更方式",
        "How one unit followed another",
        {"merge": "Merge", "split": "Split", "recode": "New code", "transfer": "Transfer"},
    ),
    Enumeration(
        "role",
        Role,
        "角色",
        "Role",
        {
            "county_minister": "Head of the organization department",
            "county_staff": "Organization department staff",
            "county_leader": "County leader",
            "reviewer": "Joint-review unit",
            "township_secretary": "Township party secretary",
            "township_clerk": "Township organisation clerk",
            "first_secretary": "First secretary of a village",
            "village_secretary": "Village party secretary",
            "system_admin": "System administrator",
            "security_admin": "Security administrator",
            "audit_admin": "Audit administrator",
            "api_client": "Service account",
        },
    ),
)
