"""The roster sheet (行政村基本情况): territory and basic figures of villages."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from villages.accounts import perms
from villages.actions.roster import existing_profiles, save_roster, undo_roster
from villages.imports import cells
from villages.imports.declaring import (
    Context,
    Key,
    Row,
    RowFault,
    SheetColumn,
    SheetKind,
    Values,
)
from villages.imports.findings import Question
from villages.imports.place_columns import TOWNSHIP, VILLAGE
from villages.imports.places import township_key, village_key
from villages.models import Village

COLUMNS = (
    replace(TOWNSHIP, help="所属乡镇或街道全称;村名在本县唯一时可以不填"),
    replace(VILLAGE, header="村名", synonyms=("村", *VILLAGE.synonyms)),
    SheetColumn(
        "code", "统计用区划代码", cells.code,
        synonyms=("区划代码", "行政区划代码", "统计代码", "村代码", "代码", "区划编码", "村编码"),
        help="12 位统计用区划代码;村名在本县唯一时可以不填", sample="999901101200",
        width=16,
    ),
    SheetColumn(
        "households", "户数", cells.count, unit="户", most=100_000,
        synonyms=("总户数", "农户数", "户籍户数", "家庭户数", "户数合计"),
        help="户籍户数", sample="356",
    ),
    SheetColumn(
        "population", "人口", cells.count, unit="人", most=1_000_000,
        synonyms=("总人口", "人口数", "户籍人口", "人数", "总人数"), help="户籍人口", sample="1240",
    ),
    SheetColumn(
        "members", "党员数", cells.count, unit="人", most=100_000,
        synonyms=("党员", "党员总数", "党员人数", "正式党员和预备党员"),
        help="党员总数,含预备党员", sample="48",
    ),
    SheetColumn(
        "women_members", "其中：女", cells.count, unit="人", most=100_000,
        synonyms=("女党员", "女党员数", "女性党员", "其中女", "其中女党员"),
        help="女党员数,不多于党员数", sample="11",
    ),
    SheetColumn(
        "farmland_mu", "耕地面积", cells.decimal(2), unit="亩", most=1_000_000,
        synonyms=("耕地", "耕地亩数", "土地面积", "耕地数"), help="耕地面积", sample="2476",
    ),
    SheetColumn(
        "groups", "村民小组数", cells.count, unit="个", most=1000,
        synonyms=("村民小组", "小组数", "组数", "村组数"), help="村民小组数", sample="8",
    ),
)  # fmt: skip


def code_of(row: Row) -> Key:
    """A village by its code; a row that found its village knows it without naming it."""
    return (row.village.code if row.village else row.values["code"],)


def impossible(
    context: Context, rows: list[Row], stored: Mapping[Key, Values]
) -> Iterator[RowFault]:
    """New villages from people who may not change the map; more women than members, more
    members than people, counting what is stored where the sheet says nothing."""
    may_add = _may_add_villages(context.by)
    named = {row["code"][:9]: row["township__name"] for row in _townships(context)}
    for row in rows:
        if row.village is None:
            yield from _new_village(row, named, may_add=may_add)
        values = stored.get(code_of(row), {}) | _given(row)
        yield from _more(row, values, "women_members", "members", "女党员数多于党员数")
        yield from _more(row, values, "members", "population", "党员数多于人口")


def _may_add_villages(user: Any) -> bool:
    return perms.may_change_map(user) or getattr(user, "role", "") == "service"


def _townships(context: Context) -> Any:
    rows = Village.objects.filter(county_code=context.county, valid_to=None)
    return rows.order_by("code").values("code", "township__name")


def _new_village(row: Row, named: dict[str, str], *, may_add: bool) -> Iterator[RowFault]:
    code, township = str(row.values["code"]), str(row.values["township"])
    if not may_add:
        words = f"系统中没有“{row.values['village']}”({code})。"
        yield RowFault(row, "village", "unknown_village", words, "新增的村由县委组织部导入。")
    known = named.setdefault(code[:9], township)
    if township_key(known) != township_key(township):
        words = f"代码 {code} 属于“{known}”,表中写作“{township}”。"
        yield RowFault(row, "code", "code_mismatch", words, "请核对乡镇和代码。")


def _given(row: Row) -> Values:
    return {key: value for key, value in row.values.items() if value is not None}


def _more(row: Row, values: Values, part: str, whole: str, words: str) -> Iterator[RowFault]:
    given = row.values.get(part) is not None or row.values.get(whole) is not None
    if given and _is_known(values, part, whole) and values[part] > values[whole]:
        message = f"{words}:{values[part]} 大于 {values[whole]}。"
        blamed = part if row.values.get(part) is not None else whole
        yield RowFault(row, blamed, "part_too_large", message, "请核对这两个数。")


def _is_known(values: Values, part: str, whole: str) -> bool:
    return values.get(part) is not None and values.get(whole) is not None


def oddities(context: Context, rows: list[Row], stored: Mapping[Key, Values]) -> Iterator[Question]:
    """A county without a name; another name under a known code; a jump beyond eightfold."""
    if not context.county_name and rows and not stored:
        words = "表中没有写县名,新建的县先以代码命名,请到县的页面改名。"
        yield Question(rows[0].sheet, 0, "", "county_unnamed", words)
    for row in rows:
        known, name = row.village, row.values.get("village")
        if known and name and village_key(known.name) != village_key(str(name)):
            words = (
                f"代码 {known.code} 在系统里是“{known.name}”,表中写作“{name}”。改名请用区划变更。"
            )
            yield Question(row.sheet, row.number, "", "other_name", words, unit=known.code)
        before = stored.get(code_of(row), {})
        for key in ("households", "population", "members", "farmland_mu"):
            yield from _jump(row, key, before.get(key), row.values.get(key))


def _jump(row: Row, key: str, old: Any, new: Any) -> Iterator[Question]:
    if old and new and (new >= old * 8 or old >= new * 8):
        header = next(one.header for one in COLUMNS if one.key == key)
        words = f"“{header}”由 {old} 变为 {new},相差 8 倍以上,请核对单位和位数。"
        yield Question(row.sheet, row.number, "", "big_change", words)


def known_villages(context: Context) -> Iterator[Values]:
    """Every village that the person may fill in, with its latest figures."""
    villages = Village.objects.visible_to(context.by).filter(
        county_code=context.county, valid_to=None
    )
    stored = existing_profiles(context)
    for code, name, township in villages.order_by("code").values_list(
        "code", "name", "township__name"
    ):
        yield {"township": township, "village": name, "code": code, **stored[(code,)]}


ROSTER = SheetKind(
    key="villages",
    title=str(_("行政村基本情况")),
    columns=COLUMNS,
    identity=code_of,
    existing=existing_profiles,
    save=save_roster,
    undo=undo_roster,
    place="roster",
    may_import=lambda user: perms.may_change_map(user) or perms.works_for_township(user),
    questions=oddities,
    faults=impossible,
    template_rows=known_villages,
)
SHEETS = (ROSTER,)
