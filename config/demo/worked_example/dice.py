"""What the workbooks draw by: the same on every machine."""

from random import Random

_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧"
_MEN = "建国 志强 永红 小平 立新 世杰 晓东 国庆 长青 守信 德厚 连成 广田 树林 景山".split()
_WOMEN = "秀英 玉兰 海燕 桂英 春梅 美玲 淑芳 月娥 凤霞 文静 巧云 爱华".split()


def dice(name: str) -> Random:
    """A generator of its own for one sheet."""
    return Random(f"2026:{name}")  # noqa: S311 - the sheets must be the same everywhere


def person(of: Random, *, woman: bool = False) -> str:
    """A name of a fictional person."""
    return of.choice(_SURNAMES) + of.choice(_WOMEN if woman else _MEN)


def parted(of: Random, whole: int, parts: int) -> list[int]:
    """A whole number in so many parts, each at least one."""
    marks = sorted(of.sample(range(1, whole), parts - 1))
    return [after - before for before, after in zip([0, *marks], [*marks, whole], strict=True)]
