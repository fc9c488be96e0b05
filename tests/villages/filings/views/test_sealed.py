"""The offline workbook in the browser."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.villages.filings.memory import Memory
from tests.villages.filings.sealed.conftest import VISITS_AT, filled
from tests.villages.imports.conftest import own_files
from villages.accounts.models import User
from villages.filings.models import Filing

__all__ = ["own_files"]
pytestmark = pytest.mark.usefixtures("own_files")


@pytest.fixture
def browser(ledger: Memory, clerk: User, client_as: Callable[[User], Client]) -> Client:
    return client_as(clerk)


@pytest.fixture
def taken(browser: Client, clerk: User) -> bytes:
    """The workbook as it was downloaded."""
    answer = browser.get(f"/filings/2026-10/{clerk.home_code}/sealed/")
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
    return b"".join(answer)  # type: ignore[arg-type]


def send(browser: Client, content: bytes, **more: Any) -> Any:
    file = SimpleUploadedFile("十月.xlsx", content)
    return browser.post("/filings/sealed/", {"file": file, **more})


def test_a_filled_workbook_leads_to_the_check_page(
    browser: Client, taken: bytes, clerk: User
) -> None:
    answer = send(browser, filled(taken, (0, VISITS_AT, 12)))

    assert answer.status_code == 302
    assert answer["Location"] == f"/filings/2026-10/{clerk.home_code}/check/"
    assert Filing.objects.count() == 3


def test_handing_in_at_once_leads_to_the_receipt(browser: Client, taken: bytes) -> None:
    answer = send(browser, filled(taken, (0, VISITS_AT, 12)), submit="on")

    assert answer["Location"].startswith("/filings/receipts/")


def test_faults_are_listed_with_the_marked_workbook(browser: Client, taken: bytes) -> None:
    answer = send(browser, filled(taken, (0, VISITS_AT, "十来户")))

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "C4" in page and "十来户" in page
    assert 'href="data:application/vnd.openxmlformats' in page
    assert not Filing.objects.exists()


def test_what_is_no_workbook_of_ours_is_said_in_words(browser: Client) -> None:
    answer = send(browser, b"%PDF-1.7 nothing")

    assert answer.status_code == 409
    assert "这是 PDF" in answer.content.decode()


def test_the_page_explains_itself_without_a_file(browser: Client) -> None:
    assert browser.get("/filings/sealed/").status_code == 200
    assert "form" in browser.post("/filings/sealed/").context


def test_a_month_that_is_handed_in_leads_back_with_a_word(
    browser: Client, taken: bytes, clerk: User
) -> None:
    send(browser, filled(taken, (0, VISITS_AT, 12)), submit="on")

    answer = browser.get(f"/filings/2026-10/{clerk.home_code}/sealed/", follow=True)

    assert "都已提交" in answer.content.decode()
