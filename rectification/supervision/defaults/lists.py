"""The kinds of orders as counties use them, and the departments that nearly all of them have."""

from typing import NamedTuple

from rectification.supervision.choices import OrderKind

K = OrderKind


class Rule(NamedTuple):
    """One kind: its prefix, working days where not the urgency decides, and the next rung."""

    kind: OrderKind
    prefix: str
    reply_days: int | None = None
    next_kind: str = ""
    after_days: int | None = None


RULES = (
    Rule(K.PROMPT, "提示"),
    Rule(K.REMIND, "提醒", next_kind=K.URGE, after_days=3),
    Rule(K.URGE, "催办", next_kind=K.SUPERVISE, after_days=3),
    Rule(K.SUPERVISE, "督办", next_kind=K.INTERVIEW, after_days=5),
    Rule(K.RECTIFY, "整改"),
    Rule(K.BULLETIN, "通报", reply_days=7),
    Rule(K.INTERVIEW, "约谈", reply_days=3, next_kind=K.HUNG, after_days=10),
    Rule(K.HUNG, "挂牌"),
)
DEPARTMENTS = (
    "县纪委监委机关",
    "县委组织部",
    "县委政法委",
    "县委社会工作部",
    "县农业农村局",
    "县民政局",
    "县自然资源局",
    "县水利局",
    "县交通运输局",
    "县住建局",
    "县财政局",
    "县信访局",
    "县审计局",
)
