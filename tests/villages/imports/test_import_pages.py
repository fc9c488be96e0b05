"""The pages of an import, without any script."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from tests.factories import signed_in
from tests.villages.imports.books import book_bytes, roster
from villages.accounts.choices import Role
from villages.imports.models import BatchState, ImportBatch
from villages.jobs.models import Job
from villages.jobs.running import perform
from villages.models import VillageProfile

pytestmark = pytest.mark.django_db
UPLOAD = "/imports/new/villages/"


@pytest.fixture(autouse=True)
def _own_files(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def send(client: Client, content: bytes, name: str = "名册.xlsx") -> ImportBatch:
    answer = client.post(UPLOAD, {"file": SimpleUploadedFile(name, content)})
    assert answer.status_code == 302, answer.content.decode()[:2000]
    return ImportBatch.objects.get(uid=answer["Location"].split("/")[-2])


def check(batch: ImportBatch) -> None:
    perform(Job.objects.get(key__contains=batch.uid, state="queued").uid)


def page(client: Client, batch: ImportBatch, **query: str) -> str:
    return client.get(reverse("imports:batch", args=[batch.uid]), query).content.decode()


def test_upload_check_confirm_undo(county_client: Client) -> None:
    batch = send(county_client, roster(["东关街道", "李庄村", 310, 950, 41]))
    assert "正在排队核对" in page(county_client, batch)

    check(batch)
    assert "确认导入 1 行" in page(county_client, batch)
    county_client.post(reverse("imports:confirm", args=[batch.uid]), {"mode": "all"})
    shown = page(county_client, batch)
    assert "已导入,回执号 DR20261103-" in shown
    assert VillageProfile.objects.filter(households=310).count() == 1

    address = reverse("imports:undo", args=[batch.uid])
    assert "确认撤销" in county_client.get(address).content.decode()
    county_client.post(address, {"reason": "传错了"})
    assert "已撤销" in page(county_client, batch)
    assert not VillageProfile.objects.filter(households=310).exists()


def test_faults_are_listed_and_come_back_in_red(county_client: Client) -> None:
    content = roster(["东关街道", "李庄村", "约三百", 950, 41], ["东关街道", "错村", 1, 9, 1])
    batch = send(county_client, content)
    check(batch)

    shown = page(county_client, batch)
    answer = county_client.get(reverse("imports:marked", args=[batch.uid]))
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))

    assert "约三百" in shown
    assert "只导入正确" not in shown
    assert book.sheetnames == ["错误清单", "表"]
    assert book["表"]["C2"].fill.fgColor.rgb == "00FFC7CE"
    assert "不是数字" in book["表"]["C2"].comment.text
    assert book["表"]["D2"].comment is None
    assert [row[2].value for row in book["错误清单"].iter_rows()] == ["列", "C", "B"]


def test_marked_csv_is_a_list(county_client: Client) -> None:
    content = "乡镇,村名,户数\n东关街道,李庄村,约三百\n".encode("gb18030")
    batch = send(county_client, content, "名册.csv")
    check(batch)

    answer = county_client.get(reverse("imports:marked", args=[batch.uid]))
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))

    assert [one.value for one in book["错误清单"][2]][:4] == ["CSV", 2, "C", "约三百"]


def test_faults_refused_by_a_forged_confirmation(county_client: Client) -> None:
    batch = send(county_client, roster(["东关街道", "李庄村", "约三百", 950, 41]))
    check(batch)

    answer = county_client.post(
        reverse("imports:confirm", args=[batch.uid]), {"mode": "all"}, follow=True
    )

    assert "1 行有误,没有导入" in answer.content.decode()
    batch.refresh_from_db()
    assert batch.state == BatchState.CHECKED


def test_header_question_is_answered_on_the_page(county_client: Client) -> None:
    content = book_bytes([["乡镇", "自然名", "户数"], ["东关街道", "李庄村", 310]])
    batch = send(county_client, content)
    check(batch)
    assert "这些表头是什么" in page(county_client, batch)

    address = reverse("imports:headers", args=[batch.uid])
    county_client.post(address, {"header-0": "village"})
    check(batch)

    assert "确认导入 1 行" in page(county_client, batch)


def test_refused_file_says_why_and_what_to_do(county_client: Client) -> None:
    batch = send(county_client, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "旧.xls")
    check(batch)

    assert "另存为 .xlsx" in page(county_client, batch)


def test_template_is_prefilled_and_known_when_it_returns(county_client: Client) -> None:
    answer = county_client.get("/imports/new/villages/template.xlsx")
    content = b"".join(answer.streaming_content)
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    heads = [cell.value for cell in sheet[3]]

    assert sheet.freeze_panes
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.cell(4, heads.index("★村名") + 1).value == "李庄村"
    assert sheet.cell(4, heads.index("上次户数") + 1).value == 300
    assert sheet.cell(4, heads.index("统计用区划代码") + 1).number_format == "@"
    assert sheet.data_validations.dataValidation

    batch = send(county_client, content)
    check(batch)
    batch.refresh_from_db()
    assert (batch.unchanged, batch.faulty, batch.findings["unknown"]) == (5, 0, [])
    assert batch.findings["notes"] == []


def test_township_template_holds_its_own_villages_only(township_client: Client) -> None:
    answer = township_client.get("/imports/new/villages/template.xlsx")
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).worksheets[0]

    assert {sheet.cell(row, 1).value for row in range(4, sheet.max_row + 1)} == {"东关街道"}


def test_foreign_batch_is_not_there(county_client: Client, people: dict) -> None:
    batch = send(county_client, roster(["柳林镇", "郭集村", 310, 950, 41]))
    clerk = signed_in(people[Role.TOWNSHIP_CLERK])

    names = ("batch", "confirm", "headers", "drop", "undo", "marked")
    answers = [
        (clerk.post if name in {"confirm", "headers", "drop"} else clerk.get)(
            reverse(f"imports:{name}", args=[batch.uid])
        ).status_code
        for name in names
    ]

    assert answers == [404] * len(names)


@pytest.mark.parametrize("role", [Role.AUDIT_ADMIN, Role.SYSTEM_ADMIN, Role.REVIEWER])
def test_pages_are_closed_to_those_who_import_nothing(people: dict, role: str) -> None:
    client = signed_in(people[role])

    assert [client.get(one).status_code for one in ("/imports/", "/imports/new/", UPLOAD)] == [
        403
    ] * 3


def test_list_names_every_file(county_client: Client) -> None:
    batch = send(county_client, roster(["东关街道", "李庄村", 310, 950, 41]))
    check(batch)

    shown = county_client.get("/imports/").content.decode()

    assert "名册.xlsx" in shown
    assert "待确认" in shown


def test_page_of_a_large_batch_stays_cheap(
    county_client: Client, django_assert_max_num_queries: Any
) -> None:
    batch = send(county_client, roster(["东关街道", "李庄村", 310, 950, 41]))
    check(batch)

    with django_assert_max_num_queries(12):
        page(county_client, batch)


def test_two_month_choices_on_a_page_have_ids_of_their_own(county_client):
    page = county_client.get("/imports/new/income/").content.decode()

    ids = re.findall(r'\sid="([^"]+)"', page)

    assert len(ids) == len(set(ids))
    assert "template_month" in ids
