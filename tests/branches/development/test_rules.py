"""The time rules of recruitment, at their edges."""

from datetime import date
from typing import Any

import pytest

from branches.development.case import Steps
from branches.development.editions import edition_on, editions
from branches.development.rules import check

ON = date(2026, 11, 3)
# A way without any fault under the text of 2014, and one under that of 2026.
CLEAN_2014 = {
    "applied_on": date(2020, 1, 31), "age": 18, "talked_on": date(2020, 2, 29),
    "activist_on": date(2020, 6, 1), "contacts": 2, "reviewed_on": date(2020, 12, 1),
    "candidate_on": date(2021, 6, 1), "introducers": 2, "training_days": 3,
    "pre_review_on": date(2021, 8, 1), "assembly_on": date(2021, 9, 30),
    "approved_on": date(2021, 12, 30), "oath_on": date(2022, 5, 1),
    "formal_assembly_on": date(2022, 9, 30), "formal_approved_on": date(2022, 12, 30),
}  # fmt: skip
CLEAN_2026 = {
    "applied_on": date(2025, 1, 10), "age": 30, "talked_on": date(2025, 2, 10),
    "activist_on": date(2025, 6, 10), "contacts": 1, "reviewed_on": date(2026, 5, 10),
    "publicity_from": date(2026, 6, 1), "publicity_to": date(2026, 6, 5),
    "candidate_on": date(2026, 6, 10), "introducers": 2, "training_hours": 24,
    "pre_review_on": date(2026, 8, 20), "assembly_on": date(2026, 9, 20),
    "approved_on": date(2026, 10, 20), "oath_on": date(2026, 11, 1),
}  # fmt: skip


def _codes(
    base: dict[str, Any], adjusted: dict[date, bool] | None = None, **changed: Any
) -> list[str]:
    steps = Steps(**{**base, **changed})
    return [f"{hit.code}:{hit.grade}" for hit in check(steps, ON, adjusted or {})]


@pytest.mark.parametrize("base", [CLEAN_2014, CLEAN_2026], ids=["2014", "2026"])
def test_a_way_by_the_rules_has_no_hit(base: dict[str, Any]) -> None:
    assert _codes(base) == []


