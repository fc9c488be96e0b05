"""Sentences say something, their numbers are figures, and nothing forbidden is said. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator

from rectification.reports.content import Line, ReportContent
from rectification.reports.content.lines import typed_digits

Found = Iterator[tuple[str, str]]
_IDLE = "，。；：、（） \n"
_EMPTY = ("0/0", "None", "（）", "，，", "。。", "、。", "，。")


def empty(content: ReportContent) -> Found:
    """No sentence without words, none that prints a share of nothing or an empty bracket."""
    for line, text in _said(content):
        if not text.strip(_IDLE):
            yield line.key, "有一句没有内容。"
        for mark in _EMPTY:
            if mark in text and not (mark == "0/0" and "10/0" in text):
                yield line.key, f"句中有“{mark}”：{text}"


def digits(content: ReportContent) -> Found:
    """Numbers in words are figures; days and numbers of documents may be typed."""
    for line in content.lines:
        if found := typed_digits(line.pattern):
            yield line.key, f"句中的数字{''.join(found)}没有底数。"


def keys(content: ReportContent) -> Found:
    """No two sentences, figures, tables or frozen tables of one key."""
    for kind, names in (
        ("句子", [line.key for line in content.lines]),
        ("数", [item.code for item in content.figures]),
        ("表", [table.key for table in content.tables]),
        ("底数表", [table.key for table in content.bases]),
    ):
        for name, times in Counter(names).items():
            if times > 1:
                yield name, f"{kind}“{name}”出现{times}次。"


def forbidden(content: ReportContent, words: Iterable[str]) -> Found:
    """Words that no report may hold: in sentences, headings and titles of tables."""
    wanted = [word for word in words if word]
    texts = [(line.key, text) for line, text in _said(content)]
    texts += [("title", content.title)]
    texts += [(section.key, section.heading) for section in content.sections]
    texts += [(table.key, f"{table.title}{''.join(table.headers)}") for table in content.tables]
    for place, text in texts:
        for word in wanted:
            if word in text:
                yield place, f"有不应出现的词“{word}”：{text}"


def _said(content: ReportContent) -> Iterator[tuple[Line, str]]:
    """Sentences in words; those that state unknown figures are told by another check."""
    for line in content.lines:
        if all(code in content.by_code for code in line.figure_codes):
            yield line, content.said(line).text
