"""Statistical division codes: level, parents, kinds, natural names.

A code nests by prefix: province 2 digits, city 4, county 6, township 9, village 12. Foreign
sheets pad short codes with zeros; `strip_padding` gives the short form that the portal keeps.
Source: National Bureau of Statistics, rules for statistical division codes; GB/T 2260.
"""

import re
from enum import IntEnum, StrEnum

from villages.common.errors import DomainError
from villages.common.unit_names import short_township_name, short_village_name

__all__ = [
    "Level",
    "TownshipKind",
    "VillageKind",
    "ancestor_of",
    "checked",
    "county_of",
    "is_valid",
    "level_of",
    "parent_of",
    "short_township_name",
    "short_village_name",
    "strip_padding",
    "township_kind_of",
    "township_of",
    "village_kind_of",
]


class Level(IntEnum):
    """A level of the country; the value is the number of digits of its codes."""

    PROVINCE = 2
    CITY = 4
    COUNTY = 6
    TOWNSHIP = 9
    VILLAGE = 12


class TownshipKind(StrEnum):
    """What the three township digits say."""

    STREET = "street"
    TOWN = "town"
    TOWNSHIP = "township"
    ENTERPRISE = "enterprise"


class VillageKind(StrEnum):
    """What the three village digits say; `quasi` is a zone or farm and only worth a warning."""

    RESIDENTS = "residents"
    VILLAGERS = "villagers"
    QUASI = "quasi"


_DIGITS = re.compile(r"[0-9]+")
_LENGTHS = frozenset(int(level) for level in Level)
_ABOVE = {
    Level.CITY: Level.PROVINCE,
    Level.COUNTY: Level.CITY,
    Level.TOWNSHIP: Level.COUNTY,
    Level.VILLAGE: Level.TOWNSHIP,
}
# First three digits from which the next kind begins.
_TOWNSHIP_STEPS = (
    (400, TownshipKind.ENTERPRISE),
    (200, TownshipKind.TOWNSHIP),
    (100, TownshipKind.TOWN),
    (1, TownshipKind.STREET),
)
_LAST_TOWNSHIP, _LAST_RESIDENTS, _LAST_VILLAGERS = 599, 199, 399


def strip_padding(code: str) -> str:
    """The code without the zeros of levels it does not have: `330102000000` is `330102`.

    A six-digit code ending in `00` stays: some cities without districts are their own county
    (441900), and so is the demo county. Only `…0000` can be nothing but a province.
    """
    code = code.strip()
    if len(code) == Level.VILLAGE and code.endswith("000"):
        code = code[: Level.TOWNSHIP]
    if len(code) == Level.TOWNSHIP and code.endswith("000"):
        code = code[: Level.COUNTY]
    if len(code) == Level.COUNTY and code.endswith("0000"):
        code = code[: Level.PROVINCE]
    return code


def is_valid(code: str) -> bool:
    """Whether these digits can be a division code, padded or not; says nothing of existence."""
    if not _DIGITS.fullmatch(code):
        return False
    short = strip_padding(code)
    if len(short) not in _LENGTHS or short.startswith("0"):
        return False
    return len(short) < Level.TOWNSHIP or short[Level.COUNTY : Level.TOWNSHIP] != "000"


def level_of(code: str) -> Level:
    """The level of a code, padded or not. Raises `code_invalid`."""
    return Level(len(checked(code)))


def checked(code: str) -> str:
    """The short form of a code that people typed. Raises `code_invalid`."""
    if not is_valid(code.strip()):
        raise DomainError(
            "code_invalid",
            f"区划代码『{code[:20]}』不正确。",
            "请填写统计用区划代码:县 6 位、乡镇 9 位、村 12 位数字。",
        )
    return strip_padding(code)


def ancestor_of(code: str, level: Level) -> str:
    """The unit of this level that the code lies in, or is. Raises `code_too_wide`."""
    short = checked(code)
    if len(short) < level:
        raise DomainError(
            "code_too_wide",
            f"区划代码『{short}』的层级高于所需层级。",
            f"请填写至少 {int(level)} 位的区划代码。",
        )
    return short[:level]


def county_of(code: str) -> str:
    """The six digits of the county that a county, township or village lies in."""
    return ancestor_of(code, Level.COUNTY)


def township_of(code: str) -> str:
    """The nine digits of the township that a township or village lies in."""
    return ancestor_of(code, Level.TOWNSHIP)


def parent_of(code: str) -> str | None:
    """The code one level up; None above a province."""
    short = checked(code)
    above = _ABOVE.get(Level(len(short)))
    return None if above is None else short[:above]


def township_kind_of(code: str) -> TownshipKind | None:
    """The kind that the township digits name; None where they name none (600 and above)."""
    digits = int(township_of(code)[Level.COUNTY :])
    if digits > _LAST_TOWNSHIP:
        return None
    return next(kind for first, kind in _TOWNSHIP_STEPS if digits >= first)


def village_kind_of(code: str) -> VillageKind:
    """The kind that the village digits name; everything beyond 399 is `quasi` (开发区, 农场)."""
    digits = int(ancestor_of(code, Level.VILLAGE)[Level.TOWNSHIP :])
    if digits <= _LAST_RESIDENTS:
        return VillageKind.RESIDENTS
    return VillageKind.VILLAGERS if digits <= _LAST_VILLAGERS else VillageKind.QUASI
