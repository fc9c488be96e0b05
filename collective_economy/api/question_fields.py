"""What a question about figures shows, and what its answer takes."""

from collective_economy.api.fields import VILLAGE
from collective_economy.api.figure_views import MONTH as MONTH_ASKED
from villages.common.columns import Kind
from villages.rest.fields import Field, Input
from villages.rest.figure_answers import schema
from villages.rest.shapes import object_of

NUMBERS = Field("numbers", "数据", "Numbers behind the question", many=True)
NUMBER = (
    Field("what", "数据项", "What the number is"),
    Field("how_much", "数值", "The number with its unit"),
)
SHOWN = (
    Field("village", "村代码", "Code of the village", Kind.CODE),
    Field("code", "核查项", "Code of the question"),
    Field("title", "标题", "Title of the question"),
    Field("asks", "问题", "What is asked"),
    NUMBERS,
    Field("state", "状态", "Where the question stands"),
    Field("answer", "答复", "What the township answered"),
    Field("sent_back", "退回原因", "Why the answer was sent back"),
)
QUESTION = object_of(SHOWN)
QUESTION["properties"][NUMBERS.name]["items"] = object_of(NUMBER)
SCHEMA = schema(MONTH_ASKED.field, item=QUESTION)
MONTH = Field("month", "月份", "Month of the question", Kind.MONTH, example="2026-10")
CODE = Field("code", "核查项", "Code of the question", example="C05", pattern="^C[0-9]{2}$")
ANSWER = Field("answer", "答复", "One sentence that answers it")
INPUTS = (
    Input(VILLAGE, required=True, max_length=12),
    Input(MONTH, required=True),
    Input(CODE, required=True),
    Input(ANSWER, required=True, max_length=200),
)
