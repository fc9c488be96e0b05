"""The cadre sheet (村干部花名册): one row a person, with one or several posts."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_lazy as _

from cadres.actions.roster import existing_people, key_of, save_people, undo_people
from cadres.choices import Education, Political, Sex
from cadres.posts import Posts, posts_in
from cadres.sealing import IdNumber, Phone
from cadres.sheet_faults import faults_between
from villages.accounts import perms
from villages.common.identity import birth_date_of, fault_of, normalise_id_number, sex_of
from villages.common.readings import Reading, Unreadable
from villages.imports import cells
from villages.imports.declaring import Context, Key, Row, SheetColumn, SheetKind, Values
from villages.imports.findings import Question
from villages.imports.place_columns import TOWNSHIP, VILLAGE
from villages.ledgers.dictionary import has_words, words_of

_EDUCATIONS = {
    Education.POSTGRADUATE: "研究生 硕士 博士 硕士研究生 博士研究生 在职研究生",
    Education.BACHELOR: "本科 大学 大学本科 学士 在职本科 全日制本科 党校本科 函授本科",
    Education.COLLEGE: "大专 专科 大学专科 高职 在职大专 党校大专 函授大专",
    Education.HIGH_SCHOOL: "高中 中专 高中中专 高中(中专) 高中（中专） 职高 技校 中技 中师",
    Education.BELOW: "初中 小学 初中及以下 小学及以下 文盲 半文盲 初中以下",
}
_POLITICALS = {
    Political.MEMBER: "中共党员 党员 正式党员 中共正式党员",
    Political.PROBATIONARY: "中共预备党员 预备党员",
    Political.YOUTH_LEAGUE: "共青团员 团员",
    Political.OTHER_PARTY: "民主党派 民革 民盟 民建 民进 农工党 致公党 九三学社 台盟",
    Political.NONE: "群众 无党派 无党派人士",
}
_SEXES = {
    "男": str(Sex.MALE),
    "女": str(Sex.FEMALE),
    "男性": str(Sex.MALE),
    "女性": str(Sex.FEMALE),
}

_YES = dict.fromkeys("是 有 √ ✓ 对".split(), True) | dict.fromkeys("否 无 × 不是".split(), False)


def _words(table: Mapping[Any, str]) -> dict[str, str]:
    return {word: str(value) for value, words in table.items() for word in words.split()}


def read_posts(raw: Any, unit: str = "") -> Reading[Posts]:
    """All posts that a cell names. Unreadable (`not_allowed`) where one of them is unknown."""
    reading = cells.text(raw)
    if reading.value is None:
        return Reading(None, reading.repairs)
    posts = posts_in(reading.value)
    if posts is None:
        raise Unreadable("not_allowed", raw)
    return Reading(posts, reading.repairs)


def read_month(raw: Any, unit: str = "") -> Reading[int]:
    """The month of a date as 199709; the day is not kept."""
    reading = cells.day(raw)
    if reading.value is None:
        return Reading(None, reading.repairs)
    return Reading(reading.value.year * 100 + reading.value.month, reading.repairs)


def read_yes(raw: Any, unit: str = "") -> Reading[bool]:
    """是 or 否 in the ways people mark it. Unreadable (`not_allowed`) otherwise."""
    reading = cells.text(raw)
    if reading.value is None:
        return Reading(None, reading.repairs)
    if reading.value not in _YES:
        raise Unreadable("not_allowed", raw)
    return Reading(_YES[reading.value], reading.repairs)


def read_ethnicity(raw: Any, unit: str = "") -> Reading[str]:
    """汉 and 汉族 are one."""
    reading = cells.name(raw)
    if reading.value is None or reading.value.endswith("族"):
        return reading
    return Reading(f"{reading.value}族", reading.repairs)


def read_id(raw: Any, unit: str = "") -> Reading[IdNumber]:
    """A faultless identity number. Unreadable with the fault's own code otherwise.

    Spaces taken out are no repair to be listed: the list would hold the number whole.
    """
    reading = cells.text(raw)
    if reading.value is None:
        return Reading(None, reading.repairs)
    number = normalise_id_number(reading.value)
    if fault := fault_of(number):
        raise Unreadable(str(fault), str(IdNumber(number)))
    return Reading(IdNumber(number))


def read_phone(raw: Any, unit: str = "") -> Reading[Phone]:
    """A phone number, digits only but for a leading +. Unreadable (`phone`) otherwise."""
    text = cells.text(str(raw) if isinstance(raw, int) else raw)
    if text.value is None:
        return Reading(None, text.repairs)
    digits = "".join(one for one in text.value if one not in " -()（）")
    if not digits.removeprefix("+").isdigit() or not 7 <= len(digits) <= 15:
        raise Unreadable("phone", str(Phone(text.value)))
    return Reading(Phone(digits))


_COLUMNS = (
    TOWNSHIP,
    replace(VILLAGE, synonyms=(*VILLAGE.synonyms, "所在村", "任职村", "工作单位")),
    SheetColumn(
        "name", "姓名", cells.name, required=True, synonyms=("名字", "人员姓名", "干部姓名"),
        sample="张建国", width=10,
    ),
    SheetColumn(
        "sex", "性别", cells.one_of(_SEXES), options=("男", "女"), sample="男",
        width=6,
    ),
    SheetColumn(
        "ethnicity", "民族", read_ethnicity, sample="汉族", width=8,
    ),
    SheetColumn(
        "birth_month", "出生年月", read_month, synonyms=("出生日期", "出生时间", "生日", "出生"),
        sample="1979-04",
    ),
    SheetColumn(
        "education", "学历", cells.one_of(_words(_EDUCATIONS)),
        synonyms=("文化程度", "最高学历", "学历层次", "受教育程度"),
        options=("研究生", "本科", "大专", "高中", "中专", "初中", "小学"),
        sample="大专", width=8,
    ),
    SheetColumn(
        "education_full_time", "全日制学历", cells.one_of(_words(_EDUCATIONS)),
        synonyms=("全日制教育", "全日制教育学历"),
        options=("研究生", "本科", "大专", "高中", "中专", "初中", "小学"),
        sample="高中", width=10,
    ),
    SheetColumn(
        "political", "政治面貌", cells.one_of(_words(_POLITICALS)), synonyms=("政治面目", "党派"),
        options=("中共党员", "中共预备党员", "共青团员", "群众"),
        sample="中共党员",
    ),
    SheetColumn(
        "joined_party_on", "入党时间", cells.day, synonyms=("入党年月", "入党日期", "何时入党"),
        sample="2006-07",
    ),
    SheetColumn(
        "posts", "职务", read_posts, required=True,
        synonyms=("现任职务", "村内职务", "担任职务", "任职", "职务名称", "岗位"),
        help="多个职务用顿号隔开;后备干部写“后备干部”", sample="党支部书记、村委会主任", width=24,
    ),
    SheetColumn(
        "started_on", "任现职时间", cells.day,
        synonyms=("任职时间", "任现职年月", "任职日期", "现职时间", "任职起始时间"),
        help="担任现职务的日期", sample="2021-01",
    ),
    SheetColumn(
        "veteran", "退役军人", read_yes, synonyms=("是否退役军人", "退伍军人", "复转军人"),
        options=("是", "否"), sample="否", width=9,
    ),
    SheetColumn(
        "returnee", "返乡人员", read_yes, synonyms=("是否返乡人员", "返乡创业人员"),
        options=("是", "否"), sample="否", width=9,
    ),
    SheetColumn(
        "entrepreneur", "致富带头人", read_yes,
        synonyms=("致富能手", "是否致富带头人", "是否致富能手", "双带人员"),
        options=("是", "否"), sample="是", width=10,
    ),
    SheetColumn(
        "phone", "联系电话", read_phone,
        synonyms=("电话", "手机", "手机号", "手机号码", "联系方式"),
        help="加密保存,列表中不显示", sample="13800000000", width=14,
    ),
    SheetColumn(
        "id_number", "身份证号", read_id,
        synonyms=("身份证", "身份证号码", "公民身份号码", "公民身份证号", "证件号码"),
        help="加密保存,列表中不显示;用于识别同一个人", sample="", width=20,
    ),
)  # fmt: skip


def _explained(column: SheetColumn) -> SheetColumn:
    """With the definition of the ledger's own field, where it has one: said once, in one file."""
    if not has_words("cadres", column.key):
        return column
    return replace(column, help=words_of("cadres", column.key).hint)


COLUMNS = tuple(map(_explained, _COLUMNS))


def oddities(context: Context, rows: list[Row], stored: Mapping[Key, Values]) -> Iterator[Question]:
    """What the identity number says otherwise than the row: archives and numbers do differ."""
    for row in rows:
        number = row.values.get("id_number")
        if number is None:
            continue
        born, sex = birth_date_of(number.raw), str(sex_of(number.raw))
        if row.values.get("birth_month") not in (None, born.year * 100 + born.month):
            words = str(_("“出生年月”与身份证号不一致,请核对。"))
            yield Question(row.sheet, row.number, "", "birth_differs", words)
        if row.values.get("sex") not in (None, sex):
            words = str(_("“性别”与身份证号不一致,请核对。"))
            yield Question(row.sheet, row.number, "", "sex_differs", words)


CADRES = SheetKind(
    key="cadres",
    title=str(_("村干部花名册")),
    columns=COLUMNS,
    identity=key_of,
    existing=existing_people,
    save=save_people,
    undo=undo_people,
    may_import=lambda user: perms.may_change_map(user) or perms.works_for_township(user),
    questions=oddities,
    faults=faults_between,
    twin="duplicate_person",
)
SHEETS = (CADRES,)
