"""Joint reviews of the matrix: who answers for which department, and what is asked of them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from cadres.models import ReviewDepartment, ReviewerSeat, ReviewOpinion
from tests.cadres.judging import begun_review, person, village_of

BEGUN = date(2026, 1, 1)


def judging_keys(people: Mapping[str, Any], villages: Mapping[str, str]) -> dict[str, Any]:
    """Seats by county and opinions by place: `asked` is the reviewer's own, `near` another's."""
    police = _department("999901", "公安局(矩阵)")
    court = _department("999901", "法院(矩阵)")
    abroad = _department("999902", "公安局(矩阵)")
    seat = _seat(police, people["reviewer"])
    return {
        "review": {
            place: begun_review(person(f"丁{place}", village_of(code))).uid
            for place, code in villages.items()
        },
        "seat": {"home": seat.uid, "abroad": _seat(abroad, people["stranger"]).uid},
        "opinion": {
            "asked": _asked(police, villages["near"], "甲"),
            "near": _asked(court, villages["near"], "乙"),
            "abroad": _asked(abroad, villages["abroad"], "丙"),
        },
    }


def _department(county: str, name: str) -> ReviewDepartment:
    return ReviewDepartment.objects.create(county_code=county, name=name, valid_from=BEGUN)


def _seat(department: ReviewDepartment, user: Any) -> ReviewerSeat:
    return ReviewerSeat.objects.create(
        department=department, county_code=department.county_code, user=user, valid_from=BEGUN
    )


def _asked(department: ReviewDepartment, village: str, name: str) -> str:
    review = begun_review(
        person(name, village_of(village)), status="with_departments",
        first_checked_on=date(2026, 9, 2), sent_on=date(2026, 9, 3),
    )  # fmt: skip
    opinion = ReviewOpinion.objects.create(
        review=review, department=department, county_code=department.county_code,
        asked_on=date(2026, 9, 3), due_on=date(2026, 9, 8),
    )  # fmt: skip
    return str(opinion.uid)
