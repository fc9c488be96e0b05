"""Numbers are sealed at rest and masked as text."""

from django.test import override_settings

from cadres.sealing import IdNumber, Phone, index_of, seal, unseal

NUMBER = "999901199709040231"


def test_a_number_comes_back_only_through_unsealing() -> None:
    sealed = seal(NUMBER)

    assert NUMBER not in sealed
    assert unseal(sealed) == NUMBER
    assert (seal(""), unseal("")) == ("", "")


def test_equal_numbers_have_equal_indexes_and_only_under_the_same_key() -> None:
    index = index_of(NUMBER)

    assert index == index_of(NUMBER)
    assert index != index_of("999901199709040232")
    with override_settings(FIELD_KEY="another key"):
        assert index_of(NUMBER) != index


def test_a_number_on_its_way_is_masked_as_text() -> None:
    assert f"{IdNumber(NUMBER)} {IdNumber(NUMBER)!r}" == "999***********0231 999***********0231"
    assert str(Phone("15027542519")) == "150****2519"
