"""The digest under which a token is kept: keyed, so that a copy of the database opens nothing."""

import hmac

from django.conf import settings


def keyed() -> hmac.HMAC:
    """HMAC-SHA-512/256 with the pepper, in the shape that knox expects of a hash."""
    return hmac.new(settings.TOKEN_PEPPER.encode(), digestmod="sha512_256")
