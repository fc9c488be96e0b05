"""Pages of print templates: brought in, tried, taken out of use."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from docx import Document

from rectification.reports.actions.making import make_report
from rectification.reports.actions.templates import (
    edition_in_force,
    keep_template,
    withdraw_template,
)
from rectification.reports.kinds import kind_of
from rectification.reports.models import Report, TemplateEdition
from rectification.reports.render.template import template_bytes
from tests import factories
from tests.rectification.reports.made import clerk, drafted, filled, staff
from tests.rectification.reports.paper.contents import TEMPLATE
from villages.accounts.actors import COMMAND_LINE
from villages.common.errors import DomainError
from villages.common.periods import Month
from villages.models import County
from villages.trace.models import AuditEntry

OCTOBER = Month(2026, 10)


def own(words: str = "{{ recipients }}存档") -> bytes:
    """The shipped template with a line more."""
    document = Document(io.BytesIO(TEMPLATE))
    document.add_paragraph(words)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def keep(county: County, content: bytes, note: str = "") -> TemplateEdition:
    """An edition of the monthly template."""
    return keep_template(by=COMMAND_LINE, county=county, kind="monthly", content=content, note=note)


def sent(client: Client, content: bytes, act: str) -> Any:
    """The form as a browser sends it."""
    file = SimpleUploadedFile("模板.docx", content)
    data = {"kind": "monthly", "file": file, "note": "换标志", "act": act}
    return client.post(reverse("reports:templates"), data)


def lines(package: bytes) -> list[str]:
    """The paragraphs of a document."""
    return [one.text for one in Document(io.BytesIO(package)).paragraphs]


def test_the_countys_own_template_goes_first_and_old_reports_stay(county: County) -> None:
    first = drafted(filled(county))
    before = {one.name: one.sha256 for one in first.files.all()}

    keep(county, own())
    second = make_report(by=COMMAND_LINE, kind="monthly", period=OCTOBER, county=county)

    assert (first.version, second.version) == (1, 2)
    assert {one.name: one.sha256 for one in first.files.all()} == before
    document = second.files.get(name__endswith=".docx")
    assert "各乡镇（街道）组织办存档" in lines(bytes(document.content))


def test_withdrawing_brings_back_the_one_before(county: County) -> None:
    older, newer = keep(county, own("甲")), keep(county, own("乙"))

    withdraw_template(by=COMMAND_LINE, edition=newer, reason="标志有误")
    assert edition_in_force(county.code, "monthly") == older
    withdraw_template(by=COMMAND_LINE, edition=older, reason="不用了")

    assert template_bytes(county.code, kind_of("monthly")) == TEMPLATE
    with pytest.raises(DomainError) as again:
        withdraw_template(by=COMMAND_LINE, edition=older, reason="再来")
    assert again.value.code == "template_withdrawn"
    actions = AuditEntry.objects.filter(action__startswith="report-template.")
    assert list(actions.order_by("id").values_list("action", flat=True)) == [
        "report-template.kept", "report-template.kept",
        "report-template.withdrawn", "report-template.withdrawn",
    ]  # fmt: skip


def test_the_same_template_twice_is_refused(county: County) -> None:
    keep(county, own())

    with pytest.raises(DomainError) as refused:
        keep(county, own())

    assert refused.value.code == "template_same"


def test_a_foreign_county_is_refused(county: County, other_county: County) -> None:
    with pytest.raises(DomainError) as refused:
        keep_template(by=staff(), county=other_county, kind="monthly", content=own())

    assert refused.value.code == "report_scope"


def test_the_form_keeps_a_template(county: County) -> None:
    client = factories.signed_in(staff())

    answer = sent(client, own(), "keep")

    assert answer.status_code == 302
    edition = TemplateEdition.objects.get()
    assert (edition.kind, edition.note, edition.county_code) == ("monthly", "换标志", county.code)
    page = client.get(reverse("reports:templates")).content.decode()
    assert "使用中" in page
    assert "{{ body }}" in page


def test_a_preview_is_last_months_report_and_keeps_nothing(county: County) -> None:
    report = drafted(filled(county))
    client = factories.signed_in(staff())

    answer = sent(client, own(), "preview")

    told = lines(b"".join(answer.streaming_content))
    assert "各乡镇（街道）组织办存档" in told
    assert report.title in told
    assert TemplateEdition.objects.count() == 0
    assert Report.objects.count() == 1


def test_a_refused_template_is_told_on_the_form(county: County) -> None:
    client = factories.signed_in(staff())

    answer = sent(client, own("{{ organ.__class__ }}"), "keep")

    assert answer.status_code == 200
    assert "正文第 12 段“{{ organ.__class__ }}”" in answer.content.decode()
    assert TemplateEdition.objects.count() == 0


def test_editions_and_shipped_templates_are_downloaded(county: County) -> None:
    edition = keep(county, own())
    client = factories.signed_in(staff())

    kept = client.get(reverse("reports:template_file", args=[edition.uid]))
    shipped = client.get(reverse("reports:template_shipped", args=["monthly"]))

    assert b"".join(kept.streaming_content) == own()
    assert b"".join(shipped.streaming_content) == TEMPLATE
    assert client.get(reverse("reports:template_shipped", args=["weekly"])).status_code == 404


def test_withdrawing_asks_for_the_reason(county: County) -> None:
    edition = keep(county, own())
    client = factories.signed_in(staff())
    address = reverse("reports:template_withdraw", args=[edition.uid])

    asked, empty = client.get(address), client.post(address, {"reason": ""})
    done = client.post(address, {"reason": "标志有误"})

    assert (asked.status_code, empty.status_code, done.status_code) == (200, 200, 302)
    edition.refresh_from_db()
    assert edition.withdrawn


def test_others_do_not_get_in(county: County, other_county: County) -> None:
    edition = keep(county, own())
    names = ("template_file", "template_withdraw")

    township = factories.signed_in(clerk())
    neighbour = factories.signed_in(staff("999902"))

    assert township.get(reverse("reports:templates")).status_code == 403
    for name in names:
        address = reverse(f"reports:{name}", args=[edition.uid])
        assert township.get(address).status_code == 403
        assert neighbour.get(address).status_code == 404
    assert "使用中" not in neighbour.get(reverse("reports:templates")).content.decode()
