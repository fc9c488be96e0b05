"""Fields of the territory resources: codes, names, figures, in both languages."""

from villages.choices import TownshipKind, VillageKind
from villages.common.columns import Kind
from villages.rest.fields import Field

SIX, NINE, TWELVE = "^[0-9]{6}$", "^[0-9]{9}$", "^[0-9]{12}$"


def _code(pattern: str, digits: int, example: str) -> Field:
    return Field(
        "code",
        "区划代码",
        "Division code",
        Kind.CODE,
        pattern=pattern,
        example=example,
        about_zh=f"国家统计局统计用区划代码,{digits} 位。",
        about_en=f"Statistical division code, {digits} digits; the key in addresses.",
        filters=("exact", "in", "startswith"),
        orders=True,
        brief=True,
    )


def _name(zh: str, en: str, example: str) -> Field:
    return Field(
        "name", zh, en, example=example, filters=("exact", "contains"), orders=True, brief=True
    )


_COUNTY = Field(
    "county",
    "县代码",
    "Code of the county",
    Kind.CODE,
    source="county_code",
    pattern=SIX,
    example="999900",
    filters=("exact", "in"),
)
_DATES = (
    Field(
        "valid_from",
        "启用日期",
        "First day on the map",
        Kind.DATE,
        nullable=True,
        about_en="First day on the map; null: since before the records begin.",
        filters=("gte", "lte", "isnull"),
        orders=True,
    ),
    Field(
        "valid_to",
        "停用日期",
        "Last day on the map",
        Kind.DATE,
        nullable=True,
        about_en="Last day on the map; null: still there.",
        filters=("gte", "lte", "isnull"),
        orders=True,
    ),
    Field("pinyin", "拼音", "Name in pinyin"),
    Field("initials", "拼音首字母", "Initials of the name in pinyin", filters=("startswith",)),
    Field(
        "version",
        "版本",
        "Version of the record",
        Kind.INTEGER,
        about_en="Version of the record; the ETag of the object carries it.",
    ),
)

COUNTY_FIELDS = (
    _code(SIX, 6, "999900"),
    _name("县名", "Name of the county", "示例县"),
    Field("province_name", "省份", "Province"),
    Field("city_name", "市州", "City or prefecture"),
    Field("department_name", "部门名称", "Name of the organization department"),
    *_DATES,
)
TOWNSHIP_FIELDS = (
    _code(NINE, 9, "999900001"),
    _name("乡镇名", "Name of the township", "柳林镇"),
    _COUNTY,
    Field(
        "kind",
        "类型",
        "Kind of township",
        Kind.CHOICE,
        choices=TownshipKind,
        filters=("exact", "in"),
        orders=True,
    ),
    *_DATES,
)
VILLAGE_FIELDS = (
    _code(TWELVE, 12, "999900001201"),
    _name("村名", "Name of the village", "张庄村"),
    Field(
        "township",
        "乡镇代码",
        "Code of the township",
        Kind.CODE,
        source="township__code",
        pattern=NINE,
        example="999900001",
        filters=("exact", "in"),
        orders=True,
        brief=True,
    ),
    Field("township_name", "乡镇名", "Name of the township", source="township__name"),
    _COUNTY,
    Field(
        "kind",
        "类型",
        "Kind of village",
        Kind.CHOICE,
        choices=VillageKind,
        filters=("exact", "in"),
        orders=True,
    ),
    Field(
        "urban_rural",
        "城乡分类",
        "Urban-rural class",
        about_en="Urban-rural class of the statistical code, such as 220.",
        filters=("exact",),
    ),
    *_DATES,
)
# The township in full: what `expand=township` puts in place of its code.
VILLAGE_TOWNSHIP = (
    Field("code", "区划代码", "Division code", Kind.CODE, source="township__code", pattern=NINE),
    Field("name", "乡镇名", "Name of the township", source="township__name"),
    Field(
        "kind",
        "类型",
        "Kind of township",
        Kind.CHOICE,
        source="township__kind",
        choices=TownshipKind,
    ),
    Field("county", "县代码", "Code of the county", Kind.CODE, source="township__county_code"),
)


def _figure(name: str, zh: str, en: str, unit: str) -> Field:
    return Field(
        name, zh, en, Kind.INTEGER, unit=unit, nullable=True, about_en=f"{en}; null: unknown."
    )


PROFILE_FIELDS = (
    Field(
        "village",
        "村代码",
        "Code of the village",
        Kind.CODE,
        source="village__code",
        pattern=TWELVE,
    ),
    Field(
        "as_of",
        "数据日期",
        "Day of the survey",
        Kind.DATE,
        example="2026-10-31",
        about_en="Day of the survey; a second row of the same day corrects the first.",
    ),
    _figure("households", "户数", "Households", "户"),
    _figure("population", "人口", "People", "人"),
    _figure("members", "党员数", "Party members", "人"),
    _figure("women_members", "女党员数", "Women among the party members", "人"),
    Field(
        "farmland_mu",
        "耕地面积",
        "Farmland",
        Kind.DECIMAL,
        unit="亩",
        nullable=True,
        about_en="Farmland in mu, as a decimal string; null: unknown.",
        example="1234.50",
    ),
    _figure("groups", "村民小组数", "Villagers' groups", "个"),
    Field("source", "来源", "Where the figures come from"),
)
