"""A township with three villages whose September is known, and its offline workbook."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.villages.filings.memory import HELD, RENT, VISITS, Memory, asks
from tests.villages.imports.conftest import own_files
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common.periods import Month
from villages.filings.sealed.making import sealed_book
from villages.models import County, Township, Village

__all__ = ["own_files"]
MONTH = Month(2026, 10)
# The page begins with two lines and its header; columns: code, name, then pairs now and before.
FIRST, VISITS_AT, RENT_AT, HELD_AT, NOTE_AT = 4, 3, 5, 7, 9
Edit = Callable[[Any], None]


@pytest.fixture
def clerk(people: dict[str, User]) -> User:
    """Who files for the first township."""
    return people[Role.TOWNSHIP_CLERK]


@pytest.fixture
def ledger(memory: Memory, county: County, own_files: Path) -> Memory:
    """Three inputs are asked; September is known for every village."""
    asks(county.code, VISITS, RENT, HELD)
    for pk in Village.objects.values_list("pk", flat=True):
        memory.rows[pk, 202609] = {VISITS.key: 9, RENT.key: 3_500_000, HELD.key: True}
    return memory


@pytest.fixture
def villages(ledger: Memory, clerk: User) -> list[Village]:
    """Those of the first township."""
    return list(Village.objects.visible_to(clerk).order_by("code"))


@pytest.fixture
def book(villages: list[Village], clerk: User) -> bytes:
    """Its workbook for October."""
    township = Township.objects.get(code=clerk.home_code)
    return sealed_book(by=clerk, township=township, villages=villages, month=MONTH)[0]


def edited(content: bytes, edit: Edit) -> bytes:
    """The workbook as another machine saves it."""
    opened = load_workbook(BytesIO(content))
    edit(opened)
    packed = BytesIO()
    opened.save(packed)
    return packed.getvalue()


def filled(content: bytes, *cells: tuple[int, int, Any]) -> bytes:
    """The first page with these cells filled in: village from 0, column, value."""

    def edit(opened: Any) -> None:
        for village, column, value in cells:
            opened.worksheets[0].cell(FIRST + village, column).value = value

    return edited(content, edit)
