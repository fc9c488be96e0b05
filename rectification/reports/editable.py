"""Patterns as people amend them: 【12】 stands for the figure with this number. Pure.

A form is told by a word behind the number (【12率】); a number that is no figure of the report,
such as a limit, stands in 〖3〗. There and back gives the same pattern.
"""

import re

from rectification.reports.content import ReportContent

FORMS = {"": "", "share": "率", "wan": "万元", "size": "绝对值"}
_FORM_OF = {word: form for form, word in FORMS.items()}
_PLACE = re.compile(r"\{(=)?([^{}]*)\}")
_TOKEN = re.compile(r"【([0-9０-９]+)([^【】0-9０-９]*)】|〖([^〖〗]*)〗")
_BRACES = str.maketrans({"{": "（", "}": "）"})


def to_editable(pattern: str, content: ReportContent) -> str:
    """The pattern with numbers in place of codes. Raises `KeyError` for an unknown figure."""

    def one(match: re.Match[str]) -> str:
        if match[1]:
            return f"〖{match[2]}〗"
        code, _colon, form = match[2].partition(":")
        return f"【{content.numbers[code]}{FORMS.get(form, form)}】"

    return _PLACE.sub(one, pattern)


def from_editable(text: str, content: ReportContent) -> str:
    """The pattern again. Raises `KeyError` for a number that no figure of the report has."""

    def one(match: re.Match[str]) -> str:
        if match[1] is None:
            return f"{{={match[3]}}}"
        number, form = int(match[1]), _FORM_OF.get(match[2], match[2])
        if not 1 <= number <= len(content.figures):
            raise KeyError(match[1])
        return f"{{{content.figures[number - 1].code}{':' if form else ''}{form}}}"

    return _TOKEN.sub(one, text.translate(_BRACES))


def fixed_numbers(pattern: str) -> list[str]:
    """Texts in places that are no figures, in order."""
    return [match[2] for match in _PLACE.finditer(pattern) if match[1]]


def loose_braces(pattern: str) -> bool:
    """Whether braces stand outside of every place."""
    return bool(re.search(r"[{}]", _PLACE.sub("", pattern)))
