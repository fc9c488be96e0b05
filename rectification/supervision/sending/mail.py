"""One message by mail, over the server that the operator named."""

from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.translation import gettext as _

from rectification.supervision.sending.outcomes import Outcome, unreached

TAKEN = 250


def is_set_up() -> bool:
    """Whether there is a mail server."""
    return bool(settings.EMAIL_HOST)


def post(address: str, *, uid: str, title: str, text: str) -> Outcome:
    """Hands it to the mail server; the same message keeps its id at every attempt."""
    if not is_set_up():
        return unreached(_("没有设置邮件服务器"))
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2] or "localhost"
    headers: dict[str, Any] = {
        "Message-ID": f"<{uid}@{domain}>",
        "Auto-Submitted": "auto-generated",
    }
    message = EmailMessage(title, text, to=[address], headers=headers)
    try:
        message.send()
    except (SMTPException, OSError, ValueError):
        return unreached(_("邮件服务器没有接收"))
    return Outcome(TAKEN, _("邮件服务器已接收"))
