"""Many people file at the same moment, each with a browser of his own."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

from django.conf import settings
from django.db import connection
from django.test import override_settings

from tests.factories import UserFactory, VillageFactory, signed_in, small_county
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common.columns import Kind
from villages.filings.declaring import inputs
from villages.filings.models import Filing, FormLine, ReportForm
from villages.models import County, Township

COUNTY, VILLAGE = "999901", "999901001200"
URL = "/filings/2026-11/{}/"
AT_ONCE = 8
# Nothing was collected for a proof: addresses of static files stay as they are written.
_PLAIN = {
    **settings.STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
_BEGUN, _ENDS = date(2026, 1, 1), date(2027, 12, 31)


def crowded_village(people: str, rounds: str) -> dict[str, Any]:
    """In each round everybody who saw nothing of a village sends his own text for it."""
    return {"rounds": [_crowd(int(people)) for _round in range(int(rounds))]}


def busy_township(writers: str, rounds: str) -> dict[str, Any]:
    """Everybody writes drafts of his own village, again and again, at the same time."""
    key = _county()
    clients = [_clerk(f"busy{n}") for n in range(int(writers))]
    told: Counter[str] = Counter()

    def write(number: int) -> None:
        code = f"9999010012{number:02d}"
        for turn in range(int(rounds)):
            row = Filing.objects.filter(village__code=code, month=202611).first()
            sent = {f"version:{code}": str(row.version if row else 0)}
            answer = clients[number].post(
                URL.format(code), {**sent, f"value:{code}:{key}": str(turn)}
            )
            told[str(answer.status_code)] += 1

    _at_once([lambda n=n: write(n) for n in range(int(writers))], told)
    drafts = Filing.objects.filter(month=202611).values_list("draft", flat=True)
    return {"told": told, "kept": [draft.get(key) for draft in drafts]}


def _crowd(people: int) -> dict[str, Any]:
    key = _county()
    Filing.objects.all().delete()
    clients = [_clerk(f"crowd{n}") for n in range(people)]
    told: Counter[str] = Counter()

    def send(number: int) -> None:
        sent = {f"version:{VILLAGE}": "0", f"value:{VILLAGE}:{key}": f"{number}号写的"}
        answer = clients[number].post(URL.format(VILLAGE), sent)
        own = f"{number}号写的" in answer.content.decode()
        told[f"{answer.status_code}{' own' if own else ''}"] += 1

    _at_once([lambda n=n: send(n) for n in range(people)], told)
    return {"told": told, "rows": Filing.objects.count(), "versions": _versions()}


def _versions() -> list[int]:
    return list(Filing.objects.values_list("version", flat=True))


def _county() -> str:
    """A county whose month asks one number; the key of that input."""
    key = next(one.key for one in inputs().values() if one.kind is Kind.INTEGER)
    if not County.objects.filter(code=COUNTY).exists():
        small_county(COUNTY, "青原县")
        east = Township.objects.get(code=f"{COUNTY}001")
        VillageFactory(township=east, code=f"{COUNTY}001203", name="赵店村")
        form = ReportForm.objects.create(
            county_code=COUNTY, number="一", title="月度填报表", owner="县委组织部", basis="通知",
            valid_from=_BEGUN, valid_to=_ENDS,
        )  # fmt: skip
        FormLine.objects.create(
            form=form, county_code=COUNTY, input_key=key, position=1, valid_from=_BEGUN
        )
    return key


def _clerk(name: str) -> Any:
    user = User.objects.filter(username=name).first() or UserFactory(
        username=name, role=Role.TOWNSHIP_CLERK, home_code=f"{COUNTY}001", password=""
    )
    return signed_in(user)


def _at_once(works: list[Callable[[], None]], told: Counter[str]) -> None:
    """Eight at a time; an exception is counted as broken."""

    def safely(work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as error:
            told[f"broken: {error!r}"] += 1
        connection.close()

    with (
        override_settings(ALLOWED_HOSTS=["testserver"], STORAGES=_PLAIN),
        ThreadPoolExecutor(AT_ONCE) as pool,
    ):
        list(pool.map(safely, works))
