"""Papers: what is taken, where it lies, who reads it."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from rectification.actions.annexes import Upload, add_annex, read_file
from rectification.annexes.store import path_of
from rectification.models import CaseAnnex, RectificationCase
from tests.factories import UserFactory, signed_in
from tests.rectification.papers.filled import DOCX, JPEG, PDF, PNG, XLSX, annex, office
from villages.accounts.choices import Role
from villages.common import clock
from villages.common.errors import DomainError
from villages.trace.models import AuditEntry


def bring(case: RectificationCase, by: Any, name: str, content: bytes, **said: Any) -> CaseAnnex:
    """Registers a paper with this file."""
    values = {"kind": "work", "title": name, **said}
    upload = Upload(name, [content])
    return add_annex(case, by=by, on=clock.today(), upload=upload, **values)


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.pdf", PDF), ("IMG_0001.JPG", JPEG), ("b.png", PNG), ("c.docx", DOCX), ("d.xlsx", XLSX)],
)
def test_takes_papers_and_keeps_their_bytes(
    case: Any, people: Any, name: str, content: bytes
) -> None:
    row = bring(case, people[Role.TOWNSHIP_CLERK], name, content)
    assert row.sha256 == hashlib.sha256(content).hexdigest()
    assert (row.file_name, row.size) == (name, len(content))
    assert read_file(row, by=people[Role.TOWNSHIP_CLERK]) == content
    assert path_of(row.sha256).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.svg", b"<svg onload='alert(1)'/>", "annex_kind"),
        ("a.html", b"<script>", "annex_kind"),
        ("a.heic", b"\x00\x00\x00 ftypheic", "annex_kind"),
        ("a.docm", DOCX, "annex_kind"),
        ("a.pdf", b"<html><script>alert(1)</script>", "annex_content"),
        ("a.jpg", PDF, "annex_content"),
        ("a.xlsx", DOCX, "annex_content"),
        ("a.docx", b"PK\x03\x04 broken", "annex_content"),
        ("a.pdf", PDF + b"/S /JavaScript /JS (app.alert(1))", "annex_active"),
        ("a.docx", office("word/document.xml", "word/vbaProject.bin"), "annex_active"),
        ("a.xlsx", office("xl/workbook.xml", **{"xl/big.xml": 20_000_000}), "annex_swells"),
        ("a.pdf", b"", "annex_empty"),
        ("a.pdf", PDF + bytes(10 * 1024 * 1024), "annex_large"),
    ],
)
def test_refuses_what_runs_swells_or_lies(
    case: Any, people: Any, name: str, content: bytes, code: str
) -> None:
    with pytest.raises(DomainError) as refused:
        bring(case, people[Role.COUNTY_STAFF], name, content)
    assert refused.value.code == code
    assert not CaseAnnex.objects.exists()
    assert [one for one in Path(settings.MEDIA_ROOT).rglob("*") if one.is_file()] == []


def test_the_same_content_lies_once(case: Any, people: Any) -> None:
    for name in ("一.jpg", "二.jpg"):
        bring(case, people[Role.COUNTY_STAFF], name, JPEG)
    assert len([one for one in Path(settings.MEDIA_ROOT).rglob("*") if one.is_file()]) == 1


def test_a_changed_file_is_not_handed_out(case: Any, people: Any) -> None:
    row = bring(case, people[Role.COUNTY_STAFF], "a.pdf", PDF)
    path_of(row.sha256).write_bytes(PDF + b" ")
    with pytest.raises(DomainError, match="校验值"):
        read_file(row, by=people[Role.COUNTY_STAFF])


def test_restricted_papers_are_the_countys(case: Any, people: Any, client_as: Any) -> None:
    county, clerk = people[Role.COUNTY_STAFF], people[Role.TOWNSHIP_CLERK]
    row = bring(case, county, "谈话.pdf", PDF, restricted=True)
    assert not CaseAnnex.objects.visible_to(clerk).exists()
    address = reverse("cases:annex_file", args=[row.uid])
    assert client_as(clerk).get(address).status_code == 404
    assert (
        "谈话"
        not in client_as(clerk).get(reverse("cases:annexes", args=[case.uid])).content.decode()
    )
    answer = client_as(county).get(address)
    assert b"".join(answer.streaming_content) == PDF
    # The trail says that it was taken and keeps none of its words: the township reads it too.
    entries = AuditEntry.objects.filter(object_kind="rectification.caseannex")
    assert set(entries.values_list("action", flat=True)) == {"ledger.created", "annex.downloaded"}
    told = repr(list(entries.values("object_name", "before", "after", "reason")))
    assert "谈话" not in told


def test_only_the_county_makes_restricted_papers(case: Any, people: Any) -> None:
    with pytest.raises(DomainError) as refused:
        bring(case, people[Role.TOWNSHIP_CLERK], "a.pdf", PDF, restricted=True)
    assert refused.value.code == "annex_restricted"


def test_downloads_are_attachments_of_ones_own_territory(
    case: Any, people: Any, client_as: Any, other_county: Any
) -> None:
    row = bring(case, people[Role.TOWNSHIP_CLERK], "照片.jpg", JPEG)
    address = reverse("cases:annex_file", args=[row.uid])
    answer = client_as(people[Role.TOWNSHIP_CLERK]).get(address)
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    stranger = UserFactory(role=Role.COUNTY_STAFF, home_code="999902")
    foreign = signed_in(stranger)
    assert foreign.get(address).status_code == 404
    assert foreign.get(reverse("cases:annexes", args=[case.uid])).status_code == 404


def test_a_photo_from_a_phone_comes_in_by_the_page(case: Any, people: Any, client_as: Any) -> None:
    address = reverse("cases:annexes", args=[case.uid])
    client = client_as(people[Role.TOWNSHIP_CLERK])
    photo = SimpleUploadedFile("IMG_2026.JPG", JPEG, "image/jpeg")
    answer = client.post(address, {"kind": "work", "file": photo})
    assert answer.status_code == 302
    assert CaseAnnex.objects.get().title == "IMG_2026"
    refused = client.post(address, {"kind": "work", "file": SimpleUploadedFile("a.svg", b"<svg/>")})
    assert "不接收这种文件" in refused.content.decode()
    # Nothing at all is no paper.
    assert "请填写名称" in client.post(address, {"kind": "work"}).content.decode()


def test_a_number_is_enough_and_the_file_may_follow(case: Any, people: Any, client_as: Any) -> None:
    client = client_as(people[Role.TOWNSHIP_CLERK])
    client.post(
        reverse("cases:annexes", args=[case.uid]),
        {"kind": "decision", "title": "通知", "document_no": "柳委纪〔2026〕3号"},
    )
    row = CaseAnnex.objects.get()
    assert not row.sha256
    address = reverse("cases:annex_attach", args=[row.uid])
    sent = {"version": row.version, "file": SimpleUploadedFile("通知.pdf", PDF)}
    assert client.post(address, sent).status_code == 302
    row.refresh_from_db()
    assert row.file_name == "通知.pdf"
    again = {**sent, "file": SimpleUploadedFile("通知.pdf", PDF)}
    assert "刚被他人改动" in client.post(address, again).content.decode()


def test_village_people_read_and_do_not_bring(case: Any, people: Any, client_as: Any) -> None:
    annex(case, "方案")
    client = client_as(people[Role.FIRST_SECRETARY])
    address = reverse("cases:annexes", args=[case.uid])
    assert "方案" in client.get(address).content.decode()
    assert client.post(address, {"kind": "work", "title": "x"}).status_code == 403


def test_withdrawn_cases_take_no_papers(county: Any, people: Any) -> None:
    from rectification.states import CaseStatus
    from tests.rectification.situations import case_in

    case = case_in("999901001200", CaseStatus.WITHDRAWN)
    with pytest.raises(DomainError):
        add_annex(case, by=people[Role.COUNTY_STAFF], on=clock.today(), kind="work", title="晚到")
