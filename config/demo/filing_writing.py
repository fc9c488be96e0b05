"""Who files in the demo county, and what was corrected on the way."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.contrib.auth.hashers import make_password

from collective_economy.models import IncomeEntry
from config.demo.names import person_name
from config.demo.world import World
from villages.accounts.choices import Role
from villages.accounts.models import Jurisdiction, User
from villages.common.clock import instant
from villages.common.periods import Month
from villages.models import Township

CORRECTED_WORDS = "多写一位,按账面更正"


def clerks(world: World) -> dict[str, User]:
    """The organiser of each township by its code: the demo's own, and others nobody can be."""
    own = world.township_user
    dice = world.dice("clerks")
    codes = [one.code for one in Township.objects.in_county(world.county.code).order_by("code")]
    made = [
        User(
            username=f"clerk-{code[6:]}", role=Role.TOWNSHIP_CLERK, name=person_name(dice),
            unit_name="党建办", home_code=code, current_county_code=world.county.code,
            password=make_password(None), must_change_password=False,
            password_changed_at=instant(),
        )
        for code in codes
        if code != own.home_code
    ]  # fmt: skip
    User.objects.bulk_create(made)
    Jurisdiction.objects.bulk_create(
        Jurisdiction(user=one, unit_code=one.home_code, starts_on=date(2024, 1, 1), reason="演示")
        for one in made
    )
    return {one.home_code: one for one in (*made, own)}


def correct_income(world: World, places: Iterable[tuple[int, int]]) -> None:
    """An operating income ten times too large stood first; today's statement replaced it."""
    for village, number in places:
        row = IncomeEntry.objects.current().get(
            village=village, to_month=number, from_month=number // 100 * 100 + 1,
            category="operating",
        )  # fmt: skip
        day = Month.from_number(number).start + timedelta(days=26)
        wrong = IncomeEntry.objects.create(
            village_id=village, county_code=world.county.code, category=row.category,
            from_month=row.from_month, to_month=number, amount_fen=row.amount_fen * 10,
            source=row.source, recorded_on=row.recorded_on, superseded_on=day,
        )  # fmt: skip
        row.replaces, row.recorded_on, row.reason = wrong, day, CORRECTED_WORDS
        row.save(update_fields=["replaces", "recorded_on", "reason"])
