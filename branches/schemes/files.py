"""A scheme as a text file that another county can load: JSON, one item a line of its own."""

import json
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils.translation import gettext as _

from branches.schemes.choices import Cycle, Judged, SchemeKind
from branches.schemes.definitions import ItemDefinition, SchemeDefinition
from branches.scoring import Grade, plain, read_rule
from villages.common.errors import DomainError

FORMAT = "branch-scheme-1"
MOST_ITEMS, MOST_POINTS = 200, Decimal("999.99")


def dump(scheme: SchemeDefinition) -> str:
    """The file: numbers as text, so that no reader rounds them."""
    whole = {
        "format": FORMAT, "kind": scheme.kind, "title": scheme.title, "cycle": scheme.cycle,
        "grades": [{"name": one.name, "least": plain(one.least)} for one in scheme.grades],
        "items": [_item_out(one) for one in scheme.items],
    }  # fmt: skip
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _item_out(item: ItemDefinition) -> dict[str, Any]:
    out: dict[str, Any] = {
        "number": item.number, "part": item.part, "text": item.text,
        "points": plain(item.points), "judged": str(item.judged), "veto": item.veto,
    }  # fmt: skip
    if item.rule:
        per_unit = item.rule.per_unit
        out |= {"rule": str(item.rule), "per_unit": None if per_unit is None else plain(per_unit)}
    return out


def load(text: str) -> SchemeDefinition:
    """The scheme in a file. Raises `scheme_file` that says what is wrong and in which item."""
    try:
        whole = json.loads(text)
    except ValueError as error:
        raise _refused(_("文件不是方案文件,无法读取。")) from error
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise _refused(_("文件不是本平台导出的方案文件。"))
    items = _list(whole, "items")
    if len(items) > MOST_ITEMS:
        raise _refused(_("项目超过 %s 个。") % MOST_ITEMS)
    return SchemeDefinition(
        kind=_word(whole, "kind", SchemeKind), title=_text(whole, "title", 60),
        cycle=_word(whole, "cycle", Cycle),
        items=tuple(_item_in(one, place) for place, one in enumerate(items, start=1)),
        grades=tuple(_grade_in(one) for one in _list(whole, "grades")),
    )  # fmt: skip


def _grade_in(given: Any) -> Grade:
    return Grade(_text(given, "name", 20), _number(given, "least"))


def _item_in(given: Any, place: int) -> ItemDefinition:
    try:
        return _item(given)
    except (DomainError, ValueError) as error:
        said = error.message if isinstance(error, DomainError) else _("计算规则无法识别。")
        where = _("第 %(place)s 个项目:%(said)s") % {"place": place, "said": said}
        raise _refused(where) from error


def _item(given: Any) -> ItemDefinition:
    judged = _word(given, "judged", Judged)
    per_unit = given.get("per_unit")
    rule = None
    if judged == Judged.FIGURE:
        rule = read_rule(str(given.get("rule")), per_unit and _number(given, "per_unit"))
    number = given.get("number")
    if not isinstance(number, int) or number < 1:
        raise _refused(_("序号要从 1 开始。"))
    return ItemDefinition(
        number, _text(given, "text", 200), _number(given, "points"), judged,
        str(given.get("part", ""))[:20], rule, given.get("veto") is True,
    )  # fmt: skip


def _list(given: Mapping[str, Any], name: str) -> list[Any]:
    value = given.get(name)
    if not isinstance(value, list):
        raise _refused(_("缺少“%s”。") % name)
    return value


def _text(given: Any, name: str, most: int) -> str:
    value = given.get(name) if isinstance(given, dict) else None
    if not isinstance(value, str) or not value.strip() or len(value) > most:
        raise _refused(_("“%(name)s”要有文字,不超过 %(most)s 字。") % {"name": name, "most": most})
    return value


def _word(given: Any, name: str, choices: Any) -> str:
    value = given.get(name) if isinstance(given, dict) else None
    if value not in choices.values:
        raise _refused(_("“%(name)s”只能是 %(words)s。") % {
            "name": name, "words": "、".join(choices.values),
        })  # fmt: skip
    return str(value)


def _number(given: Any, name: str) -> Decimal:
    try:
        value = Decimal(str(given.get(name)))
    except (InvalidOperation, AttributeError) as error:
        raise _refused(_("“%s”要填写数字。") % name) from error
    exponent = value.as_tuple().exponent
    if not value.is_finite() or not 0 <= value <= MOST_POINTS or int(exponent) < -2:
        raise _refused(_("“%s”在 0 和 999.99 之间,最多两位小数。") % name)
    return value


def _refused(said: str) -> DomainError:
    return DomainError("scheme_file", said, _("请核对文件后重新上传。"))
