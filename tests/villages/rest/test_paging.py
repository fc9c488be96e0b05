"""Pages by key: complete, stable, forgery-proof."""

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from tests import factories
from villages.models import Township, Village


def follow(program, path):
    """All pages from here, in the order they are read."""
    pages, address = [], path
    while address:
        answer = program.get(address).json()
        pages.append(answer)
        address = answer["next"] and answer["next"].partition("/api/v1/")[2]
    return pages


def codes_of(pages):
    return [row["code"] for page in pages for row in page["results"]]


@pytest.fixture
def many(county):
    """Thirty villages more, some with an end date, several alike in it."""
    town = Township.objects.get(code="999901101")
    for number in range(30):
        ends = None if number % 3 else date(2027, 1, 1 + number % 4)
        factories.VillageFactory(
            township=town, code=f"999901101{400 + number}", name=f"村{number % 5}", valid_to=ends
        )


@pytest.mark.parametrize(
    "order", ["code", "-code", "name", "-name,code", "valid_to", "-valid_to", "township,-valid_to"]
)
@pytest.mark.parametrize("limit", [1, 7, 200])
def test_pages_together_are_the_whole_list(county_program, many, order, limit, monkeypatch):
    monkeypatch.setattr("villages.rest.limits._limit", lambda kind, now: 10_000)

    pages = follow(county_program, f"villages/?ordering={order}&limit={limit}")

    assert sorted(codes_of(pages)) == sorted(Village.objects.values_list("code", flat=True))
    assert pages[0]["prev"] is None
    assert pages[-1]["next"] is None


@pytest.mark.parametrize("order", ["code", "-name", "valid_to", "-valid_to"])
def test_the_way_back_shows_the_same_pages(county_program, many, order):
    forth = follow(county_program, f"villages/?ordering={order}&limit=10")

    back, address = [], forth[-1]["prev"]
    while address:
        answer = county_program.get(address.partition("/api/v1/")[2]).json()
        back.insert(0, answer)
        address = answer["prev"]

    assert codes_of(back) == codes_of(forth[:-1])


def test_empty_values_stand_last_in_both_directions(county_program, many):
    for order in ("valid_to", "-valid_to"):
        rows = county_program.get(f"villages/?ordering={order}&limit=200").json()["results"]
        known = [row["valid_to"] is not None for row in rows]

        assert known == sorted(known, reverse=True)


def test_rows_inserted_meanwhile_neither_repeat_nor_hide_others(county_program, many):
    before = set(Village.objects.values_list("code", flat=True))
    first = county_program.get("villages/?limit=10").json()
    town = Township.objects.get(code="999901001")
    factories.VillageFactory(township=town, code="999901001001", name="新村")

    rest = follow(county_program, first["next"].partition("/api/v1/")[2])

    read = codes_of([first, *rest])
    assert len(read) == len(set(read))
    assert before <= set(read)


def test_the_link_header_repeats_the_neighbours(county_program, many):
    response = county_program.get("villages/?limit=10")

    assert f'<{response.json()["next"]}>; rel="next"' in response["Link"]


@pytest.mark.parametrize("spoil", ["AAAA", "nonsense!", "x" * 100])
def test_an_edited_cursor_is_refused(county_program, many, spoil):
    response = county_program.get(f"villages/?cursor={spoil}")

    assert response.status_code == 404
    assert response.json()["code"] == "invalid_cursor"


def test_a_cursor_belongs_to_its_conditions(county_program, many):
    address = county_program.get("villages/?limit=10").json()["next"]
    cursor = parse_qs(urlsplit(address).query)["cursor"][0]

    same = county_program.get("villages/", {"limit": 5, "cursor": cursor})
    other = county_program.get("villages/", {"kind": "villagers", "cursor": cursor})
    elsewhere = county_program.get("townships/", {"cursor": cursor})

    assert same.status_code == 200
    assert other.status_code == elsewhere.status_code == 404
