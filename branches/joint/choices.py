"""Words of bodies that reach across villages."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class BodyKind(TextChoices):
    """How villages and units are joined."""

    JOINT_BUILDING = "joint_building", _("跨村联建")
    CONSORTIUM = "consortium", _("党建共同体")
    JOINT_COMMITTEE = "joint_committee", _("联合党委")
    CHAIN = "chain", _("产业链党组织")
