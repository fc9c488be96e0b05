"""How a pair of code and name becomes a row of each level."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from villages.choices import TownshipKind, VillageKind
from villages.common.codes import Level, township_kind_of, village_kind_of
from villages.common.errors import DomainError
from villages.common.text import compact_name
from villages.common.unit_names import short_township_name, short_village_name
from villages.divisions.finding import plain_words
from villages.divisions.reader import DivisionTable
from villages.models import County, Township, Village

Row = tuple[Any, ...]
_COMMON = ("code", "name", "search_text", "pinyin", "initials", "version")
# Second-level names of municipalities and of counties directly under a province are no places.
_NO_CITY = frozenset({"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"})


@dataclass
class Context:
    """Names of provinces and cities, and the keys of the parents of the level being loaded."""

    above: dict[str, str]
    parents: dict[str, int] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path) -> "Context":
        """Names of all provinces and cities of the list."""
        above: dict[str, str] = {}
        for level in (Level.PROVINCE, Level.CITY):
            above |= dict(DivisionTable(folder, level).rows())
        return cls(above)

    def look_up(self, level: "LevelLoad", county: str) -> None:
        """Reads the keys of possible parents: at most 41,000 townships in the nation."""
        if level.parent is not None:
            inside = level.parent.objects.filter(code__startswith=county)
            self.parents = dict(inside.values_list("code", "id"))

    def parent_of(self, code: str, digits: int) -> int:
        """The key of the unit above. Raises `divisions_orphan`."""
        try:
            return self.parents[code[:digits]]
        except KeyError:
            raise DomainError(
                "divisions_orphan",
                _("%(code)s 的上级 %(parent)s 不在名录中。")
                % {"code": code, "parent": code[:digits]},
                _("请补全名录后重新导入;没有写入任何数据。"),
            ) from None


@dataclass(frozen=True)
class LevelLoad:
    """A level: its table, the natural form of its names, and how a row is built."""

    level: Level
    model: Any
    parent: Any
    own_columns: tuple[str, ...]
    shorten: Callable[[str], str]
    build: Callable[[str, Context], Row]

    @property
    def columns(self) -> tuple[str, ...]:
        """Columns in the order of built rows."""
        return (*_COMMON, *self.own_columns)

    def named(self, rows: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        """The rows with natural names, in the order of codes."""
        return sorted((code, self.shorten(name)) for code, name in rows)

    def built(self, rows: Iterable[tuple[str, str]], context: Context) -> Iterator[Row]:
        """Table rows; pinyin follows later and leaves its columns empty for now."""
        for code, name in rows:
            yield code, name, plain_words(name, code), "", "", 1, *self.build(code, context)


# A list may hold a row for what is not divided further: its own digits are zeros.
_UNDIVIDED = "000"


@cache
def _village_kind(digits: str) -> str:
    if digits == _UNDIVIDED:
        return VillageKind.QUASI.value
    return village_kind_of(f"110101001{digits}").value


@cache
def _township_kind(digits: str) -> str:
    kind = None if digits == _UNDIVIDED else township_kind_of(f"110101{digits}")
    return TownshipKind.ENTERPRISE.value if kind is None else kind.value


def _county(code: str, context: Context) -> Row:
    city = context.above.get(code[:4], "")
    return context.above.get(code[:2], ""), "" if city in _NO_CITY else city, "", "", False


def _township(code: str, context: Context) -> Row:
    return context.parent_of(code, 6), code[:6], _township_kind(code[6:])


def _village(code: str, context: Context) -> Row:
    return context.parent_of(code, 9), code[:6], _village_kind(code[9:]), ""


_COUNTY_COLUMNS = ("province_name", "city_name", "department_name", "hotline", "is_demo")
LEVELS = {
    one.level: one
    for one in (
        LevelLoad(Level.COUNTY, County, None, _COUNTY_COLUMNS, compact_name, _county),
        LevelLoad(
            Level.TOWNSHIP, Township, County,
            ("county", "county_code", "kind"), short_township_name, _township,
        ),
        LevelLoad(
            Level.VILLAGE, Village, Township,
            ("township", "county_code", "kind", "urban_rural"), short_village_name, _village,
        ),
    )
}  # fmt: skip
