"""Where a year's assessment stands, what may be entered, what becomes of an objection."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from rectification.reports.assessment.rules.registry import ENTERED, FORMULAS, INPUTS


class AssessmentStatus(TextChoices):
    """Draft: computed from the rows each time. Published: frozen and shown to the townships, who
    may object. Final: for ever."""

    DRAFT = "draft", _("拟算")
    PUBLISHED = "published", _("已公示")
    FINAL = "final", _("已审定")


class EntryKind(TextChoices):
    """What people enter beside the computed figures."""

    SCORE = "score", _("评分")
    BONUS = "bonus", _("加分")
    PENALTY = "penalty", _("扣分")
    VETO = "veto", _("一票否决")
    CALIBRATION = "calibration", _("校准")


class EntryStatus(TextChoices):
    """Only confirmed entries count."""

    WAITING = "waiting", _("待另一人确认")
    CONFIRMED = "confirmed", _("已确认")
    WITHDRAWN = "withdrawn", _("已撤销")


class ObjectionStatus(TextChoices):
    """How an objection stands."""

    OPEN = "open", _("复核中")
    UPHELD = "upheld", _("成立")
    REJECTED = "rejected", _("维持")
    TAKEN_BACK = "taken_back", _("已撤回")


class GradeChoice(TextChoices):
    """Four grades."""

    GOOD = "good", _("好")
    BETTER = "better", _("较好")
    FAIR = "fair", _("一般")
    POOR = "poor", _("差")


class BestGrade(TextChoices):
    """What a veto leaves at best."""

    BETTER = "better", _("较好")
    FAIR = "fair", _("一般")
    POOR = "poor", _("差")


# These wait for a second person.
TWO_PEOPLE = (EntryKind.VETO, EntryKind.CALIBRATION)
FORMULA_CHOICES = [(one.key, one.label) for one in FORMULAS.values()]
STEP_CHOICES = [(one.key, one.label) for one in INPUTS.values() if one.kind == "count"]
ENTERED_FORMULA = ENTERED
