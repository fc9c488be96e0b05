"""Request bodies about tokens and one's own account."""

from villages.accounts.fields import COUNTY_CODE, DAYS, NETWORKS, TOKEN
from villages.rest.fields import Input
from villages.rest.writing import WriteSerializer


class TokenWrite(WriteSerializer):
    """A new token."""

    inputs = (
        Input(TOKEN["name"], required=True, max_length=60),
        Input(DAYS, low=1, high=365, default=90),
        Input(TOKEN["read_only"], default=True),
        Input(TOKEN["unit_codes"], max_items=50, default=()),
        Input(TOKEN["resources"], max_items=50, default=()),
        Input(NETWORKS, max_items=20, default=()),
    )


class MeWrite(WriteSerializer):
    """What one may change about oneself by program."""

    inputs = (Input(COUNTY_CODE, required=True),)
