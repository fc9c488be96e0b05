"""Problems, requirements and lists of villages by colour."""

from collections.abc import Iterator

from rectification.reports.content import Line, Problem, Table, plain
from rectification.reports.tables import numbered
from rectification.reports.told import Known
from rectification.reports.words import few, listed
from rectification.warnings.parameters import INTERVIEW_MONTHS
from villages import parameters
from villages.common.periods import Month

_MOST = 3
_HEADERS = ("乡镇（街道）", "村", "原因", "连续月数")
_HIDDEN = "预警在公布前预告期内的村暂不列名，期满后列出。"


def problems(known: Known) -> Iterator[Problem]:
    """Villages red for months, and where red villages are many."""
    if known.some("colour.red"):
        yield _red(known)
    if known.some("colour.red.lasting"):
        yield _lasting(known)


def _red(known: Known) -> Problem:
    units = known.asked.townships
    numbers = {unit: known.of("colour.red", unit) for unit in units}
    some = [unit for unit, one in numbers.items() if one and one.number]
    most = sorted(some, key=lambda unit: (-int(numbers[unit].value or 0), unit))[:_MOST]  # type: ignore[union-attr]
    named = "、".join(f"{plain(units[unit])}{{colour.red.{unit}}}个" for unit in most)
    where = f"，{'较多的是' if len(some) > _MOST else '分布在'}{named}" if most else ""
    villages = known.where("colour", "red")
    return _problem(known, "warnings.red", f"红色村{{colour.red}}个{where}。", villages)


def _lasting(known: Known) -> Problem:
    asked = known.asked
    least = int(
        parameters.value(INTERVIEW_MONTHS.key, on=asked.month.end, county=asked.county.code)
    )
    months = _red_months(known, least)
    found = sorted(months, key=lambda code: (-months[code], code))
    told = [f"{few(known, [code])}（{{={months[code]}}}个月）" for code in found[:_MOST]]
    example = f"，如{'、'.join(told)}" if told else ""
    said = f"{{colour.red.lasting}}个村连续{{={least}}}个月以上红色{example}。"
    return _problem(known, "warnings.lasting", said, sorted(found))


def _red_months(known: Known, least: int) -> dict[str, int]:
    table = known.tables["villages"]
    at, code = table.place("red_months"), table.place("code")
    red = set(known.where("colour", "red"))
    return {
        str(row[code]): int(row[at] or 0)
        for row in table.rows
        if row[code] in red and int(row[at] or 0) >= least
    }


def _problem(known: Known, key: str, pattern: str, villages: list[str]) -> Problem:
    names = tuple(known.asked.place_of[code].name for code in villages)
    return Problem(key, "三色预警方面", Line(key, pattern), tuple(villages), names)


def tasks(known: Known) -> Iterator[Line]:
    """What townships with red villages shall do until the next month's end."""
    units = known.asked.townships
    found = [unit for unit in units if (one := known.of("colour.red", unit)) and one.number]
    if not found:
        return
    until = Month.of(known.asked.period.end).next().end
    who = listed(units[unit] for unit in found[:_MOST]) + (
        "等有红色村的乡镇（街道）" if len(found) > _MOST else ""
    )
    day = f"{{={until.month}}}月{{={until.day}}}日"
    said = "逐村落实红色预警的整改措施、责任人和完成时限。"
    yield Line("warnings.plan", f"{who}于{day}前{said}")


def tables(known: Known) -> Iterator[Table]:
    """Red and yellow villages with reasons; those in their time of notice are not named."""
    note = _HIDDEN if known.some("colour.noticed") else ""
    for colour, title in (("red", "红色预警村名单"), ("yellow", "黄色预警村名单")):
        rows = list(_named(known, colour))
        if rows:
            yield numbered(colour, title, _HEADERS, rows, (7, 7, 24, 5), note)


def _named(known: Known, colour: str) -> Iterator[tuple[str | int, ...]]:
    table = known.tables["villages"]
    wanted = ("colour", "township", "village", "reasons", f"{colour}_months")
    keys = [table.place(key) for key in wanted]
    for row in table.rows:
        found, town, name, reasons, months = (row[at] for at in keys)
        if found == colour:
            yield str(town), str(name), str(reasons or ""), months or ""
