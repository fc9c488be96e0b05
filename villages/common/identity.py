"""Resident identity numbers (公民身份号码, GB 11643): check digit, birth date, sex.

Nothing here looks a number up; the area digits are not checked, since areas come and go.
"""

import re
from datetime import date
from enum import StrEnum

from villages.common.text import clean

_FORM = re.compile(r"[0-9]{17}[0-9X]")
_ROUNDED = re.compile(r"[0-9.]+E\+?1[0-9]", re.IGNORECASE)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_LENGTH = 18


class Sex(StrEnum):
    """What the seventeenth digit says: odd is male."""

    MALE = "male"
    FEMALE = "female"


class IdFault(StrEnum):
    """Why a number is not an identity number; the first fault found."""

    ROUNDED = "id_rounded"  # a spreadsheet kept it as 3.30E+17 and lost its last digits
    LENGTH = "id_length"
    CHARACTERS = "id_characters"
    BIRTH_DATE = "id_birth_date"
    CHECKSUM = "id_checksum"


def normalise_id_number(text: str) -> str:
    """The number without spaces and hyphens, half-width, its X a capital."""
    return re.sub(r"[\s-]", "", clean(text)).upper()


def fault_of(number: str) -> IdFault | None:
    """What is wrong with a normalised number; None when its form, date and check digit hold."""
    if _ROUNDED.fullmatch(number):
        return IdFault.ROUNDED
    if len(number) != _LENGTH:
        return IdFault.LENGTH
    if not _FORM.fullmatch(number):
        return IdFault.CHARACTERS
    try:
        _birth_date(number)
    except ValueError:
        return IdFault.BIRTH_DATE
    return None if number[-1] == check_digit(number[:-1]) else IdFault.CHECKSUM


def check_digit(first_seventeen: str) -> str:
    """The eighteenth character (mod 11-2) that belongs to these seventeen digits."""
    total = sum(
        weight * int(digit) for weight, digit in zip(_WEIGHTS, first_seventeen, strict=True)
    )
    return _CHECKS[total % 11]


def birth_date_of(number: str) -> date:
    """The birth date inside a faultless number. ValueError (an `IdFault`) otherwise."""
    return _birth_date(_faultless(number))


def sex_of(number: str) -> Sex:
    """The sex that a faultless number states. ValueError (an `IdFault`) otherwise."""
    return Sex.MALE if int(_faultless(number)[16]) % 2 else Sex.FEMALE


def _faultless(number: str) -> str:
    if fault := fault_of(number):
        raise ValueError(fault)
    return number


def _birth_date(number: str) -> date:
    return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
