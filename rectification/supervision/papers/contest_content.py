"""What the meeting gets of a finished contest, before any paper. Nothing else prints it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from rectification.supervision.contest_words import BANDS, choice_words
from rectification.supervision.figures.contests import Line, Result, full_points

Row = tuple[str, ...]
NOTHING = "—"


@dataclass(frozen=True)
class Heading:
    """One column: its words, its share of the width, whether it holds numbers."""

    text: str
    width: int
    is_number: bool = False


@dataclass(frozen=True)
class ContestPaper:
    """Title, the notice that it is for the meeting alone, facts, and a table for each group."""

    title: str
    notice: str
    facts: Row
    headings: tuple[Heading, ...]
    groups: tuple[tuple[str, tuple[Row, ...]], ...]

    @property
    def tables(self) -> list[tuple[str, list[list[tuple[str, bool]]]]]:
        """The groups with, beside each cell, whether it is a number."""
        numeric = [one.is_number for one in self.headings]
        return [
            (name, [list(zip(row, numeric, strict=True)) for row in rows])
            for name, rows in self.groups
        ]

    @property
    def count(self) -> int:
        """Villages on the paper."""
        return sum(len(rows) for _name, rows in self.groups)


def contest_paper(found: Result) -> ContestPaper:
    """The result by group: places and points only where the county had places counted."""
    placed = any(one.entry.place for one in found.lines)
    groups = tuple((name, tuple(_rows(lines, placed=placed))) for name, lines in found.groups)
    return ContestPaper(
        _("%s结果") % found.contest.title, _("仅供会议使用,不下发、不公布"), _facts(found),
        _headings(placed=placed), groups,
    )  # fmt: skip


def award_words(line: Line) -> str:
    """The award, or what may still be decided."""
    if line.is_open:
        return _("待定(%s)") % choice_words(line.may_get)
    return line.entry.award or NOTHING


def _headings(*, placed: bool) -> tuple[Heading, ...]:
    first = Heading(_("名次") if placed else _("序号"), 5, is_number=True)
    points = (_("现场"), _("演说"), _("总分")) if placed else ()
    return (
        first, Heading(_("村"), 16), Heading(_("演说人"), 9),
        *(Heading(one, 8, is_number=True) for one in points),
        Heading(_("档次"), 7), Heading(_("奖项"), 10),
    )  # fmt: skip


def _rows(lines: Iterable[Line], *, placed: bool) -> list[Row]:
    """By place where places are counted, else by code of the village."""
    ordered = sorted(lines, key=lambda one: (one.entry.place or 0, one.entry.village.code))
    return [_row(number, one, placed=placed) for number, one in enumerate(ordered, start=1)]


def _row(number: int, line: Line, *, placed: bool) -> Row:
    entry, judged = line.entry, line.judged
    points = tuple(str(one) for one in (judged.site, judged.speech, judged.total))
    return (
        str(entry.place if placed else number), entry.village.full_name, entry.speaker or NOTHING,
        *(points if placed else ()),
        str(BANDS[line.band]) if line.band else NOTHING, award_words(line),
    )  # fmt: skip


def _facts(found: Result) -> Row:
    contest = found.contest
    numbers = {
        "site": contest.site_points,
        "speech": contest.speech_points,
        "full": full_points(contest),
    }
    judges = {"site": len(found.judges[False]), "speech": len(found.judges[True])}
    drops = _(";三名以上的去掉一个最高分和一个最低分") if contest.drops_ends else ""
    return (
        _("比武日期:%(held)s  评定日期:%(finished)s")
        % {"held": contest.held_on, "finished": contest.finished_on},
        _("满分 %(full)d 分:现场 %(site)d 分,演说 %(speech)d 分") % numbers,
        _("评委:现场 %(site)d 名,演说 %(speech)d 名") % judges + drops,
        _("基础相近的村分在一组,只在组内比较。"),
    )
