"""Who acts on the warnings of the demo county."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.hashers import make_password

from config.demo.names import person_name
from config.demo.world import World
from villages.accounts.choices import Role
from villages.accounts.models import Jurisdiction, User
from villages.common.clock import instant
from villages.models import Township


@dataclass(frozen=True)
class People:
    """The department's two, and each township's organiser and secretary by its code."""

    county: str
    staff: User
    minister: User
    clerks: Mapping[str, User]
    secretaries: Mapping[str, User]


def people_of(world: World) -> People:
    """The demo's accounts, and secretaries of the other townships that nobody can be."""
    own = User.objects.get(username="township", is_demo=True)
    _secretaries(world, own)
    return people_found(world)


def people_found(world: World) -> People:
    """The same people, once they are there."""
    named = {one.username: one for one in User.objects.filter(is_demo=True)}
    inside = User.objects.filter(home_code__startswith=world.county.code)
    clerks, secretaries = (
        {one.home_code: one for one in inside.filter(role=role)}
        for role in (Role.TOWNSHIP_CLERK, Role.TOWNSHIP_SECRETARY)
    )
    return People(world.county.code, named["county"], named["minister"], clerks, secretaries)


def _secretaries(world: World, own: User) -> None:
    dice = world.dice("township secretaries")
    towns = Township.objects.in_county(world.county.code).order_by("code")
    made = [
        User(
            username=f"secretary-{one.code[6:]}", role=Role.TOWNSHIP_SECRETARY,
            name=person_name(dice), unit_name=f"{one.name}党委", home_code=one.code,
            current_county_code=world.county.code, password=make_password(None),
            must_change_password=False, password_changed_at=instant(),
        )
        for one in towns
        if one.code != own.home_code
    ]  # fmt: skip
    User.objects.bulk_create(made)
    Jurisdiction.objects.bulk_create(
        Jurisdiction(user=one, unit_code=one.home_code, starts_on=date(2024, 1, 1), reason="演示")
        for one in made
    )
