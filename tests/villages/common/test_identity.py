"""Resident identity numbers; all numbers are synthetic, of areas that do not exist."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from villages.common.identity import (
    IdFault,
    Sex,
    birth_date_of,
    check_digit,
    fault_of,
    normalise_id_number,
    sex_of,
)

NUMBERS = st.builds(
    lambda area, born, order: f"{area}{born:%Y%m%d}{order:03d}",
    st.sampled_from(["999999", "999901"]),
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.integers(0, 999),
).map(lambda digits: digits + check_digit(digits))


@given(NUMBERS)
def test_faultless_number_tells_birth_and_sex(number):
    assert fault_of(number) is None
    assert birth_date_of(number).strftime("%Y%m%d") == number[6:14]
    assert sex_of(number) is (Sex.MALE if number[16] in "13579" else Sex.FEMALE)


@given(NUMBERS, st.integers(0, 16), st.integers(1, 9))
def test_any_single_wrong_digit_is_found(number, place, step):
    wrong = str((int(number[place]) + step) % 10)

    spoiled = number[:place] + wrong + number[place + 1 :]

    assert fault_of(spoiled) in {IdFault.CHECKSUM, IdFault.BIRTH_DATE}


@given(NUMBERS, st.integers(0, 15))
def test_two_swapped_digits_are_found(number, place):
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]

    assert swapped == number or fault_of(swapped) is not None


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("", IdFault.LENGTH),
        ("999999900101001", IdFault.LENGTH),
        ("9999991990010100111", IdFault.LENGTH),
        ("99999919900101O011", IdFault.CHARACTERS),
        ("99999919900101001x", IdFault.CHARACTERS),
        ("９９９９９９１９９００１０１００１１", IdFault.CHARACTERS),
        ("999999199002300011", IdFault.BIRTH_DATE),
        ("999999000000000011", IdFault.BIRTH_DATE),
        ("9.99999E+17", IdFault.ROUNDED),
    ],
)
def test_the_first_fault_is_named(number, fault):
    assert fault_of(number) is fault


def test_typed_numbers_are_brought_to_one_form():
    typed = " ９９９９０１ 20021213 078x "

    assert normalise_id_number(typed) == "99990120021213078X"
    assert fault_of(normalise_id_number(typed)) is None


@pytest.mark.parametrize("ask", [birth_date_of, sex_of])
def test_a_faulty_number_tells_nothing(ask):
    with pytest.raises(ValueError, match="id_checksum"):
        ask("999901200212130780")
