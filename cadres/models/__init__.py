"""People, their posts, and what is decided about both."""

from cadres.models.appraisal import Appraisal
from cadres.models.assessment import AssessmentItem, AssessmentPoints, TeamAssessment
from cadres.models.contacts import PublicContact
from cadres.models.disposition_lists import DispositionKind, UnfitSituation
from cadres.models.dispositions import Disposition
from cadres.models.establishments import Establishment
from cadres.models.filings import PostFiling
from cadres.models.leaves import Leave
from cadres.models.opinions import ReviewFinding, ReviewOpinion
from cadres.models.people import Person
from cadres.models.pools import Helper, HelperKind, HelperPosting
from cadres.models.reserves import ReservePlan
from cadres.models.resident import Posting, ResidentDuty
from cadres.models.review import JointReview
from cadres.models.review_lists import ReviewDepartment, ReviewerSeat, ReviewItem
from cadres.models.supervision import SupervisionLink
from cadres.models.tenures import PostTenure
from cadres.models.terms import TermChange

__all__ = [
    "Appraisal",
    "AssessmentItem",
    "AssessmentPoints",
    "Disposition",
    "DispositionKind",
    "Establishment",
    "Helper",
    "HelperKind",
    "HelperPosting",
    "JointReview",
    "Leave",
    "Person",
    "PostFiling",
    "PostTenure",
    "Posting",
    "PublicContact",
    "ReservePlan",
    "ResidentDuty",
    "ReviewDepartment",
    "ReviewFinding",
    "ReviewItem",
    "ReviewOpinion",
    "ReviewerSeat",
    "SupervisionLink",
    "TeamAssessment",
    "TermChange",
    "UnfitSituation",
]
