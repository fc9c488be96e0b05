"""Fields of the resources `me` and `tokens`."""

from dataclasses import replace

from villages.accounts.choices import Role
from villages.common.columns import Kind
from villages.rest.fields import Field

UID = "^[0-9a-f]{32}$"
ANY_CODE = "^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}|[0-9]{12})$"
_OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_V4 = rf"({_OCTET}\.){{3}}{_OCTET}(/(3[0-2]|[12]?[0-9]))?"
_LENGTH = "(/(12[0-8]|1[01][0-9]|[1-9]?[0-9]))?"
_V6 = (
    f"(([0-9a-fA-F]{{1,4}}:){{7}}[0-9a-fA-F]{{1,4}}"
    f"|[0-9a-fA-F]{{1,4}}(:[0-9a-fA-F]{{1,4}}){{0,6}}::|::1){_LENGTH}"
)
NETWORK = f"^({_V4}|{_V6})$"

TOKEN_FIELDS = (
    Field("uid", "编号", "Id of the token", pattern=UID, brief=True),
    Field("name", "名称", "What the token is for", example="县级大屏", orders=True, brief=True),
    Field(
        "key",
        "令牌前缀",
        "First characters of the token, not secret",
        source="token_key",
        brief=True,
    ),
    Field(
        "owner", "所属账号", "Username of the owner", source="user__username", filters=("exact",)
    ),
    Field("read_only", "只读", "Whether it may only read", Kind.BOOLEAN, filters=("exact",)),
    Field(
        "unit_codes",
        "区划范围",
        "Division codes it is narrowed to",
        Kind.CODE,
        many=True,
        pattern=ANY_CODE,
        about_en="Division codes it is narrowed to; empty: all of the owner's.",
    ),
    Field(
        "resources",
        "资源范围",
        "Resources it is narrowed to",
        many=True,
        pattern="^[a-z][a-z-]{0,39}$",
        about_en="Resources it is narrowed to, such as villages; empty: all.",
    ),
    Field(
        "networks",
        "来源网段",
        "Networks it is accepted from",
        many=True,
        about_en="Addresses or networks (CIDR) it is accepted from; empty: any.",
        example=["192.0.2.0/24"],
    ),
    Field("created_at", "创建时间", "Made at", Kind.INSTANT, source="created", orders=True),
    Field(
        "expires_at",
        "到期时间",
        "Works until",
        Kind.INSTANT,
        source="expiry",
        orders=True,
        filters=("gte", "lte"),
        brief=True,
    ),
    Field(
        "last_used_at",
        "最近使用",
        "Last use, to the minute",
        Kind.INSTANT,
        nullable=True,
        orders=True,
    ),
    Field("revoked_at", "作废时间", "Revoked at", Kind.INSTANT, nullable=True, filters=("isnull",)),
)
TOKEN = {field.name: field for field in TOKEN_FIELDS}
# Networks are answered in their plain spelling, which is wider than what is accepted.
NETWORKS = replace(TOKEN["networks"], pattern=NETWORK)
SECRET = Field(
    "token",
    "令牌",
    "The token itself",
    nullable=True,
    about_en="The token itself, shown once; null when the answer is repeated.",
)
CURL = Field(
    "curl",
    "示例命令",
    "A command to try it with",
    nullable=True,
    about_en="A command to try it with, shown once; null when the answer is repeated.",
)
DAYS = Field(
    "days",
    "有效天数",
    "Days until it expires",
    Kind.INTEGER,
    unit="天",
    about_en="Days until it expires, at most 365.",
    example=90,
)
COUNTY_CODE = Field(
    "current_county_code",
    "当前县",
    "Code of the county that pages show now",
    Kind.CODE,
    pattern="^[0-9]{6}$",
    example="999900",
)
ME_FIELDS = (
    Field("uid", "编号", "Id of the account", pattern=UID),
    Field("username", "用户名", "Username", example="api"),
    Field("name", "姓名", "Name"),
    Field("role", "角色", "Role", Kind.CHOICE, choices=Role),
    Field("unit_name", "单位", "Unit"),
    Field("acting_for", "代理对象", "Name of the absent colleague one acts for", nullable=True),
    Field(
        "unit_codes",
        "管辖区划",
        "Division codes in which this request may act",
        Kind.CODE,
        many=True,
        pattern=ANY_CODE,
    ),
    Field(
        "current_county_code",
        "当前县",
        "Code of the county that pages show now",
        Kind.CODE,
        about_en="Code of the county that pages show now; empty without any.",
    ),
    Field("rights", "权限", "Rights that hang on the role", many=True),
    Field("token_name", "令牌名称", "Name of the token in use", nullable=True),
    Field("read_only", "只读", "Whether this request may only read", Kind.BOOLEAN),
    Field(
        "token_expires_at", "令牌到期", "When the token in use expires", Kind.INSTANT, nullable=True
    ),
    Field("version", "版本", "Version of the account", Kind.INTEGER),
)
