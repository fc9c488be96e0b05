"""People and places as situations."""

from datetime import date
from typing import Any

import factory
from django.test import Client
from factory.django import DjangoModelFactory

from villages.accounts import sessions
from villages.accounts.choices import (
    ADMIN_ROLES,
    COUNTY_ROLES,
    TOWNSHIP_ROLES,
    VILLAGE_ROLES,
    Role,
)
from villages.accounts.models import Jurisdiction, User
from villages.choices import TownshipKind, VillageKind
from villages.models import County, Township, Village, VillageProfile

PASSWORD = "Spring-2026-willow"


class CountyFactory(DjangoModelFactory):
    """A fictional county."""

    class Meta:
        model = County
        django_get_or_create = ["code"]

    code = factory.Sequence(lambda n: f"9999{n % 90 + 10}")
    name = "青原县"
    department_name = factory.LazyAttribute(lambda o: f"中共{o.name}委组织部")


class TownshipFactory(DjangoModelFactory):
    """A township of a county."""

    class Meta:
        model = Township
        django_get_or_create = ["code"]

    county = factory.SubFactory(CountyFactory)
    county_code = factory.LazyAttribute(lambda o: o.county.code)
    code = factory.Sequence(lambda n: f"{n:09d}")
    name = "柳林镇"
    kind = TownshipKind.TOWN


class VillageFactory(DjangoModelFactory):
    """A village of a township; `with_profile` gives it figures."""

    class Meta:
        model = Village
        skip_postgeneration_save = True

    township = factory.SubFactory(TownshipFactory)
    county_code = factory.LazyAttribute(lambda o: o.township.county_code)
    code = factory.Sequence(lambda n: f"{n:012d}")
    name = "李庄村"
    kind = VillageKind.VILLAGERS
    search_text = factory.LazyAttribute(lambda o: f"{o.name} {o.code}".lower())

    class Params:
        abolished = factory.Trait(valid_to=date(2025, 12, 31))

    @factory.post_generation
    def with_profile(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create and extracted:
            VillageProfile.objects.create(
                village=self, county_code=self.county_code, as_of=date(2026, 1, 1),
                households=300, population=900, members=40, women_members=10,
            )  # fmt: skip


class UserFactory(DjangoModelFactory):
    """A person; `at` names the unit of the jurisdiction."""

    class Meta:
        model = User
        skip_postgeneration_save = True
        exclude = ["at"]

    at = ""
    username = factory.Sequence(lambda n: f"user{n}")
    name = factory.Sequence(lambda n: f"人员{n}")
    role = Role.COUNTY_STAFF
    home_code = factory.LazyAttribute(lambda o: o.at)
    must_change_password = False
    password = factory.django.Password(PASSWORD)

    class Params:
        left_office = factory.Trait(is_active=False)

    @factory.post_generation
    def jurisdiction(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        codes = extracted or ([self.home_code] if self.home_code else [])
        if create and self.role != Role.REVIEWER:
            for code in codes:
                Jurisdiction.objects.create(user=self, unit_code=code, starts_on=date(2020, 1, 1))


def small_county(code: str, name: str) -> County:
    """Two townships and five villages; 李庄村 stands in both townships."""
    county = CountyFactory(code=code, name=name, search_text=name)
    east = TownshipFactory(
        county=county, code=f"{code}001", name="东关街道", kind=TownshipKind.STREET
    )
    willow = TownshipFactory(county=county, code=f"{code}101", name="柳林镇")
    for number, village in enumerate(("李庄村", "何河村", "周桥村"), start=200):
        VillageFactory(township=east, code=f"{code}001{number}", name=village, with_profile=True)
    for number, village in enumerate(("李庄村", "郭集村"), start=200):
        VillageFactory(township=willow, code=f"{code}101{number}", name=village, with_profile=True)
    return county


def _home(role: str, code: str) -> str:
    if role in TOWNSHIP_ROLES:
        return f"{code}001"
    if role in VILLAGE_ROLES:
        return f"{code}001200"
    return code if role in COUNTY_ROLES | ADMIN_ROLES | {Role.REVIEWER, Role.API_CLIENT} else ""


def one_of_each_role(code: str) -> dict[str, User]:
    """Everybody who can exist in a county."""
    return {
        role: UserFactory(username=f"{role}_{code}", role=role, home_code=_home(role, code))
        for role in Role.values
    }


def signed_in(user: User) -> Client:
    """A client with a session of this person."""
    client = Client()
    client.force_login(user, backend="villages.accounts.backends.ActiveUserBackend")
    sessions.begin(client.session, user)
    return client
