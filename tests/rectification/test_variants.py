"""The same county, written down by others: equal figures, to the fen."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from tests.rectification.test_thread import expected_figures
from tests.sheets import bring
from tests.variants import HABITS


@pytest.mark.django_db
@pytest.mark.parametrize("habit", HABITS, ids=lambda one: type(one).__name__.lower())
def test_other_words_orders_and_units_give_the_same_figures(habit: Any, tmp_path: Path) -> None:
    answers = [
        bring("villages", habit.villages(tmp_path)),
        bring("cadres", habit.cadres(tmp_path)),
        bring("income", habit.income(tmp_path), period="2026-10"),
    ]

    out = StringIO()
    call_command("make_report", "monthly", "2026-10", "--json", stdout=out)

    assert [(one.created, one.errors) for one in answers] == [(216, []), (1497, []), (216, [])]
    figures = {one["code"]: one["value"] for one in json.loads(out.getvalue())["figures"]}
    expected = expected_figures()
    assert {code: figures[code] for code in expected} == expected
