"""Lists and objects: what is shown, narrowed, expanded, and to whom."""

import pytest

from tests import factories
from villages.accounts.choices import Role
from villages.models import Township, Village


@pytest.fixture
def sees(county_program):
    """Reads a path and gives its JSON."""
    return lambda path: county_program.get(path).json()


def codes(answer):
    return [row["code"] for row in answer["results"]]


def test_a_list_has_one_shape(sees, county):
    answer = sees("villages/")

    assert set(answer) == {"next", "prev", "results"}
    assert codes(answer) == sorted(Village.objects.values_list("code", flat=True))


def test_an_object_speaks_codes_and_explicit_nulls(sees, county):
    answer = sees("villages/999901101200/")

    assert answer["code"] == "999901101200"
    assert answer["township"] == "999901101"
    assert answer["township_name"] == "柳林镇"
    assert answer["valid_to"] is None
    assert "id" not in answer


def test_township_sees_only_its_own_villages(make_program, people, county):
    program = make_program(people[Role.TOWNSHIP_CLERK])
    own = next(iter(people[Role.TOWNSHIP_CLERK].territory.codes))

    answer = program.get("villages/").json()

    assert answer["results"]
    assert {row["township"] for row in answer["results"]} == {own}


def test_a_foreign_village_is_not_found(county_program, other_county):
    foreign = Village.objects.filter(county_code=other_county.code).first()

    response = county_program.get(f"villages/{foreign.code}/")

    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("resource", ["counties", "townships", "villages"])
def test_foreign_units_are_in_no_list(sees, other_county, resource):
    assert not any(code.startswith("999902") for code in codes(sees(f"{resource}/")))


def test_fields_and_omit_choose_columns(sees, county):
    chosen = sees("villages/?fields=name,code")["results"][0]
    left = sees("villages/?omit=pinyin,initials")["results"][0]
    brief = sees("villages/999901101200/?brief=true")

    assert list(chosen) == ["name", "code"]
    assert "pinyin" not in left
    assert list(brief) == ["code", "name", "township"]


def test_expand_puts_the_object_in_place_of_its_code(sees, county):
    answer = sees("villages/999901101200/?expand=township")

    assert answer["township"] == {
        "code": "999901101", "name": "柳林镇", "kind": "town", "county": "999901",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("name=周桥村", ["周桥村"]),
        ("name__contains=桥", ["周桥村"]),
        ("code__in=999901001202,999901101201", ["周桥村", "郭集村"]),
        ("code__startswith=999901101", ["李庄村", "郭集村"]),
        ("township=999901101", ["李庄村", "郭集村"]),
        ("kind=residents", []),
        ("q=周桥", ["周桥村"]),
        ("valid_to__isnull=false", []),
        ("name=%00", []),
    ],
)
def test_declared_filters_narrow(sees, county, asked, names):
    assert [row["name"] for row in sees(f"villages/?{asked}")["results"]] == names


def test_ordering_takes_declared_fields_in_both_directions(sees, county):
    up = [row["name"] for row in sees("villages/?ordering=name")["results"]]
    down = [row["name"] for row in sees("villages/?ordering=-name")["results"]]

    assert up == sorted(up)
    assert down == sorted(up, reverse=True)


def test_count_is_given_when_asked_for(sees, county):
    assert sees("villages/?limit=2&count=exact")["count"] == 5


def test_the_list_shows_todays_map_and_ended_units_keep_their_address(sees, county):
    ended = factories.VillageFactory(
        township=Township.objects.get(code="999901101"), code="999901101299", abolished=True
    )

    assert ended.code not in codes(sees("villages/"))
    assert ended.code in codes(sees("villages/?include_ended=true"))
    assert ended.code in codes(sees("villages/?on=2025-06-30"))
    assert sees(f"villages/{ended.code}/")["valid_to"] == "2025-12-31"


@pytest.mark.parametrize(
    ("asked", "suggestion"),
    [("nmae=x", "name"), ("code__stratswith=9", "code__startswith"), ("limt=3", "limit")],
)
def test_an_unknown_parameter_is_refused_with_a_suggestion(county_program, asked, suggestion):
    response = county_program.get(f"villages/?{asked}")

    assert response.status_code == 400
    assert response.json()["code"] == "unknown_parameter"
    assert response.json()["errors"][0]["suggestion"] == suggestion


@pytest.mark.parametrize(
    "asked",
    [
        "kind=castle", "on=yesterday", "on=2026-02-30", "limit=0", "limit=201", "limit=five",
        "count=about", "brief=perhaps", "fields=code,,name", "expand=county", "ordering=pinyin",
        "valid_to__isnull=1", "township=12", "format=pdf", "limit=1&limit=2", "on=20261005",
    ],
)  # fmt: skip
def test_an_invalid_value_is_refused_and_named(county_program, asked):
    response = county_program.get(f"villages/?{asked}")

    assert response.status_code == 400
    assert response.json()["errors"][0]["parameter"] == asked.partition("=")[0]


def test_an_item_takes_no_list_parameters(county_program, county):
    assert county_program.get("villages/999901101200/?limit=5").status_code == 400


def test_me_says_who_and_what(sees, people):
    answer = sees("me/")

    assert answer["username"] == people[Role.COUNTY_STAFF].username
    assert answer["unit_codes"] == ["999901"]
    assert "villages.accounts.may_change_map" in answer["rights"]
    assert answer["token_name"] == "大屏"


def test_meta_explains_every_field_and_code(sees, people):
    fields = sees("meta/fields/")["results"]
    enums = {one["name"]: one["values"] for one in sees("meta/enums/")["results"]}

    assert {one["resource"] for one in fields} >= {"counties", "townships", "villages", "tokens"}
    assert all(one["label_zh"] and one["label_en"] and one["description_en"] for one in fields)
    kind = next(one for one in fields if (one["resource"], one["name"]) == ("villages", "kind"))
    assert kind["enum"] == "village_kind"
    assert {"value": "villagers", "label_zh": "行政村", "label_en": "Administrative village"} in (
        enums["village_kind"]
    )


def test_a_browser_session_reads_too(county_client, county):
    response = county_client.get("/api/v1/villages/?limit=1")

    assert response.status_code == 200
    assert len(response.json()["results"]) == 1
