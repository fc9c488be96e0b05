"""Fictional names for places and people, drawn from a seeded generator."""

from random import Random

COUNTY_CODE, COUNTY_NAME = "999900", "示例县"
TODAY = "2026-11-03"

# Name, three township digits, number of villages at first: 3 streets, 8 towns, 217 villages, of
# which two were merged later (`changes.py`): 216 today.
TOWNSHIPS = (
    ("城关街道", "001", 12),
    ("河西街道", "002", 14),
    ("南湖街道", "003", 13),
    ("清溪镇", "100", 21),
    ("石桥镇", "101", 25),
    ("双塔镇", "102", 20),
    ("柳泉镇", "103", 23),
    ("黄岭镇", "104", 19),
    ("白杨镇", "105", 25),
    ("云台镇", "106", 22),
    ("金沙镇", "107", 23),
)

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧"
_PLACES = "庄 家湾 家庄 桥 集 岭 河 寨 店 坪 家坝 家营 塘 畈 家嘴 楼".split()
_PREFIXES = ("", "", "", "东", "西", "南", "北", "上", "下", "新", "老", "大", "小")
_GIVEN = "文 建国 秀英 志强 玉兰 海燕 桂英 永红 小平 立新 春梅 世杰 晓东 国庆 美玲 长青".split()


def village_names(rng: Random, count: int) -> list[str]:
    """Different names inside one township; across townships they may repeat, as in life."""
    names: dict[str, None] = {}
    while len(names) < count:
        parts = rng.choice(_PREFIXES), rng.choice(SURNAMES), rng.choice(_PLACES)
        names["".join(parts) + "村"] = None
    return list(names)


def person_name(rng: Random) -> str:
    """A name of a fictional person."""
    return rng.choice(SURNAMES) + rng.choice(_GIVEN)
