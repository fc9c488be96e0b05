"""What the database itself refuses, each with a Chinese sentence."""

import re
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.db.models import CheckConstraint

from cadres.models import (
    Establishment,
    Person,
    PostFiling,
    PostTenure,
    PublicContact,
    ReservePlan,
    SupervisionLink,
    TermChange,
)
from tests.cadres.teams import COUNTY, LI, person, village
from villages.models import County

CHINESE = re.compile(r"[一-鿿]")
MINE = (Establishment, Person, PostFiling, PostTenure, PublicContact, ReservePlan,
        SupervisionLink, TermChange)  # fmt: skip
DAY, BEFORE = date(2026, 3, 1), date(2026, 2, 1)

PERSON = {"name": "王立"}
TENURE = {"post": "secretary", "recorded_on": DAY}
FILING = {"post": "secretary", "kind": "appoint", "asked_on": DAY, "reason": "到龄"}
SEATS = {"valid_from": DAY, "party_seats": 3, "committee_seats": 3, "basis": "文件"}
TERM = {"number": 12, "started_on": DAY, "basis": "通知"}
LINK = {"kind": "discipline", "officer": "周明", "started_on": DAY}
RESERVE = {"listed_on": DAY}
CONTACT = {"as_of": DAY, "office_phone": "0000-1234567"}
ANSWERED = {"answered_on": DAY, "answer": "agreed", "number": "1"}

REFUSED: list[tuple[type[Any], dict[str, Any], dict[str, Any], str]] = [
    (Person, PERSON, {"name": ""}, "person_has_name"),
    (Person, PERSON, {"birth_month": 9709}, "person_birth_month"),
    (Person, PERSON, {"joined_party_on": DAY, "political": "none"}, "person_joined_as_member"),
    (Person, PERSON, {"id_sealed": "x"}, "person_id_whole"),
    (Person, PERSON, {"sex": "x"}, "person_sex"),
    (Person, PERSON, {"education": "x"}, "person_education"),
    (Person, PERSON, {"education_full_time": "x"}, "person_education_full"),
    (Person, PERSON, {"political": "x"}, "person_political"),
    (Person, PERSON, {"health": "x"}, "person_health"),
    (PostTenure, TENURE, {"post": "mayor"}, "tenure_post"),
    (PostTenure, TENURE, {"started_on": DAY, "ended_on": BEFORE, "end_reason": "term"},
     "tenure_days_in_order"),
    (PostTenure, TENURE, {"ended_on": DAY}, "tenure_end_has_reason"),
    (PostTenure, TENURE, {"end_reason": "term"}, "tenure_end_has_reason"),
    (PostTenure, TENURE, {"filed_on": DAY}, "tenure_filing_whole"),
    (PostTenure, TENURE, {"filing_no": "1"}, "tenure_filing_whole"),
    (PostTenure, TENURE, {"end_note": "x"}, "tenure_note_after_end"),
    (PostTenure, TENURE, {"duty": "organization"}, "tenure_duty_of_member"),
    (PostTenure, TENURE, {"post": "party_committee_member", "duty": "x"}, "tenure_duty"),
    (PostTenure, TENURE, {"post": "first_secretary", "installed_by": "by_election"},
     "tenure_sent_not_elected"),
    (PostTenure, TENURE, {"term_number": 0}, "tenure_term_number"),
    (PostTenure, TENURE, {"how_filled": "x"}, "tenure_how_filled"),
    (PostTenure, TENURE, {"installed_by": "x"}, "tenure_installed_by"),
    (PostTenure, TENURE, {"ended_on": DAY, "end_reason": "x"}, "tenure_end_reason"),
    (PostFiling, FILING, {**ANSWERED, "answered_on": BEFORE}, "filing_days"),
    (PostFiling, FILING, {"answered_on": DAY}, "filing_answer_whole"),
    (PostFiling, FILING, {**ANSWERED, "number": ""}, "filing_agreed_has_number"),
    (PostFiling, FILING, {"answered_on": DAY, "answer": "returned"}, "filing_returned_has_note"),
    (PostFiling, FILING, {"number": "1"}, "filing_number_after_answer"),
    (PostFiling, FILING, {"post": "x"}, "filing_post"),
    (PostFiling, FILING, {"kind": "x"}, "filing_kind"),
    (Establishment, SEATS, {"party_seats": 0}, "establishment_party"),
    (Establishment, SEATS, {"committee_seats": 2}, "establishment_committee"),
    (Establishment, SEATS, {"committee_seats": 8}, "establishment_committee"),
    (Establishment, SEATS, {"supervision_seats": 0}, "establishment_supervision"),
    (Establishment, SEATS, {"basis": ""}, "establishment_basis"),
    (Establishment, SEATS, {"valid_from": date(1920, 1, 1)}, "establishment_not_ancient"),
    (TermChange, TERM, {"ended_on": BEFORE}, "term_days"),
    (TermChange, TERM, {"number": 100}, "term_number_range"),
    (TermChange, TERM, {"basis": ""}, "term_basis"),
    (SupervisionLink, LINK, {"ended_on": BEFORE}, "link_days"),
    (SupervisionLink, LINK, {"kind": "x"}, "link_kind"),
    (SupervisionLink, LINK, {"officer": ""}, "link_officer"),
    (ReservePlan, RESERVE, {"ready_on": BEFORE}, "reserve_ready"),
    (ReservePlan, RESERVE, {"trained_on": BEFORE, "training": "x"}, "reserve_trained"),
    (ReservePlan, RESERVE, {"aim": "mayor"}, "reserve_aim"),
    (ReservePlan, RESERVE, {"aim": "first_secretary"}, "reserve_aim_in_village"),
    (ReservePlan, RESERVE, {"trained_on": DAY}, "reserve_training_said"),
    (PublicContact, CONTACT, {"office_phone": ""}, "contact_says_something"),
]  # fmt: skip

