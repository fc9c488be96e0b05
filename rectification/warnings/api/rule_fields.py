"""What programs see of rule sets and drafts."""

from typing import Any

from rectification.warnings.rule_files import to_toml
from rectification.warnings.rule_files.reading import LONGEST
from villages.common.columns import Kind
from villages.rest.fields import Field, Input
from villages.rest.writing import WriteSerializer

UID = "^[0-9a-f]{32}$"
NAME = Field("name", "名称", "Name", brief=True)
COUNTY = Field(
    "county", "县代码", "Code of the county", source="county_code", filters=("exact",),
    about_en="Empty for the set of every county without one of its own.",
)  # fmt: skip
SET_FIELDS = (
    Field("uid", "编号", "Key of the rule set", pattern=UID, brief=True),
    COUNTY,
    NAME,
    Field(
        "effective_from", "生效日期", "First day on which it holds", Kind.DATE,
        filters=("exact", "gte", "lte"), orders=True, brief=True,
        about_en="It judges every month that ends on this day or later, until another set holds.",
    ),
    Field("basis", "依据", "Basis"),
    Field("issued_by", "发文单位", "Issued by"),
    Field("note", "修订说明", "What is new in it"),
    Field("red_categories", "几类黄色合为红色", "So many categories of yellow are red",
          Kind.INTEGER),
    Field("grey_percent", "未评比例", "More unknown than this, in per cent, is grey", Kind.INTEGER),
    Field("yellow_months", "黄色持续几个月为红色", "Yellow that lasts so many months is red",
          Kind.INTEGER),
    Field("observation_days", "观察期", "Days of observation after red", Kind.INTEGER),
    Field("township_red_percent", "乡镇红色比例", "Share of red villages that makes a township red",
          Kind.INTEGER),
    Field("township_yellow_percent", "乡镇黄色比例",
          "Share of red villages that makes a township yellow", Kind.INTEGER),
    Field("adopted_at", "发布时间", "Instant of publishing", Kind.INSTANT, nullable=True),
    Field("adopted_name", "发布人", "Who published it"),
)  # fmt: skip


def _file(content: Any) -> str:
    return to_toml(content)


DRAFT_FIELDS = (
    Field("uid", "编号", "Key of the draft", pattern=UID, brief=True),
    COUNTY,
    NAME,
    Field("version", "版本", "Version of the draft", Kind.INTEGER),
    Field(
        "based_on", "起草自", "Key of the set it was copied from", source="based_on__uid",
        nullable=True, pattern=UID,
    ),
    Field(
        "adopted", "已发布为", "Key of the set it became", source="adopted__uid", nullable=True,
        pattern=UID,
    ),
    Field(
        "file", "规则文件", "Text file of the rules", source="content", show=_file,
        about_en="TOML as rule-sets/{uid}/file/ gives it; send it back with other numbers.",
    ),
)  # fmt: skip
_TEXT = Field(
    "file", "规则文件", "Text file of the rules",
    about_en="TOML. Faults are told with line and key. Nothing counts before it is adopted.",
)  # fmt: skip


class DraftWrite(WriteSerializer):
    """A new draft: from a text file, or a copy of a set; of the set in force where neither."""

    inputs = (
        Input(_TEXT, max_length=LONGEST, default=""),
        Input(
            Field("rule_set", "规则编号", "Key of a rule set", pattern=UID,
                  about_en="The set to copy where no file is sent."),
            default="",
        ),
    )  # fmt: skip


class DraftChange(WriteSerializer):
    """Other rules."""

    inputs = (Input(_TEXT, required=True, max_length=LONGEST),)


class Adoption(WriteSerializer):
    """From when, on what basis, and what is new."""

    inputs = (
        Input(
            Field("effective_from", "生效日期", "First day", Kind.DATE,
                  about_en="Not in a month that is closed, nor before one."),
            required=True,
        ),
        Input(Field("basis", "依据", "Basis"), required=True, max_length=200),
        Input(Field("note", "修订说明", "What is new and why"), required=True, max_length=500),
    )  # fmt: skip


DIFFERENCE = (
    Field("code", "规则", "Code of the rule; empty for all of them"),
    Field("title", "规则名称", "Title of the rule"),
    Field("key", "项目代码", "Setting as it stands in the file, such as rules.W22.red_wan"),
    Field("label", "项目", "Label of the setting"),
    Field("kind", "变化", "added, removed, on, off or changed"),
    Field("before", "原来", "Value in the first set, in words"),
    Field("after", "改为", "Value in the second set, in words"),
    Field("text", "说明", "The difference as a sentence"),
)
