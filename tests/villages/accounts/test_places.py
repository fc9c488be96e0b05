"""Codes in words."""

import pytest

from villages.accounts.actions.jurisdictions import home_of
from villages.accounts.places import in_words, missing, names_of

pytestmark = pytest.mark.django_db


def test_units_are_named_a_village_with_its_township(county, django_assert_num_queries):
    with django_assert_num_queries(3):
        names = names_of(["999901", "999901001", "999901001200", "99", "999901777"])

    assert names == {
        "999901": "青原县",
        "999901001": "东关街道",
        "999901001200": "东关街道李庄村",
        "99": "99 辖内全部县",
        "999901777": "999901777",
    }


def test_words_follow_the_codes(county):
    assert in_words(["999901101", "999901001"]) == "东关街道、柳林镇"
    assert in_words([]) == ""


def test_only_units_that_are_nowhere_are_missing(county):
    assert missing(["999901", "99", "98", "999901777", "999901001200"]) == ["98", "999901777"]


@pytest.mark.parametrize(
    ("codes", "home"),
    [
        (["999901001"], "999901001"),
        (["999901001200", "999901001201"], "999901001"),
        (["999901001", "999901101"], "999901"),
        (["999901", "999902"], "9999"),
        ([], "999901"),
        (["999901", "110101"], "999901"),
    ],
)
def test_the_home_is_the_smallest_unit_that_holds_all(codes, home):
    assert home_of(codes, otherwise="999901") == home
