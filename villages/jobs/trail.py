"""How acts about background work read in the trail."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

JOB = _("后台任务")

SENTENCES = (
    Sentence("job.requested", _("发起后台任务“{object}”"), JOB),
    Sentence("job.cancelled", _("取消后台任务“{object}”"), JOB),
    Sentence("job.retried", _("重新办理后台任务“{object}”"), JOB),
)
