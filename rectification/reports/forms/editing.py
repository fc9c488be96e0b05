"""Amending the words of a draft, sentence by sentence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.reports.actions.amending import MOST_CHARACTERS, require_same
from rectification.reports.content import Line, ReportContent
from rectification.reports.editable import from_editable, to_editable
from rectification.reports.editing import own_keys
from villages.common.errors import DomainError

_WORDS, _OUT = "w-", "out-"
REVISION, REASON = "revision", "reason"


@dataclass(frozen=True)
class Row:
    """A sentence in the form: its words, the box that leaves it out (None for sentences of one's
    own), the figures in it as number and printed value; `theirs` is what somebody else saved."""

    words: Any
    out: Any
    figures: tuple[tuple[int, str], ...]
    theirs: str = ""


class WordsForm(forms.Form):
    """All sentences of a report with numbers in place of figures, and free room in each section.

    `content` is what the rows said, `edits` the words amended so far.
    """

    revision = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=gettext_lazy("理由"), required=False, max_length=300,
        help_text=gettext_lazy("删去一句话时必须写;记入操作留痕。"),
    )  # fmt: skip

    def __init__(
        self, *args: Any, content: ReportContent, edits: Mapping[str, str | None], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.content, self.saved = content, edits
        self.patterns = {line.key: line.pattern for line in content.lines}
        # What says gaps on page one is not left out.
        gaps = {line.key for line in content.front}
        for place, line in enumerate(content.lines, 1):
            if line.key not in gaps:
                self._add_box(line.key, line.key in edits and edits[line.key] is None)
            self._add(_("第 %d 句") % place, line.key, edits.get(line.key) or line.pattern)
        for section in content.sections:
            for key in _own(section.key, edits):
                self._add(_("县里补充的话"), key, edits.get(key) or "")

    def _add(self, label: str, key: str, pattern: str) -> None:
        text = to_editable(pattern, self.content)
        left_out = bool(self.is_bound and self.data.get(self.add_prefix(_OUT + key)))
        self.fields[_WORDS + key] = forms.CharField(
            label=label, required=key in self.patterns and not left_out, initial=text,
            show_hidden_initial=True, max_length=2 * MOST_CHARACTERS,
            widget=forms.Textarea(attrs={"rows": 1 + len(text) // 42}),
            error_messages={"required": _("这句话没有文字。不想印时勾选“不印这句话”。")},
        )  # fmt: skip

    def _add_box(self, key: str, out: bool) -> None:
        self.fields[_OUT + key] = forms.BooleanField(
            label=_("不印这句话"), required=False, initial=out, show_hidden_initial=True
        )

    def clean(self) -> dict[str, Any]:
        """Words that state other figures, or a sentence without words, are refused in place."""
        given: dict[str, Any] = self.cleaned_data
        self.edits: dict[str, str | None] = {}
        for key in self.touched:
            try:
                self.edits[key] = self._pattern(key)
            except KeyError as error:
                self.add_error(_WORDS + key, _("没有编号为 %s 的数字。") % error.args[0])
            except DomainError as error:
                self.add_error(_WORDS + key, str(error))
        return given

    @property
    def touched(self) -> list[str]:
        """Keys of the sentences that this person changed."""
        names = [one.removeprefix(_WORDS).removeprefix(_OUT) for one in self.changed_data
                 if one.startswith((_WORDS, _OUT))]  # fmt: skip
        return list(dict.fromkeys(names))

    def _pattern(self, key: str) -> str | None:
        if self.cleaned_data.get(_OUT + key):
            return None
        text = " ".join(str(self.cleaned_data.get(_WORDS + key, "")).split())
        pattern = from_editable(text, self.content)
        require_same(pattern, self.patterns.get(key, ""))
        return pattern or None

    def row(self, key: str, theirs: str = "") -> Row:
        """One sentence for the page."""
        box = _OUT + key
        codes = Line(key, self.patterns.get(key, "")).figure_codes
        figures = [(self.content.numbers[one], _told(self.content, one)) for one in codes]
        return Row(
            self[_WORDS + key], self[box] if box in self.fields else None,
            tuple(dict.fromkeys(figures)), theirs,
        )  # fmt: skip

    def groups(self, theirs: Mapping[str, str]) -> Iterator[tuple[str, list[Row]]]:
        """Heading and sentences of page one and of each section."""
        if self.content.front:
            yield _("首页说明"), [self.row(one.key, theirs.get(one.key, ""))
                               for one in self.content.front]  # fmt: skip
        for section in self.content.sections:
            keys = [line.key for line in section.lines] + _own(section.key, self.saved)
            yield section.heading, [self.row(key, theirs.get(key, "")) for key in keys]


def _own(section: str, edits: Mapping[str, str | None]) -> list[str]:
    """Sentences of one's own in a section, and the first free place."""
    keys = own_keys(section)
    used = [key for key in keys if edits.get(key)]
    free = [key for key in keys if not edits.get(key)]
    return [*used, *free[:1]]


def _told(content: ReportContent, code: str) -> str:
    item = content.figure(code)
    return f"{item.label} {item.shown()}{item.unit if item.value is not None else ''}"
