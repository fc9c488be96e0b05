"""Finding one's sheet among many."""

import pytest

from villages.imports.choosing import areas
from villages.imports.declaring import sheet_kinds

pytestmark = pytest.mark.django_db


def test_sheets_stand_under_their_area():
    found = areas(sheet_kinds().values())

    assert str(found[0].title) == "基础表格"
    assert {"村级事务", "干部队伍", "党组织"} <= {str(one.title) for one in found}
    assert sum(len(one.kinds) for one in found) == len(sheet_kinds())
    assert len({one.anchor for one in found}) == len(found)


@pytest.mark.parametrize(("words", "key"), [("职数", "establishments"), ("xf", "petitions")])
def test_words_of_title_and_columns_find_a_sheet(words, key):
    found = [kind.key for one in areas(sheet_kinds().values(), words) for kind in one.kinds]

    assert (key in found) == (words == "职数")
    assert len(found) < len(sheet_kinds())


def test_the_page_narrows_and_says_when_nothing_fits(county_client):
    whole = county_client.get("/imports/new/").content.decode()
    some = county_client.get("/imports/new/?q=职数").content.decode()
    none = county_client.get("/imports/new/?q=没有的表").content.decode()

    assert "/imports/new/petitions/" in whole
    assert "/imports/new/establishments/" in some
    assert "/imports/new/petitions/" not in some
    assert "没有含“没有的表”的表" in none
