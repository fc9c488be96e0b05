"""People amend words of a draft; its figures stay as the rows gave them."""

import io
from typing import Any

import pytest
from docx import Document

from rectification.reports.actions.amending import amend
from rectification.reports.actions.making import make_report
from rectification.reports.content import Line
from rectification.reports.models import Report
from rectification.reports.render import render
from rectification.reports.snapshot import snapshot_of
from tests.rectification.reports.made import OCTOBER, drafted, filled, reviewed, staff
from tests.rectification.situations import earned
from villages.accounts.actors import COMMAND_LINE
from villages.common.errors import DomainError
from villages.models import County
from villages.trace.models import AuditEntry


@pytest.fixture
def draft(county: County) -> Report:
    return drafted(filled(county))


def _spoken(report: Report) -> Line:
    """A sentence of the text that states a figure."""
    return next(
        line for part in report.composed.sections for line in part.lines if line.figure_codes
    )


def _amend(report: Report, edits: Any, **more: Any) -> Report:
    return amend(by=staff(), report=report, revision=report.revision, edits=edits, **more)


def _refused(report: Report, edits: Any, **more: Any) -> str:
    with pytest.raises(DomainError) as refused:
        _amend(report, edits, **more)
    stored = Report.objects.get(pk=report.pk)
    assert (stored.edits, stored.revision) == (report.edits, report.revision)
    return refused.value.code


def _text(report: Report) -> str:
    content = bytes(report.files.get(name__endswith=".docx").content)
    return "".join(one.text for one in Document(io.BytesIO(content)).paragraphs)


def test_other_words_are_drawn_hashed_and_on_record(draft: Report) -> None:
    line = _spoken(draft)
    old = draft.sha256, draft.content_sha256, draft.revision

    after = _amend(draft, {line.key: f"经核对，{line.pattern}"}, reason="语气")

    assert "经核对，" in _text(after)
    assert after.sha256 != old[0]
    assert (after.content_sha256, after.revision) == (old[1], old[2] + 1)
    entry = AuditEntry.objects.get(action="report.amended")
    assert (entry.before, entry.after) == ({line.key: line.pattern}, after.edits)
    assert entry.reason == "语气"


def test_figures_stay_the_same_whatever_the_words(draft: Report) -> None:
    line = _spoken(draft)
    before = draft.composed.figures

    after = _amend(draft, {line.key: f"另据统计，{line.pattern}"})

    stored = Report.objects.get(pk=after.pk)
    assert stored.said.figures == before
    assert stored.said.numbers == draft.composed.numbers


def test_drawing_the_amended_snapshot_gives_the_stored_bytes(draft: Report) -> None:
    after = _amend(draft, {_spoken(draft).key: None}, reason="重复")

    again = render(snapshot_of(after), bytes(after.template.content))

    assert {one.name: one.sha256 for one in again} == dict(
        after.files.values_list("name", "sha256")
    )


def test_places_may_change_their_order_but_not_their_number(draft: Report) -> None:
    line = _spoken(draft)
    place = "{" + line.figure_codes[0] + "}"

    assert _refused(draft, {line.key: f"{line.pattern}{place}"}) == "report_words_figures"
    assert _refused(draft, {line.key: "没有数字的话。"}) == "report_words_figures"
    assert _refused(draft, {line.key: f"{{x{line.pattern}"}) == "report_words_figures"


@pytest.mark.parametrize("typed", ["约30个村", "１２个", "{=5}个", "第3次"])
def test_typed_numbers_are_refused(draft: Report, typed: str) -> None:
    line = _spoken(draft)

    assert _refused(draft, {line.key: f"{line.pattern}{typed}"}) == "report_words_digits"


@pytest.mark.parametrize("typed", ["2026年11月10日前", "按督导〔2026〕3号", "10月25日"])
def test_days_and_document_numbers_may_be_typed(draft: Report, typed: str) -> None:
    line = _spoken(draft)

    after = _amend(draft, {line.key: f"{typed}，{line.pattern}"})

    assert typed in _text(after)


def test_leaving_a_sentence_out_needs_a_reason(draft: Report) -> None:
    line = _spoken(draft)
    said = draft.composed.said(line).text

    assert _refused(draft, {line.key: None}) == "report_words_reason"
    after = _amend(draft, {line.key: None}, reason="重复")

    assert said not in _text(after)
    assert after.composed.figure(line.figure_codes[0]).value is not None


def test_sentences_about_gaps_stay(draft: Report) -> None:
    gap = draft.composed.front[0]

    assert _refused(draft, {gap.key: None}, reason="不好看") == "report_words_gap"


def test_a_county_adds_sentences_of_its_own(draft: Report) -> None:
    section = draft.composed.sections[0].key

    after = _amend(draft, {f"own.{section}.1": "县委专题研究了此项工作。"})
    text = _text(after)
    without = _amend(after, {f"own.{section}.1": None})

    assert "县委专题研究了此项工作。" in text
    assert without.edits == {}
    assert "县委专题研究" not in _text(without)


@pytest.mark.parametrize("key", ["own.nowhere.1", "own.{}.6", "own.{}.0", "no.such"])
def test_unknown_places_are_refused(draft: Report, key: str) -> None:
    section = draft.composed.sections[0].key

    assert _refused(draft, {key.format(section): "多一句。"}) == "report_words_key"


def test_the_words_of_the_rows_are_no_amendment(draft: Report) -> None:
    line = _spoken(draft)
    after = _amend(draft, {line.key: f"经核对，{line.pattern}"})

    back = _amend(after, {line.key: line.pattern})

    assert back.edits == {}
    assert back.sha256 == draft.sha256
    assert _refused(back, {line.key: line.pattern}) == "report_words_none"


def test_too_long_a_sentence_is_refused(draft: Report) -> None:
    line = _spoken(draft)

    assert _refused(draft, {line.key: line.pattern + "好" * 700}) == "report_words_length"


def test_who_saw_an_older_revision_is_told(draft: Report) -> None:
    line = _spoken(draft)
    _amend(draft, {line.key: f"经核对，{line.pattern}"})

    with pytest.raises(DomainError) as refused:
        amend(by=staff(), report=draft, revision=1, edits={line.key: f"又，{line.pattern}"})

    assert refused.value.code == "version_changed"


def test_a_reviewed_report_is_not_amended(county: County) -> None:
    report = reviewed(filled(county), staff())

    assert _refused(report, {_spoken(report).key: "x"}) == "report_not_draft"


def test_others_amend_nothing(draft: Report, other_county: County) -> None:
    line = _spoken(draft)

    with pytest.raises(DomainError) as refused:
        amend(by=staff("999902"), report=draft, revision=1, edits={line.key: None}, reason="x")

    assert refused.value.code == "report_side"


def test_amended_words_and_own_sentences_go_along_with_other_rows(draft: Report) -> None:
    section = draft.composed.sections[0].key
    line = _spoken(draft)
    edits = {line.key: f"经核对，{line.pattern}", f"own.{section}.2": "县委专题研究。"}
    _amend(draft, edits)
    earned("999901001202", 100)

    after = make_report(
        by=COMMAND_LINE, kind="monthly", period=OCTOBER,
        county=County.objects.get(code=draft.county_code),
    )  # fmt: skip

    assert after.version == 2
    assert after.edits[f"own.{section}.2"] == "县委专题研究。"
