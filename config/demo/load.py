"""Loading the demo county, once."""

import json
import os
import secrets
from pathlib import Path
from random import Random

from django.conf import settings
from django.db import transaction

from config.demo import changes, ledgers, months, people, territory
from config.demo.names import COUNTY_CODE, TODAY
from config.demo.today import on_its_own_day
from config.demo.world import SEED, look_around
from villages.accounts.actors import COMMAND_LINE
from villages.accounts.models import User
from villages.models import County, Village
from villages.trace.record import record


def is_loaded() -> bool:
    """Whether the demo county stands in the database."""
    return County.objects.filter(code=COUNTY_CODE, is_demo=True).exists()


def is_empty() -> bool:
    """A database in which nobody has begun."""
    return not County.objects.exists() and not User.objects.exists()


@transaction.atomic
@on_its_own_day()
def load(password: str) -> County:
    """Everything, in one transaction: half a demo county would only confuse.

    On the demo's own date, whatever day it is: what actions and imports date is the same always.
    """
    rng = Random(SEED)  # noqa: S311 - not a secret, the county must be the same everywhere
    county = territory.build(rng)
    users = people.build(county, password)
    staff = User.objects.get(username=users[0].username)
    months.build(county, by=staff)
    changes.build(county, by=staff)
    ledgers.build(look_around(county))
    villages = Village.objects.filter(county_code=county.code, valid_to=None).count()
    record("demo.loaded", county, by=COMMAND_LINE, count=villages)
    return county


def mark() -> None:
    """From now on every process of this data folder lives on the demo's own date."""
    path = Path(settings.PORTAL_DATA) / "demo.json"
    path.write_text(json.dumps({"today": TODAY, "county": COUNTY_CODE}), encoding="utf-8")


def password() -> str:
    """DEMO_PASSWORD, or one made once and kept beside the data for its owner."""
    if given := os.environ.get("DEMO_PASSWORD"):
        return given
    path = Path(settings.PORTAL_DATA) / "demo_password"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as handle:
            handle.write(secrets.token_urlsafe(9))
    return path.read_text(encoding="utf-8").strip()


def renew_password() -> None:
    """The password that is printed is the one that holds, whatever was given last time."""
    sample = User.objects.filter(is_demo=True).first()
    if sample is None or sample.check_password(password()):
        return
    sample.set_password(password())
    User.objects.filter(is_demo=True).update(password=sample.password)


def accounts() -> list[tuple[str, str]]:
    """Usernames and roles of the demo accounts, in the order of their introduction."""
    names = [row[0] for row in people.ACCOUNTS]
    roles = dict(User.objects.filter(is_demo=True).values_list("username", "role"))
    labels = dict(User._meta.get_field("role").flatchoices)
    return [(name, str(labels[roles[name]])) for name in names if name in roles]
