"""Party organizations of villages and what they file."""

from branches.models.branches import PartyBranch
from branches.models.consortium import JointBody, JointMember
from branches.models.counts import MemberCount
from branches.models.development import DevelopmentRecord
from branches.models.elections import BranchElection
from branches.models.meetings import Meeting, QuietMonth
from branches.models.ratings import SchemeRating
from branches.models.receipts import SchemeReceipt
from branches.models.recruits import DevelopmentCount
from branches.models.scheme_items import SchemeGrade, SchemeItem
from branches.models.schemes import Scheme

__all__ = [
    "BranchElection",
    "DevelopmentCount",
    "DevelopmentRecord",
    "JointBody",
    "JointMember",
    "Meeting",
    "MemberCount",
    "PartyBranch",
    "QuietMonth",
    "Scheme",
    "SchemeGrade",
    "SchemeItem",
    "SchemeRating",
    "SchemeReceipt",
]
