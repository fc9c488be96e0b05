"""Natural names of villages and townships, without the words of their offices.

Rosters and statistics write the committee (何河村民委员会), people and ledgers write the
place (何河村). Both sides of a comparison go through these functions.
"""

import re

from villages.common.text import compact_name

_VILLAGERS = re.compile(r"(?:村民委员会|村民委会|村委会)$")
_RESIDENTS = re.compile(r"(?:居民委员会|居民委会|居委会)$")
_VILLAGE = ("村", "社区", "嘎查")
# Not 村: 水泉村居委会 and 水泉村委会 stand side by side in one township.
_COMMUNITY = ("社区", "嘎查")
_TOWNSHIP_OFFICE = re.compile(r"(?:党政办公室|人民政府|党工委|党委|委员会|政府)$")
_STREET_OFFICE = re.compile(r"(?<=街道)(?:办事处|办)$")


def short_village_name(name: str) -> str:
    """`张庄村村委会` is 张庄村, `多福巷社区居委会` is 多福巷社区, `何河村民委员会` is 何河村.

    A residents' committee that is not called a community keeps its word (第一居委会): it would
    lose its name otherwise. A bare place name (张庄) stays as it is.
    """
    name = compact_name(name)
    if _VILLAGERS.search(name):
        place = _VILLAGERS.sub("", name)
        return place if not place or place.endswith(_VILLAGE) else f"{place}村"
    if _RESIDENTS.search(name):
        place = _RESIDENTS.sub("", name)
        return place if place.endswith(_COMMUNITY) else f"{place}居委会"
    return name


def short_township_name(name: str) -> str:
    """`东华门街道办事处` is 东华门街道, `中共青溪镇委员会` is 青溪镇, `长岭乡政府` is 长岭乡."""
    name = compact_name(name).removeprefix("中国共产党").removeprefix("中共")
    name = _STREET_OFFICE.sub("", name)
    place = _TOWNSHIP_OFFICE.sub("", name)
    return place if place.endswith(("乡", "镇", "街道")) else name
