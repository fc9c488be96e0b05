"""For whom a person may set channels up."""

from typing import Any

from django.utils.translation import gettext as _

from rectification.supervision.actions.channels import Owner
from rectification.supervision.models import Department
from rectification.supervision.notice_querysets import seats_of
from villages.accounts.perms import may_change_map
from villages.common.scope import TOWNSHIP, VILLAGE
from villages.models import Township, Village

OWN = "me"


def owners_for(user: Any, county: str) -> dict[str, Owner]:
    """By the key that forms send: oneself, one's units, for the organization department the
    county's own. At most three queries."""
    found = {OWN: Owner(user.name, user=user)}
    scope = user.territory
    if may_change_map(user) and county:
        found[county] = Owner(_("县委组织部"), code=county)
    towns = Township.objects.filter(code__in=scope.level(TOWNSHIP)) if scope else ()
    villages = Village.objects.filter(code__in=scope.level(VILLAGE)) if scope else ()
    found |= {one.code: Owner(one.name, code=one.code) for one in (*towns, *villages)}
    seats = Department.objects.filter(pk__in=seats_of(user))
    return found | {one.uid: Owner(one.name, department=one) for one in seats}


def county_of_person(user: Any, county: str) -> str:
    """The county at hand; for people without a place that of their account."""
    return county or str(user.home_code[:6])
