"""From the words in a sheet to the village that is meant."""

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from rapidfuzz import fuzz, process

from villages.common.text import compact_name
from villages.common.unit_names import short_township_name, short_village_name
from villages.models import FormerName, Township, Village

# Most names are such, and there are many of them.
_PLAIN = re.compile("[一-龥0-9]{2,}村")


@dataclass(frozen=True)
class Place:
    """A village that a row may mean."""

    pk: int
    code: str
    name: str
    township_code: str
    township_name: str


@dataclass(frozen=True)
class PlaceFault:
    """Why a place is not clear: in which column, which code, words, names to choose from."""

    column: str
    code: str
    message: str
    suggestion: str = ""


def township_key(name: str) -> str:
    """青溪镇, 青溪 and 青溪镇人民政府 are one."""
    short = short_township_name(compact_name(name))
    return short[:-1] if short.endswith(("镇", "乡")) and len(short) > 2 else short


def village_key(name: str) -> str:
    """何河村, 何河 and 何河村村委会 are one."""
    if _PLAIN.fullmatch(name):
        return name[:-1]
    short = short_village_name(compact_name(name))
    return short[:-1] if short.endswith("村") and len(short) > 2 else short


class Gazetteer:
    """All places of a county that a person may write to, for any number of rows: three queries.

    A full name beats a shortened one, a present name a former one; where two places remain,
    both are offered and none is taken.
    """

    def __init__(self, user: Any, county: str) -> None:
        self.names: dict[str, str] = {}
        self.by_code: dict[str, Place] = {}
        self.ended: dict[str, str] = {}
        self._townships: dict[str, list[str]] = defaultdict(list)
        self._by_place: dict[tuple[str, str], list[Place]] = defaultdict(list)
        self._by_name: dict[str, list[Place]] = defaultdict(list)
        self._former: dict[str, list[Place]] = defaultdict(list)
        self._read_townships(user, county)
        self._read_villages(user, county)
        self._read_former(county)

    def _read_townships(self, user: Any, county: str) -> None:
        rows = Township.objects.visible_to(user).filter(county_code=county, valid_to=None)
        for code, name in rows.values_list("code", "name"):
            self._townships[township_key(name)].append(code)
            self.names[code] = name

    def _read_villages(self, user: Any, county: str) -> None:
        mine = Village.objects.visible_to(user).filter(county_code=county)
        columns = ("pk", "code", "name", "township__code", "valid_to")
        for pk, code, name, township, ended in mine.values_list(*columns):
            if ended:
                self.ended[code] = name
                continue
            place = Place(pk, code, name, township, self.names.get(township, ""))
            self.by_code[code] = place
            self._by_place[township, village_key(name)].append(place)
            self._by_name[village_key(name)].append(place)

    def _read_former(self, county: str) -> None:
        rows = FormerName.objects.filter(county_code=county)
        for code, name in rows.values_list("unit_code", "name"):
            if place := self.by_code.get(code):
                self._former[village_key(name)].append(place)
            elif code in self.names:
                self._townships[township_key(name)].append(code)

    def townships_by_name(self) -> dict[str, str]:
        """Township names as they may head a section of a sheet."""
        return {name: code for code, name in self.names.items()}

    def township(self, name: str) -> str | PlaceFault:
        """The code of the township of this name."""
        found = list(dict.fromkeys(self._townships.get(township_key(name), [])))
        exact = [code for code in found if self.names[code] == compact_name(name)]
        match exact or found:
            case [code]:
                return code
            case []:
                near = _nearest(name, list(self.names.values()))
                words = f"没有“{name}”这个乡镇。"
                return PlaceFault("township", "unknown_township", words, _choose(near))
            case several:
                both = "、".join(f"{self.names[code]}({code})" for code in several)
                words = f"“{name}”可能是几个乡镇,无法确定。"
                return PlaceFault("township", "ambiguous_township", words, f"请写全称:{both}")

    def find(
        self, township: str | None, village: str | None, code: str | None
    ) -> Place | PlaceFault:
        """The village, or what is unclear and where."""
        if code and code in self.ended:
            words = f"{self.ended[code]}({code})已经撤销。"
            return PlaceFault("code", "ended_village", words, "请填写承接它的村。")
        if code and code in self.by_code:
            return self.by_code[code]
        if not village:
            return PlaceFault("village", "required", "没有填写村名。", "请补上村名。")
        found = self._named(township, village)
        if code and isinstance(found, Place):
            words = f"{found.township_name}{found.name}的代码是 {found.code},不是 {code}。"
            return PlaceFault("code", "code_mismatch", words, "请核对代码;换码请用“区划变更”。")
        return found

    def calls(self, place: Place, name: str) -> bool:
        """Whether the village bears this name, now or once."""
        key = village_key(name)
        return key == village_key(place.name) or place in self._former.get(key, [])

    def _named(self, township: str | None, village: str) -> Place | PlaceFault:
        if not township:
            return self._one_of(self._by_name, village_key(village), "", village)
        where = self.township(township)
        if isinstance(where, PlaceFault):
            return where
        return self._one_of(self._by_place, (where, village_key(village)), where, village)

    def _one_of(self, index: Any, key: Any, where: str, name: str) -> Place | PlaceFault:
        found = list(index.get(key, []))
        if not found:
            former = self._former.get(village_key(name), [])
            found = [one for one in former if one.township_code == where or not where]
        exact = [one for one in found if one.name == compact_name(name)]
        choice: list[Place] = exact or found
        match choice:
            case [place]:
                return place
            case []:
                return self._unknown(where, name)
            case several:
                return _ambiguous(name, several)

    def _unknown(self, township: str, name: str) -> PlaceFault:
        near_by = [one for one in self.by_code.values() if one.township_code == township]
        near = _nearest(name, [one.name for one in near_by or self.by_code.values()])
        elsewhere = self._by_name.get(village_key(name), [])
        hints = [f"{one.township_name}{one.name}" for one in elsewhere] + near
        where = self.names.get(township, "本县")
        words = f"{where}没有“{name}”。"
        return PlaceFault("village", "unknown_village", words, _choose(hints[:4]))


def _ambiguous(name: str, found: list[Place]) -> PlaceFault:
    both = "、".join(f"{one.township_name}{one.name}({one.code})" for one in found)
    message = f"有 {len(found)} 个“{name}”,无法确定是哪一个。"
    return PlaceFault("village", "ambiguous_village", message, f"请填写乡镇或区划代码:{both}")


def _nearest(name: str, names: list[str]) -> list[str]:
    found = process.extract(name, names, scorer=fuzz.ratio, score_cutoff=40, limit=3)
    return [match[0] for match in found]


def _choose(names: list[str]) -> str:
    return f"是不是:{'、'.join(dict.fromkeys(names))}?" if names else "请核对名称。"
