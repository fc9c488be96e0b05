"""The latest basic figures of each village, as columns of a query."""

from datetime import date
from typing import Any

from django.db.models import CharField, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from villages.models import FormerName, VillageProfile

COLUMNS = ("households", "population", "members", "farmland_mu", "groups")


def with_latest_profile(rows: Any, on: date) -> Any:
    """Adds households, population, members, farmland_mu (亩), groups, profile_as_of: those of the
    last survey up to a day, null where there was none."""
    latest = VillageProfile.objects.filter(village=OuterRef("pk"), as_of__lte=on).order_by("-as_of")
    found = {name: Subquery(latest.values(name)[:1]) for name in COLUMNS}
    return rows.annotate(profile_as_of=Subquery(latest.values("as_of")[:1]), **found)


def with_former_name(rows: Any) -> Any:
    """Adds `former`: the last former name, empty where there is none."""
    last = FormerName.objects.filter(unit_code=OuterRef("code")).order_by("-valid_to")
    name = Subquery(last.values("name")[:1])
    return rows.annotate(former=Coalesce(name, Value(""), output_field=CharField()))
