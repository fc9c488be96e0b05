"""What is handed out to begin with: the sheet to learn by, templates, limits."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from tests.factories import VillageFactory
from villages.imports.actions.receiving import job_key
from villages.imports.models import ImportBatch
from villages.jobs.models import Job
from villages.jobs.running import perform
from villages.models import Township, Village

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_files")]


def body(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


def checked(client: Client, content: bytes) -> ImportBatch:
    file = SimpleUploadedFile("练习.xlsx", content)
    answer = client.post("/imports/new/villages/", {"file": file})
    batch = ImportBatch.objects.get(uid=answer["Location"].split("/")[-2])
    perform(Job.objects.get(key=job_key(batch)).uid)
    batch.refresh_from_db()
    return batch


def test_sample_has_five_errors_and_its_good_rows_change_nothing(county_client: Client) -> None:
    content = body(county_client.get(reverse("imports:sample")))

    batch = checked(county_client, content)

    codes = sorted(one["code"] for one in batch.findings["faults"])
    assert codes == [
        "duplicate_village", "negative", "not_a_number", "not_whole", "unknown_village",
    ]  # fmt: skip
    assert (batch.created, batch.updated, batch.faulty) == (0, 0, 5)


def test_sample_of_a_township_holds_its_own_villages(township_client: Client, county: Any) -> None:
    for number in range(5):
        VillageFactory(
            township=Township.objects.get(code="999901001"), code=f"99990100130{number}",
            name=f"新{'甲乙丙丁戊'[number]}村",
        )  # fmt: skip

    content = body(township_client.get(reverse("imports:sample")))
    sheet = load_workbook(BytesIO(content)).worksheets[0]

    townships = {sheet.cell(row, 1).value for row in range(4, sheet.max_row + 1)}
    assert townships == {"东关街道"}


def test_without_villages_there_is_no_sample(county_client: Client, county: Any) -> None:
    Village.objects.update(valid_to="2026-01-01")

    answer = county_client.get(reverse("imports:sample"), follow=True)

    assert "请先导入行政村名册" in answer.content.decode()


def test_template_keeps_its_sheets_without_a_password(county_client: Client) -> None:
    content = body(county_client.get("/imports/new/villages/template.xlsx"))

    security = load_workbook(BytesIO(content)).security

    assert security.lockStructure
    assert security.workbookPassword is None


def test_template_of_a_monthly_sheet_is_for_the_chosen_month(county_client: Client) -> None:
    page = county_client.get("/imports/new/income/").content.decode()
    chosen = county_client.get("/imports/new/income/template.xlsx", {"month": "2026-08"})
    this = county_client.get("/imports/new/income/template.xlsx")

    assert '<option value="2026-08">2026年8月</option>' in page
    assert "2026年8月" in str(load_workbook(BytesIO(body(chosen))).worksheets[0]["A1"].value)
    assert "2026年11月" in str(load_workbook(BytesIO(body(this))).worksheets[0]["A1"].value)


def test_limits_stand_before_the_upload(county_client: Client) -> None:
    page = county_client.get("/imports/new/villages/").content.decode()

    assert "不超过 10 MB、20,000 行、60 列" in page
    assert 'data-portal-drop="10485760"' in page
    assert "故意写错 5 处" in page
