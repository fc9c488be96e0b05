"""What a person does in the pages of filing."""

import re
from datetime import datetime
from typing import Any

from django.test import Client

from villages.accounts.models import User
from villages.common.clock import ZONE
from villages.common.periods import Month
from villages.filings.actions.submitting import Submission, submit
from villages.filings.choices import Channel
from villages.filings.models import FilingReceipt

MONTH = Month(2026, 10)
AT = datetime(2026, 10, 20, 9, 0, tzinfo=ZONE)
FIRST, SECOND, THIRD = "999901001200", "999901001201", "999901001202"
ALL = (FIRST, SECOND, THIRD)
TOWNSHIP_URL = "/filings/2026-10/999901001/"
CHECK_URL, SUBMIT_URL = f"{TOWNSHIP_URL}check/", f"{TOWNSHIP_URL}submit/"
WITHDRAW_URL = f"{TOWNSHIP_URL}withdraw/"


def village_url(code: str) -> str:
    """The page of one village."""
    return f"/filings/2026-10/{code}/"


def handed_in(by: User, codes: tuple[str, ...] = ALL, *, key: str = "k", **rest: Any) -> Any:
    """These villages, submitted in time unless said otherwise."""
    at = rest.pop("at", AT)
    return submit(handed=Submission(MONTH, codes, key, Channel.GRID, **rest), by=by, at=at)


def text_of(page: Any) -> str:
    """What stands on a page."""
    return str(page.content.decode())


def field(page: Any, name: str) -> str:
    """The value of a field of the page."""
    found = re.search(rf'name="{re.escape(name)}"[^>]*? value="([^"]*)"', text_of(page))
    assert found, f"no field {name}"
    return found[1]


def save(client: Client, code: str, version: int, do: str = "save", **values: str) -> Any:
    """Sends the form of a village, with what the page showed."""
    sent = {f"version:{code}": str(version), "do": do}
    for key, text in values.items():
        sent[f"value:{code}:test.{key}"] = text
    return client.post(village_url(code), sent)


def checked(client: Client, codes: tuple[str, ...] = ALL, **more: str) -> dict[str, Any]:
    """What the check page would send: its key and versions, and these villages."""
    page = client.get(CHECK_URL)
    versions = {f"version:{code}": field(page, f"version:{code}") for code in codes}
    return {"key": field(page, "key"), "village": list(codes), **versions, **more}


def receipt_of(answer: Any) -> FilingReceipt:
    """The receipt to which a submission led."""
    assert answer.status_code == 302, text_of(answer)
    return FilingReceipt.objects.get(uid=answer["Location"].rstrip("/").rpartition("/")[2])