TWICE: list[tuple[type[Any], dict[str, Any], dict[str, Any]]] = [
    (Person, {**PERSON, "id_sealed": "a", "id_index": "b"}, {"name": "李一"}),
    (PostTenure, TENURE, {}),
    (PostTenure, {**TENURE, "post": "director"}, {"other": True}),
    (PostTenure, {**TENURE, "post": "secretary"}, {"other": True}),
    (PostTenure, {**TENURE, "post": "supervision_chair"}, {"other": True}),
    (PostFiling, FILING, {"reason": "又一次"}),
    (Establishment, SEATS, {"party_seats": 5}),
    (TermChange, TERM, {"started_on": date(2027, 1, 1), "ended_on": date(2027, 1, 2)}),
    (TermChange, TERM, {"number": 13}),
    (TermChange, TERM, {"number": 13, "started_on": date(2027, 1, 1)}),
    (SupervisionLink, LINK, {"officer": "别人"}),
    (SupervisionLink, {**LINK, "kind": "liaison"}, {}),
    (SupervisionLink, {**LINK, "kind": "liaison"}, {"started_on": date(2026, 4, 1)}),
    (ReservePlan, RESERVE, {"listed_on": date(2026, 4, 1)}),
    (PublicContact, CONTACT, {"office_phone": "0000-7654321"}),
]


def _make(model: type[Any], fields: dict[str, Any], one: Person) -> Any:
    whose = {"person": one} if any(f.name == "person" for f in model._meta.fields) else {}
    where = {"village": village(LI)} if any(f.name == "village" for f in model._meta.fields) else {}
    return model.objects.create(county_code=COUNTY, **where, **whose, **fields)


@pytest.mark.parametrize(("model", "sound", "wrong", "name"), REFUSED)
def test_the_impossible_is_refused(
    county: County, model: type[Any], sound: dict[str, Any], wrong: dict[str, Any], name: str
) -> None:
    one = person(LI, name="某人")

    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        _make(model, {**sound, **wrong}, one)


@pytest.mark.parametrize(("model", "first", "second"), TWICE)
def test_what_may_be_there_once_is_there_once(
    county: County, model: type[Any], first: dict[str, Any], second: dict[str, Any]
) -> None:
    one, second = person(LI, name="某人"), dict(second)
    _make(model, first, one)
    whose = person(LI, name="别人") if second.pop("other", False) else one

    with pytest.raises(IntegrityError), transaction.atomic():
        _make(model, {**first, **second}, whose)


def test_every_check_is_proven_here() -> None:
    declared = {
        one.name for model in MINE for one in model._meta.constraints
        if isinstance(one, CheckConstraint)
    }  # fmt: skip

    assert declared == {name for _model, _sound, _wrong, name in REFUSED}


@pytest.mark.parametrize("model", MINE)
def test_every_constraint_speaks_chinese(model: type[Any]) -> None:
    for one in model._meta.constraints:
        assert CHINESE.search(str(one.violation_error_message)), one.name
        assert len(one.name) <= 30
