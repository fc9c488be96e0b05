"""Whether a template that staff edited may be used; a refusal tells the place."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from docx.oxml.ns import qn

from rectification.reports.render.block_checks import DOCUMENT, NAME, complete, stands
from rectification.reports.render.docx import docx_bytes, patched
from rectification.reports.render.packing_checks import opened, refusal, texts, tree
from rectification.reports.render.sandbox import foreign
from rectification.reports.snapshot import Snapshot

_STATEMENT = re.compile(r"\{%|\{#|\{\{\s*(?:p|r|tr|tc)\s")
_FIELDS = re.compile(r"(\s*(PAGE|NUMPAGES|SECTIONPAGES)(\s*\\\*\s*\w+)*\s*)*")
_EDGES = ("top", "bottom", "left", "right")


def check_template(content: bytes, most: int, sample: Snapshot) -> None:
    """Refuses a template that is broken, active or asks for more than the dictionary; at the end
    it is drawn once on `sample`.

    Raises `template_large`, `template_broken`, `template_swells`, `template_part`,
    `template_active`, `template_external`, `template_word` (with the paragraph), `template_block`,
    `template_field`, `template_missing`, `template_page`.
    """
    parts = opened(content, most)
    used: list[str] = []
    for name, part in texts(parts).items():
        used += _words(name, part)
        _whole(name, part)
    _properties(parts)
    complete(used)
    _page(parts[DOCUMENT])
    _drawn(content, sample)


def _words(name: str, part: bytes) -> Iterator[str]:
    """The placeholders of a part, paragraph by paragraph."""
    for number, paragraph in enumerate(tree(part).iter(qn("w:p")), 1):
        text = "".join(one.text or "" for one in paragraph.iter(qn("w:t")))
        place = _place(name, number, text)
        strange = _STATEMENT.search(text)
        wrong = strange[0] if strange else foreign(text)
        if wrong:
            raise refusal(
                "template_word",
                _("%(place)s:不能使用“%(word)s”。") % {"place": place, "word": wrong},
                _("只能用占位符字典里的名称,写成 {{ 名称 }},不能有语句、运算、属性和过滤器。"),
            )  # fmt: skip
        _fields(paragraph, place)
        for word in NAME.findall(text):
            stands(name, paragraph, text, word, place)
            yield word


def _place(name: str, number: int, text: str) -> str:
    part = {"document": _("正文"), "header": _("页眉"), "footer": _("页脚"), "footnotes": _("脚注")}
    kind = part.get(re.sub(r"\d", "", name.removeprefix("word/").removesuffix(".xml")), name)
    return _("%(part)s第 %(number)s 段“%(text)s”") % {
        "part": kind, "number": number, "text": text.strip()[:40],
    }  # fmt: skip


def _fields(paragraph: Any, place: str) -> None:
    """Fields of Word may count pages and nothing else."""
    told = [one.text or "" for one in paragraph.iter(qn("w:instrText"))]
    told += [one.get(qn("w:instr"), "") for one in paragraph.iter(qn("w:fldSimple"))]
    if not _FIELDS.fullmatch(" ".join(told)) and not _FIELDS.fullmatch("".join(told)):
        raise refusal("template_field", _("%s:只能使用页码域。") % place)


def _whole(name: str, part: bytes) -> None:
    """What stands outside of paragraphs, in names of pictures for instance."""
    wrong = foreign(patched(part.decode("utf-8", "replace")))
    if wrong:
        raise refusal(
            "template_word", _("%(part)s:文字以外的地方有占位符“%(word)s”。")
            % {"part": name, "word": wrong[:40]},
        )  # fmt: skip


def _properties(parts: Mapping[str, bytes]) -> None:
    core = parts.get("docProps/core.xml", b"").decode("utf-8", "replace")
    if "{{" in core or "{%" in core or "{#" in core:
        raise refusal("template_word", _("文档属性里不能有占位符。"))


def _page(part: bytes) -> None:
    """Page and margins are set: turned pages are made from them."""
    sections = list(tree(part).iter(qn("w:sectPr")))
    size = sections[-1].find(qn("w:pgSz")) if sections else None
    edges = sections[-1].find(qn("w:pgMar")) if sections else None
    known = size is not None and edges is not None
    if not known or not all(edges.get(qn(f"w:{one}"), "").isdigit() for one in _EDGES):  # type: ignore[union-attr]
        raise refusal("template_page", _("模板没有设置纸张和页边距。"))


def _drawn(content: bytes, sample: Snapshot) -> None:
    try:
        docx_bytes(sample, content)
    except Exception as error:
        raise refusal("template_broken", _("用这个模板试排没有成功。")) from error
