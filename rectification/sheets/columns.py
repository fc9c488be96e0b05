"""The columns of the county's rectification ledger (整顿工作台账): one row a problem."""

from rectification.sheets.readers import CLASSES, CLOSINGS, STATES, VERDICTS, deadline
from villages.imports import cells
from villages.imports.declaring import SheetColumn
from villages.imports.place_columns import TOWNSHIP, VILLAGE

COLUMNS = (
    TOWNSHIP,
    VILLAGE,
    SheetColumn(
        "case_class", "类别", cells.one_of(CLASSES), required=True,
        synonyms=("村类别", "整顿类别", "党组织类别", "类型"), options=("软弱涣散", "后进"),
        sample="软弱涣散", width=10,
    ),
    SheetColumn(
        "kind", "认定情形", cells.text, required=True,
        synonyms=("主要情形", "情形", "软弱涣散情形", "认定依据", "问题类型", "问题类别"),
        help="县里词表中的问题类型;没有的会登记为新的类型", sample="班子不健全", width=16,
    ),
    SheetColumn(
        "description", "存在问题", cells.text, required=True,
        synonyms=("主要问题", "突出问题", "存在的主要问题", "存在的问题", "问题", "问题描述"),
        sample="党支部书记空缺三个月", width=28,
    ),
    SheetColumn(
        "measure", "整顿措施", cells.text, required=True,
        synonyms=("整改措施", "工作措施", "整顿举措", "整改举措", "措施"),
        sample="由乡镇党委选派干部担任党支部书记", width=28,
    ),
    SheetColumn(
        "leader", "责任领导", cells.text,
        synonyms=("包联领导", "联系领导", "包村县领导", "县级责任领导", "联村县领导", "挂钩领导"),
        sample="张明(县委常委)", width=14,
    ),
    SheetColumn(
        "lead_unit", "责任单位", cells.text,
        synonyms=("帮扶单位", "牵头单位", "包联单位", "挂钩单位", "责任部门"),
        sample="县民政局", width=14,
    ),
    SheetColumn(
        "lead_person", "责任人", cells.text,
        synonyms=("具体责任人", "直接责任人", "整改责任人", "联系人"), sample="李红", width=10,
    ),
    SheetColumn(
        "due_on", "完成时限", deadline,
        synonyms=("整改时限", "时限", "完成时间", "销号时限", "整顿时限", "计划完成时间"),
        help="只写到月的,取当月最后一天", sample="2026-11-30", width=12,
    ),
    SheetColumn(
        "progress_text", "进展情况", cells.text,
        synonyms=("整改情况", "工作进展", "进展", "整改进展", "落实情况", "整顿进展", "目前进展"),
        sample="完成80%", width=20,
    ),
    SheetColumn(
        "state", "是否完成", cells.one_of(STATES),
        synonyms=("完成情况", "整改结果", "是否整改到位", "整改状态"),
        options=("是", "否", "推进中"), sample="推进中", width=8,
    ),
    SheetColumn(
        "verdict", "是否验收", cells.one_of(VERDICTS),
        synonyms=("验收情况", "验收结果", "验收结论"),
        options=("验收合格", "验收不合格", "未验收"), sample="未验收", width=10,
    ),
    SheetColumn(
        "closed", "是否销号", cells.one_of(CLOSINGS), synonyms=("销号情况", "是否已销号"),
        options=("是", "否"), sample="否", width=8,
    ),
    SheetColumn("note", "备注", cells.text, synonyms=("说明",), width=16),
)  # fmt: skip
