"""Words that everybody in the county would try first: places, the department, one's own name."""

import re
from typing import Any

from villages.models import County, Township

TRADE = (
    "中共", "党建", "党支部", "组织部", "县委", "督导", "村级", "支部", "书记", "平台",
    "dangjian", "dangzhibu", "zuzhibu", "xianwei", "zhonggong", "dudao", "cunji", "zhibu",
    "shuji", "pingtai", "password", "mima", "admin", "qwerty", "asdf", "woaini",
)  # fmt: skip
_UNIT = re.compile(r"(?:自治县|街道|县|区|市|镇|乡)$")
LEAST_OWN = 8
_SIGNS = re.compile(r"[\W\d_]+")


def is_made_of_them(password: str, user: Any) -> bool:
    """Whether local words stand in the password and fewer than 8 other letters remain."""
    rest = folded = password.casefold()
    for word in words_for(user):
        rest = rest.replace(word, " ")
    return rest != folded and len(_SIGNS.sub("", rest)) < LEAST_OWN


def words_for(user: Any) -> list[str]:
    """Local words of this person, the longest first; two queries."""
    names = [getattr(user, "name", ""), getattr(user, "username", ""), *_places(user)]
    words = {*TRADE, *(one for name in names for one in _spellings(name))}
    return sorted(filter(_says_something, words), key=len, reverse=True)


def _says_something(word: str) -> bool:
    """Two Han characters or four letters; shorter pieces occur in any password."""
    return len(word) >= (4 if word.isascii() else 2)


def _places(user: Any) -> list[str]:
    """Names of the person's county and of its townships; none for people above a county."""
    code = getattr(user, "home_code", "")[:6]
    if len(code) < 6:
        return []
    counties = County.objects.filter(code=code).values_list("name", flat=True)
    townships = Township.objects.filter(county_code=code).values_list("name", flat=True)
    return [*counties, *townships]


def _spellings(name: str) -> set[str]:
    """The name with and without its unit word, in characters and in pinyin."""
    # Imported late: the dictionary takes megabytes and only password changes need it.
    from pypinyin import lazy_pinyin

    forms = {name.casefold(), _UNIT.sub("", name).casefold()}
    return forms | {"".join(lazy_pinyin(form)) for form in forms}
