"""Error pages say what happened, what to do next and which number to name."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client, RequestFactory

from villages.views import errors


@pytest.mark.parametrize("status", [400, 403, 404, 409, 429, 500, 503])
def test_error_page_names_number_next_step_and_way_out(status: int, rf: RequestFactory) -> None:
    request = rf.get("/")
    request.user, request.request_id = AnonymousUser(), "number-0001"
    request.resolver_match = None

    page = errors.problem(request, status)

    html = page.content.decode()
    assert page.status_code == status
    assert "number-0001" in html
    assert "下一步" in html
    assert "返回首页" in html


def test_refusal_speaks_in_its_own_words(rf: RequestFactory) -> None:
    request = rf.get("/")
    request.user, request.resolver_match = AnonymousUser(), None

    html = errors.problem(request, 409, "2026年9月已封账。", "请提交更正申请。").content.decode()

    assert "2026年9月已封账。" in html
    assert "请提交更正申请。" in html


def test_page_of_500_asks_nothing_of_database_or_frame(rf: RequestFactory) -> None:
    request = rf.get("/")

    page = errors.server_error(request)

    assert page.status_code == 500
    assert "系统出错" in page.content.decode()


def test_unknown_address_is_a_404_page(county_client: Client) -> None:
    page = county_client.get("/no-such-page/")

    assert page.status_code == 404
    assert "没有找到这个页面" in page.content.decode()
