"""People, where they may act, their sessions and deputies."""

from villages.accounts.models.access import AccessRequest, Delegation, Jurisdiction
from villages.accounts.models.handover import Handover
from villages.accounts.models.sessions import PasswordRecord, PendingForm, UserSession
from villages.accounts.models.tokens import ApiToken
from villages.accounts.models.user import User

__all__ = [
    "AccessRequest",
    "ApiToken",
    "Delegation",
    "Handover",
    "Jurisdiction",
    "PasswordRecord",
    "PendingForm",
    "User",
    "UserSession",
]