D = date
EDGES = [
    # base, what is changed, the hits
    (CLEAN_2014, {"age": 17}, ["age:breach"]),
    (CLEAN_2014, {"age": None}, ["age:missing"]),
    # One calendar month after 31 January is the last of February, in a leap year the 29th.
    (CLEAN_2014, {"talked_on": D(2020, 3, 1)}, ["talk:breach"]),
    (CLEAN_2014, {"applied_on": D(2019, 1, 31), "talked_on": D(2019, 2, 28)}, []),
    (CLEAN_2014, {"applied_on": D(2019, 1, 31), "talked_on": D(2019, 3, 1)}, ["talk:breach"]),
    (CLEAN_2014, {"talked_on": None}, ["talk:late"]),
    (CLEAN_2014, {"contacts": 0}, ["contacts:breach"]),
    (CLEAN_2014, {"contacts": 3}, ["contacts:breach"]),
    (CLEAN_2014, {"contacts": None}, ["contacts:missing"]),
    # Twelve calendar months, not 365 days: 29 February and a year give 28 February.
    (CLEAN_2014, {"candidate_on": D(2021, 5, 31)}, ["activist:breach"]),
    (CLEAN_2014, {"activist_on": D(2020, 2, 29), "candidate_on": D(2021, 2, 28)}, []),
    (CLEAN_2014, {"activist_on": D(2020, 2, 29), "candidate_on": D(2021, 2, 27)},
     ["activist:breach"]),
    # Three days or 24 hours: one of them is enough.
    (CLEAN_2014, {"training_days": 2, "training_hours": 23}, ["training:breach"]),
    (CLEAN_2014, {"training_days": 2, "training_hours": 24}, []),
    (CLEAN_2014, {"training_days": None}, ["training:missing"]),
    (CLEAN_2014, {"introducers": 1}, ["introducers:breach"]),
    (CLEAN_2014, {"introducers": None}, ["introducers:missing"]),
    # Three months to the day from 30 September; six months are the hard limit.
    (CLEAN_2014, {"approved_on": D(2021, 12, 31)}, ["approval:breach"]),
    (CLEAN_2014, {"approved_on": D(2022, 3, 30)}, ["approval:breach"]),
    (CLEAN_2014, {"approved_on": D(2022, 3, 31)}, ["approval_limit:breach"]),
    # A year of probation from the assembly, thirty days around its end.
    (CLEAN_2014, {"formal_assembly_on": D(2022, 10, 30)}, []),
    (CLEAN_2014, {"formal_assembly_on": D(2022, 10, 31)}, ["probation:breach"]),
    (CLEAN_2014, {"formal_assembly_on": D(2022, 8, 31), "formal_approved_on": D(2022, 11, 30)}, []),
    (CLEAN_2014, {"formal_assembly_on": D(2022, 8, 30), "formal_approved_on": D(2022, 11, 30)},
     ["probation:breach"]),
    (CLEAN_2014, {"formal_assembly_on": None, "formal_approved_on": None}, ["probation:late"]),
    (CLEAN_2014, {"prolonged_months": 6, "formal_assembly_on": D(2023, 3, 30),
                  "formal_approved_on": D(2023, 6, 30)}, []),
    (CLEAN_2014, {"prolonged_months": 5, "formal_assembly_on": D(2023, 2, 28),
                  "formal_approved_on": D(2023, 5, 28)}, ["prolong:breach"]),
    (CLEAN_2014, {"prolonged_months": 13, "formal_assembly_on": D(2023, 10, 30),
                  "formal_approved_on": D(2023, 12, 30)}, ["prolong:breach"]),
    (CLEAN_2014, {"formal_approved_on": D(2022, 12, 31)}, ["turning:breach"]),
    (CLEAN_2014, {"formal_assembly_on": None, "formal_approved_on": None,
                  "cancelled_on": D(2022, 10, 1)}, []),
    # What only the text of 2026 asks for.
    (CLEAN_2026, {"publicity_to": D(2026, 6, 4)}, ["publicity:breach"]),
    (CLEAN_2026, {"publicity_to": None}, ["publicity:missing"]),
    (CLEAN_2026, {"assembly_on": D(2026, 9, 21), "approved_on": D(2026, 10, 21)},
     ["assembly:breach"]),
    (CLEAN_2026, {"oath_on": D(2026, 11, 20)}, []),
    (CLEAN_2026, {"oath_on": D(2026, 11, 21)}, ["oath:breach"]),
    # An activist who was not reviewed for half a year.
    ({"applied_on": D(2025, 11, 1), "age": 20, "talked_on": D(2025, 11, 5), "contacts": 2,
      "activist_on": D(2026, 5, 3)}, {}, []),
    ({"applied_on": D(2025, 11, 1), "age": 20, "talked_on": D(2025, 11, 5), "contacts": 2,
      "activist_on": D(2026, 5, 2)}, {}, ["review:late"]),
]  # fmt: skip


@pytest.mark.parametrize(("base", "changed", "codes"), EDGES)
def test_edges(base: dict[str, Any], changed: dict[str, Any], codes: list[str]) -> None:
    assert _codes(base, **changed) == codes


def test_publicity_counts_adjusted_working_days() -> None:
    """A holiday inside does not count, a worked Sunday does."""
    holiday, worked_sunday = {D(2026, 6, 3): False}, {D(2026, 6, 7): True}

    assert _codes(CLEAN_2026, holiday) == ["publicity:breach"]
    assert _codes(CLEAN_2026, holiday | worked_sunday, publicity_to=D(2026, 6, 7)) == []


def test_publicity_ends_before_the_listing() -> None:
    assert _codes(CLEAN_2026, candidate_on=D(2026, 6, 5), activist_on=D(2025, 6, 5)) == [
        "publicity:breach"
    ]


@pytest.mark.parametrize(
    ("day", "key"),
    [(D(1999, 1, 1), "2014"), (D(2026, 5, 17), "2014"), (D(2026, 5, 18), "2026")],
)
def test_the_text_of_the_day_judges(day: date, key: str) -> None:
    assert edition_on(day).key == key


def test_a_basis_names_its_edition() -> None:
    (hit,) = check(Steps(**{**CLEAN_2026, "publicity_to": D(2026, 6, 4)}), ON, {})

    assert hit.basis == "《中国共产党发展党员工作细则》(2026年修订,5月18日公布)第十三条"


def test_editions_have_the_same_stages_in_order() -> None:
    stages = ["applicant", "activist", "candidate", "probationary", "formal"]

    assert [len(one.steps) for one in editions()] == [25, 26]
    for edition in editions():
        assert list(dict.fromkeys(stage for stage, _step in edition.steps)) == stages
