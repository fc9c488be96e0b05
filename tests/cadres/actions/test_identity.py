"""Sealed numbers: written with checks, shown with a reason, kept out of the trail."""

from typing import Any

import pytest

from cadres.actions.identity import reveal, set_identity
from cadres.choices import Post
from cadres.sealing import index_of, seal, unseal
from tests.cadres.teams import LI, WILLOW_LI, person
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common.errors import DomainError
from villages.trace.models import AuditEntry

NUMBER = "999901199709040231"
PHONE = "13800001234"


def _sealed(code: str = LI, **known: Any) -> Any:
    return person(
        code, Post.SECRETARY, id_sealed=seal(NUMBER), id_index=index_of(NUMBER),
        phone_sealed=seal(PHONE), **known,
    )  # fmt: skip


def test_a_number_is_shown_and_the_trail_says_who_and_why_but_not_what(
    people: dict[str, User],
) -> None:
    one = _sealed()

    shown = reveal(
        person=one, field="id_number", reason="联审核对证件", by=people[Role.COUNTY_STAFF]
    )

    assert shown == NUMBER
    entry = AuditEntry.objects.get(action="cadre.revealed")
    assert (entry.reason, entry.after, entry.object_name) == (
        "联审核对证件", {"field": "身份证号"}, "王立",
    )  # fmt: skip
    assert NUMBER not in str(entry.__dict__)


@pytest.mark.parametrize(
    ("role", "field", "reason", "code"),
    [
        (Role.COUNTY_STAFF, "id_number", "看看", "reveal_reason"),
        (Role.COUNTY_STAFF, "id_number", "  看 看  ", "reveal_reason"),
        (Role.COUNTY_STAFF, "name", "联审核对证件", "reveal_field"),
        (Role.COUNTY_LEADER, "id_number", "联审核对证件", "reveal_not_allowed"),
        (Role.API_CLIENT, "id_number", "联审核对证件", "reveal_not_allowed"),
    ],
)
def test_a_reveal_is_refused(
    people: dict[str, User], role: str, field: str, reason: str, code: str
) -> None:
    one = _sealed()

    with pytest.raises(DomainError) as refused:
        reveal(person=one, field=field, reason=reason, by=people[role])

    assert refused.value.code == code
    assert not AuditEntry.objects.filter(action="cadre.revealed").exists()


def test_a_township_does_not_look_into_another_one(people: dict[str, User]) -> None:
    with pytest.raises(DomainError) as refused:
        reveal(
            person=_sealed(WILLOW_LI), field="phone", reason="联系工作需要",
            by=people[Role.TOWNSHIP_CLERK],
        )  # fmt: skip

    assert refused.value.code == "reveal_not_allowed"


def test_nothing_registered_is_said_so(people: dict[str, User]) -> None:
    with pytest.raises(DomainError) as refused:
        reveal(
            person=person(LI), field="phone", reason="联系工作需要", by=people[Role.COUNTY_STAFF]
        )

    assert refused.value.code == "reveal_nothing"


def test_a_number_fills_what_the_ledger_does_not_know(people: dict[str, User]) -> None:
    saved = set_identity(
        person=person(LI), id_number="9999 0119 9709 0402 31", by=people[Role.TOWNSHIP_CLERK]
    )

    assert (saved.sex, saved.birth_month, saved.version) == ("male", 199709, 2)
    assert unseal(saved.id_sealed) == NUMBER
    assert NUMBER not in str(AuditEntry.objects.get(action="cadre.identity_set").__dict__)


@pytest.mark.parametrize(
    ("known", "asked"),
    [({"sex": "female"}, "性别"), ({"birth_month": 198001}, "出生年月")],
)
def test_a_contradiction_is_asked_about_once(
    people: dict[str, User], known: dict[str, Any], asked: str
) -> None:
    one, by = person(LI, **known), people[Role.COUNTY_STAFF]

    with pytest.raises(DomainError) as refused:
        set_identity(person=one, id_number=NUMBER, by=by)
    saved = set_identity(person=one, id_number=NUMBER, checked=True, by=by)

    assert asked in refused.value.fields["id_number"]
    assert {key: getattr(saved, key) for key in known} == known


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"id_number": "999901199709040230"}, "id_checksum"),
        ({"id_number": "99990119970904"}, "id_length"),
        ({"phone": "12ab"}, "phone"),
    ],
)
def test_a_faulty_number_is_not_saved(
    people: dict[str, User], given: dict[str, str], code: str
) -> None:
    one = person(LI)

    with pytest.raises(DomainError) as refused:
        set_identity(person=one, by=people[Role.COUNTY_STAFF], **given)

    one.refresh_from_db()
    assert (refused.value.code, one.id_sealed, one.phone_sealed) == (code, "", "")


def test_two_people_of_a_county_do_not_share_a_number(people: dict[str, User]) -> None:
    _sealed()

    with pytest.raises(DomainError) as refused:
        set_identity(person=person(LI, name="别人"), id_number=NUMBER, by=people[Role.COUNTY_STAFF])

    assert refused.value.code == "id_taken"


def test_the_same_number_again_keeps_its_seal(people: dict[str, User]) -> None:
    one = _sealed()

    saved = set_identity(person=one, id_number=NUMBER, by=people[Role.COUNTY_STAFF])

    assert saved.id_sealed == one.id_sealed
