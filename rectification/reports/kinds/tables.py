"""The tables of a county month: village by village, township by township, reds and yellows."""

from collections.abc import Iterator

from cadres.figures import Counts
from collective_economy.choices import Category, Tier
from rectification.reports.content import Cell, Table
from rectification.reports.kinds.gathering import Gathered, Place
from rectification.warnings.sentences import reason
from villages.common.money import wan_text

_COUNTS = {
    "people": "花名册人数",
    "serving": "在任村干部",
    "reserve": "后备干部",
    "secretaries": "书记",
    "one_shoulder": "一肩挑",
    "women": "妇女",
    "high_school": "高中及以上",
}
_VILLAGE_COLUMNS = {
    "code": "区划代码",
    "township": "乡镇(街道)",
    "village": "村",
    "households": "户数",
    "population": "人口",
    "members": "党员数",
    **_COUNTS,
    "secretary": "有书记",
    "reserve_enough": "后备干部够数",
    "total_fen": "总收入(分)",
    "operating_type_fen": "经营性收入(分)",
    **{f"{category}_fen": f"{category.label}(分)" for category in Category},
    "tier": "收入档次",
    "colour": "颜色",
    "reasons": "原因",
}


def village_table(known: Gathered) -> Table:
    """The frozen rows behind all figures: one village a row, money in fen, unknown is None."""
    rows = tuple(tuple(_village_row(known, one)) for one in known.places)
    keys, headers = tuple(_VILLAGE_COLUMNS), tuple(map(str, _VILLAGE_COLUMNS.values()))
    return Table("villages", "各村情况", keys, headers, rows)


def _village_row(known: Gathered, place: Place) -> Iterator[Cell]:
    team, stated = known.teams.get(place.pk), known.income.by_village.get(place.code)
    colour = known.colours.by_village.get(place.code)
    yield from (place.code, place.township, place.name)
    yield from (place.households, place.population, place.members)
    counts = team.counts if team else None
    yield from (int(getattr(counts, key)) if counts else None for key in _COUNTS)
    yield int(team.has_secretary) if team else None
    yield int(team.reserve >= known.cadres.reserve_wanted) if team else None
    yield stated.total_fen if stated else None
    yield stated.operating_fen if stated else None
    yield from (stated.by_category.get(str(one)) if stated else None for one in Category)
    tier = known.income.tier(place.code)
    yield str(tier) if tier else None
    yield colour.colour if colour else None
    yield ";".join(map(reason, colour.reasons)) if colour else None


def township_table(known: Gathered) -> Table:
    """One township a row, a total below; income in 万元."""
    columns = {
        "township": "乡镇(街道)", "villages": "村数", "serving": "在任村干部",
        "vacant": "书记空缺村", "short": "后备不足村", "operating": "经营性收入(万元)",
        "weak": "5万元以下村", "red": "红", "yellow": "黄", "green": "绿", "grey": "未评",
    }  # fmt: skip
    rows = [
        (name, *_township_cells(known, [one for one in known.places if one.township_code == code]))
        for code, name in known.townships.items()
    ]
    rows.append(("合计", *_township_cells(known, list(known.places))))
    keys, headers = tuple(columns), tuple(columns.values())
    return Table("townships", "各乡镇(街道)情况", keys, headers, tuple(rows))


def _township_cells(known: Gathered, places: list[Place]) -> Iterator[Cell]:
    codes = {one.code for one in places}
    teams = [known.teams[one.pk] for one in places if one.pk in known.teams]
    fen = sum(known.income.by_village[code].operating_fen or 0
              for code in codes & set(known.income.by_village))  # fmt: skip
    tiers = [known.income.tier(code) for code in codes]
    yield len(places)
    yield sum((team.counts for team in teams), Counts()).serving
    yield len(codes & set(known.cadres.without_secretary))
    yield len(codes & set(known.cadres.short_of_reserve))
    yield wan_text(fen).replace(",", "") if known.income.by_village else "—"
    yield sum(tier in (Tier.SHELL, Tier.WEAK) for tier in tiers)
    for colour in ("red", "yellow", "green", "grey"):
        yield _coloured(known, codes, colour)


def _coloured(known: Gathered, codes: set[str], colour: str) -> Cell:
    if not known.colours.is_evaluated:
        return "—"
    by_village = known.colours.by_village
    return sum(code in by_village and by_village[code].colour == colour for code in codes)


def warned_table(known: Gathered, colour: str, title: str) -> Table:
    """Villages of one colour with what was not green."""
    found = known.colours.by_village
    listed = [one for one in known.places if one.code in found and found[one.code].colour == colour]
    rows = tuple(
        (number, one.township, one.name, "；".join(map(reason, found[one.code].reasons)))
        for number, one in enumerate(listed, 1)
    )
    keys = ("number", "township", "village", "reasons")
    return Table(colour, title, keys, ("序号", "乡镇(街道)", "村", "原因"), rows)
