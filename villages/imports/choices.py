"""Where a request for a reopening stands."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class RequestState(TextChoices):
    """A request waits, perhaps agreed by a first person already, until it is answered."""

    WAITING = "waiting", _("待答复")
    AGREED = "agreed", _("待第二人批准")
    GRANTED = "granted", _("已同意")
    REFUSED = "refused", _("未同意")
    WITHDRAWN = "withdrawn", _("已撤回")


UNANSWERED = (RequestState.WAITING, RequestState.AGREED)
