"""Red and black board and the statement of the last one (§6.2), where a county wants them.

The red board holds the best few by overall score; the black one every township whose colour is
red, none or many: nobody is put there to fill a quota. Whoever is red stands on no red board.
"""

from collections.abc import Iterator
from functools import partial

from rectification.reports.asked import Asked
from rectification.reports.content import Line, Paragraph, Table, plain
from rectification.reports.parameters import Choices, choices
from rectification.reports.told import Known, Told, paragraph
from rectification.reports.topics.board_rows import BASE, board_rows
from rectification.warnings.choices import Colour
from rectification.warnings.figures.townships import Limits
from rectification.warnings.rule_contents import set_in_force

_HEADERS = ("榜", "乡镇（街道）", "综合得分", "红色村", "红色村占比%")


def tell(asked: Asked) -> Told:
    """Both boards where the county's switch is on. One query."""
    chosen = choices(asked.county.code, asked.as_of)
    if not chosen.boards:
        return Told("boards")
    row = asked.read(set_in_force, asked.county.code, asked.month.end)
    limits = Limits(row.township_red_percent, row.township_yellow_percent) if row else Limits()
    return Told(
        "boards", later=partial(board_rows, limits), paragraphs=partial(_words, chosen),
        tables=partial(_tables, chosen),
    )  # fmt: skip


def _words(chosen: Choices, known: Known) -> Iterator[Paragraph]:
    yield from paragraph("红黑榜", [*_boards(chosen, known), *_statement(chosen, known)])


def _boards(chosen: Choices, known: Known) -> Iterator[Line]:
    best = "、".join(
        f"{plain(known.asked.townships[unit])}（{{boards.score.{unit}}}分）"
        for unit in _best(chosen, known)
    )
    if best:
        yield Line("boards.red", f"红榜：{best}。")
    if known.some("boards.black"):
        names = plain("、".join(known.asked.townships[unit] for unit in _black(known)))
        yield Line("boards.black", f"黑榜{{boards.black}}个，预警均为红色：{names}。")


def _statement(chosen: Choices, known: Known) -> Iterator[Line]:
    """The last one by overall score speaks, but only below the county's line."""
    scores = {unit: one.number for unit in known.asked.townships
              if (one := known.of("boards.score", unit)) and one.number is not None}  # fmt: skip
    if len(set(scores.values())) < 2:
        return
    last = min(scores.values())
    for unit, score in scores.items():
        if score == last < chosen.statement:
            yield Line(
                f"boards.statement.{unit}",
                f"{plain(known.asked.townships[unit])}综合得分{{boards.score.{unit}}}分，列末位且低于"
                f"{{={chosen.statement}}}分，在下次调度会上作表态发言。",
            )


def _best(chosen: Choices, known: Known) -> list[str]:
    """The first few; who shares the last rank stands there too."""
    ranks = {unit: one.number for unit in known.asked.townships
             if (one := known.of("boards.rank", unit)) and one.number is not None}  # fmt: skip
    found = [unit for unit, rank in ranks.items() if rank <= chosen.red_board]
    return sorted(found, key=lambda unit: (ranks[unit], unit))


def _black(known: Known) -> list[str]:
    table = known.tables[BASE]
    return [str(table.cell(row, "township_code")) for row in table.rows
            if table.cell(row, "colour") == Colour.RED]  # fmt: skip


def _tables(chosen: Choices, known: Known) -> Iterator[Table]:
    lines = [("红榜", unit) for unit in _best(chosen, known)]
    lines += [("黑榜", unit) for unit in _black(known)]
    if not lines:
        return
    codes = tuple(
        (None, None, *(_there(known, f"{code}.{unit}") for code in (
            "boards.score", "boards.red", "colour.red.share")))
        for _board, unit in lines
    )  # fmt: skip
    rows = tuple(
        (board, known.asked.townships[unit],
         *(known.items[code].shown() if code else "—" for code in row[2:]))
        for (board, unit), row in zip(lines, codes, strict=True)
    )  # fmt: skip
    keys = ("board", "unit", "score", "red", "share")
    yield Table("boards", "红黑榜", keys, _HEADERS, rows, codes, annex=True, widths=(4, 8, 6, 5, 6))


def _there(known: Known, code: str) -> str | None:
    return code if code in known.items else None
