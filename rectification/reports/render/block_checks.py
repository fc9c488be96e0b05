"""Whether the placeholders of a template stand where they may, and all that must be there."""

import re
from typing import Any

from django.utils.translation import gettext as _
from docx.oxml.ns import qn

from rectification.reports.render.dictionary import BLOCKS, BY_NAME, WORDS
from rectification.reports.render.packing_checks import refusal

NAME = re.compile(r"\{\{\s*(\w+)\s*\}\}")
DOCUMENT = "word/document.xml"


def stands(name: str, paragraph: Any, text: str, word: str, place: str) -> None:
    """Blocks stand alone in a paragraph of the text. Raises `template_block`."""
    if word not in BLOCKS:
        return
    inside = paragraph.getparent().tag == qn("w:body")
    if name != DOCUMENT or not inside or not NAME.fullmatch(text.strip()):
        raise refusal(
            "template_block", _("%s:这个占位符要在正文里单独成一段。") % place,
            _("不要放进表格、页眉页脚,同一段里不要有别的文字。"),
        )  # fmt: skip


def complete(used: list[str]) -> None:
    """Every placeholder that a report needs, no block twice. Raises `template_missing`,
    `template_block`."""
    missing = [one.written for one in WORDS if one.needed and one.name not in used]
    if missing:
        raise refusal("template_missing", _("模板缺少占位符:%s。") % "、".join(missing))
    twice = sorted({BY_NAME[one].written for one in used if one in BLOCKS and used.count(one) > 1})
    if twice:
        raise refusal("template_block", _("这些占位符只能出现一次:%s。") % "、".join(twice))
