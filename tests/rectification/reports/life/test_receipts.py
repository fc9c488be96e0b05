"""Townships sign once for each version; copies are marked; a meeting's file is reproducible."""

import hashlib
import io
from datetime import date
from typing import Any
from zipfile import ZipFile

import pytest
from django.http import Http404
from docx import Document

from rectification.reports.actions.bundling import bundle
from rectification.reports.actions.confirming import confirm
from rectification.reports.actions.correcting import correct
from rectification.reports.actions.downloading import copy_of, take_copy
from rectification.reports.actions.issuing import issue
from rectification.reports.actions.reviewing import review
from rectification.reports.models import Report, ReportDownload
from rectification.reports.todos import TODOS
from tests.rectification.reports.made import OCTOBER, clerk, drafted, filled, reviewed, staff
from tests.rectification.situations import earned
from villages.common.errors import DomainError
from villages.models import County
from villages.trace.models import AuditEntry

DAY = date(2026, 11, 5)


@pytest.fixture
def issued(county: County) -> Report:
    by = staff()
    return issue(by=by, report=reviewed(filled(county), by), revision=None, on=DAY)


def _todos(user: Any) -> list[str]:
    return [item.title for one in TODOS if one.allowed(user) for item in one.items(user)]


def test_a_township_signs_once(issued: Report) -> None:
    east = clerk()
    before = _todos(east)

    first, second = confirm(by=east, report=issued), confirm(by=clerk(), report=issued)

    assert before == [f"签收报告:{issued.title}"]
    assert _todos(east) == []
    assert _todos(clerk("999901101")) == before
    assert (first.confirmed_by, second.confirmed_by) == (east, east)
    assert first.confirmed_at == second.confirmed_at
    entry = AuditEntry.objects.get(action="report.confirmed")
    assert (entry.county_code, entry.township_code) == ("999901", "999901001")


def test_another_version_is_signed_for_anew(issued: Report) -> None:
    by, east = staff(), clerk()
    confirm(by=east, report=issued)
    earned("999901001202", 100_000)
    draft = correct(by=by, report=issued, why="漏报")
    review(by=by, report=draft, revision=None, reason="x")

    after = issue(by=by, report=draft, revision=None, on=DAY)

    assert _todos(east) == [f"签收报告:{after.title}"]
    issued.refresh_from_db()
    with pytest.raises(DomainError) as refused:
        confirm(by=clerk("999901101"), report=issued)
    assert refused.value.code == "report_superseded"


@pytest.mark.parametrize("who", ["county", "foreign"])
def test_others_sign_for_nothing(issued: Report, other_county: County, who: str) -> None:
    by = staff() if who == "county" else clerk("999902001")

    with pytest.raises(DomainError) as refused:
        confirm(by=by, report=issued)

    assert refused.value.code == "report_not_received"
    assert issued.recipients.filter(confirmed_at=None).count() == 2


def test_the_county_is_told_what_waits(county: County) -> None:
    by = staff()
    draft = drafted(filled(county))
    first = _todos(by)

    review(by=by, report=draft, revision=None, reason="x")

    assert first == [f"核对并审核报告:{draft.title}"]
    assert _todos(by) == [f"签发报告:{draft.title}"]


def test_an_open_month_waits_for_nobody(county: County) -> None:
    drafted(filled(county, closed=False))

    assert _todos(staff()) == []


def test_every_copy_has_a_mark_of_its_own(issued: Report) -> None:
    by = staff()
    name = issued.files.get(name__endswith=".docx").name
    original = bytes(issued.files.get(name=name).content)

    copies = [take_copy(by=by, report=issued, name=name) for _one in range(2)]

    marks = list(ReportDownload.objects.values_list("mark", flat=True))
    assert len(set(marks)) == 2
    assert all(len(one) == 8 for one in marks)
    for shown, content in copies:
        mark = shown.removesuffix(".docx").rpartition("-")[2]
        found = copy_of(mark.lower(), by=by)
        assert found is not None
        assert (found.by, found.report, found.name) == (by, issued, name)
        footers = [
            one.text for part in Document(io.BytesIO(content)).sections
            for footer in (part.footer, part.even_page_footer) for one in footer.paragraphs
        ]  # fmt: skip
        assert any(mark in one for one in footers)
    assert bytes(issued.files.get(name=name).content) == original
    assert copies[0][1] != copies[1][1] != original


def test_marks_of_others_are_not_looked_up(issued: Report, other_county: County) -> None:
    take_copy(by=staff(), report=issued, name=issued.files.first().name)
    mark = ReportDownload.objects.get().mark

    assert copy_of(mark, by=staff("999902")) is None
    assert copy_of(mark, by=clerk()) is None
    assert copy_of("", by=staff()) is None


def test_what_is_not_there_is_not_taken(issued: Report) -> None:
    with pytest.raises(Http404):
        take_copy(by=staff(), report=issued, name="../etc/passwd")

    assert not ReportDownload.objects.exists()


def test_a_bundle_holds_the_originals_and_a_list_of_them(issued: Report) -> None:
    by = staff()

    name, content = bundle(by=by, report=issued)

    assert (name, content) == bundle(by=by, report=issued)
    with ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        told = archive.read("目录.txt").decode()
        bodies = {one: archive.read(one) for one in names[1:]}
    assert bodies == {one.name: bytes(one.content) for one in issued.files.all()}
    for one, body in bodies.items():
        assert f"{hashlib.sha256(body).hexdigest()}  {one}" in told
    assert issued.number_text in told
    assert AuditEntry.objects.filter(action="report.bundled").count() == 2


def test_a_bundle_brings_last_month_along(county: County) -> None:
    filled(county)
    before = drafted(county, OCTOBER.previous())

    _name, content = bundle(by=staff(), report=drafted(county))

    with ZipFile(io.BytesIO(content)) as archive:
        told = archive.namelist()
    assert [one for one in told if one.startswith("上期/")] == [
        f"上期/{one.name}" for one in before.files.all()
    ]
