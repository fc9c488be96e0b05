"""What the fields of a receipt are called: (label, unit) by field, in areas. Words for people;
what each field means stands in `rules/known/`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from rectification.warnings.rules import VillageFacts
from villages.common.money import wan_text

DAYS, PEOPLE, ITEMS, MONTHS, QUARTERS = "天", "名", "件", "个月", "个季度"
Words = Mapping[str, tuple[str, str]]
TEAMS: Words = {
    "has_secretary": ("有书记", ""), "vacant_days": ("书记空缺", DAYS),
    "vacant_at_least": ("书记至少空缺", DAYS), "seats": ("两委职数", PEOPLE),
    "empty_days": ("各空缺职位的空缺天数", ""), "reserve": ("后备干部", PEOPLE),
    "youngest_age": ("两委成员最小年龄", "岁"), "ages_missing": ("没有登记年龄", PEOPLE),
    "unreviewed": ("未经联审任职", PEOPLE), "unreviewed_days": ("未经联审任职最久", DAYS),
    "review_rejected": ("联审不通过仍在任", PEOPLE), "review_undated": ("任职日期不明", PEOPLE),
    "sanctioned": ("近期受处置村干部", PEOPLE), "secretary_sanctioned": ("书记受处置", ""),
    "secretary_on_file": ("书记在处置程序中", ""), "stationed": ("整月在岗的第一书记", PEOPLE),
    "stationed_days": ("第一书记各月驻村天数", ""), "stationed_absences": ("抽查无故不在岗", "次"),
}  # fmt: skip
BRANCHES: Words = {
    "term_days_left": ("党组织任期剩余", DAYS), "term_extended": ("任期经批准延期", ""),
    "terms_unknown": ("任期不明的党组织", "个"),
    "assembly_missed": ("连续没有党员大会", QUARTERS),
    "assembly_silent": ("党员大会没有记录", "个支部"),
    "assembly_missed_before": ("此前连续没有党员大会", QUARTERS),
    "assembly_silent_before": ("此前党员大会没有记录", "个支部"),
    "assembly_days_over": ("上季度结束后", DAYS), "committee_missed": ("连续没有支委会", MONTHS),
    "committee_silent": ("支委会没有记录", "个支部"), "theme_missed": ("连续没有主题党日", MONTHS),
    "theme_silent": ("主题党日没有记录", "个支部"), "class_missed": ("连续没有党课", QUARTERS),
    "class_silent": ("党课没有记录", "个支部"), "life_on": ("组织生活截至", ""),
    "org_life_last": ("最近一次组织生活会", ""),
    "org_life_none_since": ("确知没有组织生活会起", ""),
    "appraisal_last": ("最近一次民主评议", ""), "appraisal_none_since": ("确知没有民主评议起", ""),
    "attended": ("最近几次到会", "人次"), "should_attend": ("最近几次应到", "人次"),
    "attendance_meetings": ("计算到会率的会议", "次"),
    "attendance_silent": ("到会没有记录", "个支部"),
    "election_present": ("最近一次选举到会", PEOPLE),
    "election_entitled": ("最近一次选举应到", PEOPLE),
    "recruit_least": ("至少没有发展党员", MONTHS), "recruit_most": ("距上一次发展党员", MONTHS),
    "members": ("正式党员", PEOPLE), "smallest_branch": ("最小支部党员", PEOPLE),
    "largest_branch": ("最大支部党员", PEOPLE), "branches": ("党支部", "个"),
    "members_source": ("党员数来源", ""),
}  # fmt: skip
AFFAIRS: Words = {
    "disclosure_quarters": ("连续没有公开", QUARTERS),
    "disclosure_quarter_days": ("应公开季度结束后", DAYS),
    "disclosure_months": ("连续没有按月公开财务", MONTHS),
    "disclosure_month_days": ("应公开月份结束后", DAYS),
    "meeting_quarters": ("连续没有村民代表会议", QUARTERS), "matters": ("重大事项", ITEMS),
    "matters_missing": ("重大事项缺少的步骤(天数:金额:步骤)", ""),
    "petitions_first": ("当月初次信访", ITEMS), "petitions_collective": ("当月集体访", ITEMS),
    "petitions_beyond": ("当月越级访", ITEMS), "petitions_unresolved": ("未化解信访", ITEMS),
    "petitions_overdue": ("超期未办结信访", ITEMS), "incidents": ("突发事件", ITEMS),
    "incidents_mass": ("有群体性事件", ""), "incident_grade": ("事故等级(1 一般至 4 特别重大)", ""),
    "survey_content": ("群众满意", "人"), "survey_answered": ("满意度答复", "人"),
}  # fmt: skip
ECONOMY: Words = {
    "operating_fen": ("本年累计经营性收入", "万元"),
    "operating_before_fen": ("上年同期经营性收入", "万元"),
    "operating_year_fen": ("上年全年经营性收入", "万元"),
    "income_quarters": ("连续没有收入记录", QUARTERS),
    "debt_fen": ("村级债务", "万元"), "debt_before_fen": ("上年末债务", "万元"),
    "debt_overdue_fen": ("逾期债务", "万元"), "projects": ("扶持项目", "个"),
    "project_behind": ("项目落后计划", "个百分点"),
    "projects_unplanned": ("没有计划日期的项目", "个"),
    "project_waiting_months": ("资金到位未开工", MONTHS),
    "project_unspent_months": ("资金到位未使用", MONTHS),
    "projects_stopped": ("停滞或失败的项目", "个"),
    "contracts": ("合同", "份"), "contract_days_left": ("最早到期合同剩余", DAYS),
    "contracts_used_on": ("到期后继续使用的合同", "份"), "arrears_days": ("租金拖欠最久", DAYS),
}  # fmt: skip
WORK: Words = {
    "months": ("本年已过月份", MONTHS), "cases": ("在办整顿", "个"),
    "task_late_days": ("整顿任务逾期最久", DAYS), "case_extensions": ("整顿延期", "次"),
    "case_failed": ("上次验收不合格", ""), "filing_late": ("各月填报迟报工作日", ""),
    "filing_mending_days": ("退回未改", "个工作日"), "false_data": ("核实为不实的数据", "处"),
}  # fmt: skip
AREAS: tuple[tuple[str, Words], ...] = (
    ("班子和队伍", TEAMS), ("党支部", BRANCHES), ("治理和群众", AFFAIRS), ("集体经济", ECONOMY),
    ("整改和填报", WORK),
)  # fmt: skip
SOURCES = {"branches": "党支部台账", "profile": "村情登记"}
_UNKNOWN = "—"


@dataclass(frozen=True)
class Known:
    """One field of a receipt for people; "—" is unknown, never zero."""

    key: str
    label: str
    value: str
    unit: str


def known_areas(facts: VillageFacts) -> Iterator[tuple[str, list[Known]]]:
    """Everything that was known, by area; the county's own indicators last."""
    for title, words in AREAS:
        yield title, [_known(facts, key, *said) for key, said in words.items()]
    if facts.own:
        own = [Known(key, key, _text("", value), "") for key, value in sorted(facts.own.items())]
        yield _("本县指标"), own


def field_names() -> tuple[str, ...]:
    """The fields that need words."""
    return tuple(one.name for one in fields(VillageFacts) if one.name != "own")


def _known(facts: VillageFacts, key: str, label: str, unit: str) -> Known:
    text = _text(key, getattr(facts, key))
    return Known(key, label, text, "" if text == _UNKNOWN else unit)


def _text(key: str, value: Any) -> str:
    if value is None or value == "":
        return _UNKNOWN
    if isinstance(value, bool):
        return _("是") if value else _("否")
    if key == "project_behind":
        # Hundredths of a point.
        return f"{Decimal(value) / 100:.2f}"
    return wan_text(value) if key.endswith("_fen") else SOURCES.get(str(value), str(value))
