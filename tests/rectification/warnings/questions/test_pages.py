"""The list, one question, its forms, the API: who sees what."""

from html import unescape
from typing import Any

import pytest
from django.test import Client

from rectification.warnings.ledgers.questions import QUESTIONS
from rectification.warnings.models import Question
from rectification.warnings.todos import TODOS
from tests import factories
from tests.rectification.situations import village
from tests.rectification.warnings.questions.situations import COUNTY, FAR, HE, LI, WORDS, question
from villages.accounts.choices import Role
from villages.ledgers.finding import address as ways

pytestmark = pytest.mark.usefixtures("county")


def client_of(role: Role, code: str) -> Client:
    client = Client()
    client.force_login(factories.UserFactory(role=role, home_code=code))
    return client


def town(code: str = LI) -> Client:
    return client_of(Role.TOWNSHIP_CLERK, code[:9])


def text(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, (path, response.status_code)
    return unescape(response.content.decode())


def address(row: Question) -> str:
    return f"/warnings/questions/{row.uid}/"


def test_questions_stand_by_kind(county_client: Client) -> None:
    question(LI)
    question(FAR, kind="jump", key="2", facts={
        "kind": "jump", "category": "operating", "fen": 10_000_000, "usual_fen": 1_000_000,
        "own": True})  # fmt: skip

    page = text(county_client, "/warnings/questions/")

    assert "文字雷同" in page
    assert "数值突变" in page
    assert "经营收入 100,000.00元" in page or "经营收入 100000" in page


def test_an_empty_list_says_why(county_client: Client) -> None:
    assert "没有提问" in text(county_client, "/warnings/questions/")


def test_both_texts_stand_side_by_side_with_what_is_the_same(county_client: Client) -> None:
    row = question(LI, other=village(HE))

    page = text(county_client, address(row))

    assert "<mark>受市场行情影响,本月租金收入略有波动,</mark>" in page
    assert page.count("question-text__name") == 2
    assert village(HE).name in page


def test_another_township_sees_its_own_side_alone() -> None:
    other = "邻乡的原话与此大同小异,略有不同。"
    facts = {"kind": "copied", "where": "月度填报说明", "text": WORDS, "other_text": other,
             "percent": 90, "villages": 2, "far": True}  # fmt: skip
    far = village("999901101201")
    row = question(LI, other=far, facts=facts)

    page = text(town(), address(row))

    assert other not in page
    assert far.name not in page
    assert "不显示村名" in page
    assert other not in str(town().get(f"/api/v1/questions/{row.uid}/").json())


@pytest.mark.parametrize(
    ("role", "code", "status"),
    [
        (Role.COUNTY_LEADER, COUNTY, 200),
        (Role.TOWNSHIP_SECRETARY, LI[:9], 200),
        (Role.TOWNSHIP_CLERK, FAR[:9], 404),
        (Role.COUNTY_STAFF, "999902", 404),
        (Role.VILLAGE_SECRETARY, LI, 403),
        (Role.REVIEWER, COUNTY, 403),
    ],
)
def test_who_sees_a_question(role: Role, code: str, status: int) -> None:
    assert client_of(role, code).get(address(question())).status_code == status


def test_the_township_answers_on_its_page() -> None:
    row, client = question(), town()
    form = ways(QUESTIONS, "do_answer", row.uid)
    assert "说明" in text(client, address(row))

    found = client.get(form)
    assert found.status_code == 200
    assert 'type="file"' not in found.content.decode()
    response = client.post(form, {"text": "租约由镇里统一签订", "row_version": row.version})

    assert response.status_code == 302, response.content.decode()[:2000]
    row.refresh_from_db()
    assert row.answer == "租约由镇里统一签订"


def test_programs_read_answer_and_settle(county_client: Client) -> None:
    row = question()
    base = f"/api/v1/questions/{row.uid}/"
    shown = town().get(base).json()
    assert "大同小异" in shown["said"]

    def post(client: Client, verb: str, words: str) -> Any:
        tag = county_client.get(base).headers["ETag"]
        said = {"text": words}
        return client.post(f"{base}{verb}/", said, "application/json", headers={"If-Match": tag})

    answered = post(town(), "answer", "统一租约")
    refused = post(town(), "confirm", "照抄")
    settled = post(county_client, "confirm", "照抄")

    assert answered.status_code == 200, answered.content

    assert refused.status_code == 403
    assert settled.status_code == 200, settled.content
    assert settled.json()["outcome"] == "confirmed"


def todo(key: str, user: Any) -> list[str]:
    source = next(one for one in TODOS if one.key == key)
    return [one.title for one in source.items(user)] if source.allowed(user) else []


def test_what_waits_is_one_line() -> None:
    clerk = factories.UserFactory(role=Role.TOWNSHIP_CLERK, home_code=LI[:9])
    staff = factories.UserFactory(role=Role.COUNTY_STAFF, home_code=COUNTY)
    question(LI)
    question(HE, key="2")
    question(FAR, key="3", answer="属实", answered_name="王")

    assert todo("question-answers", clerk) == ["可以说明的提问:2 个"]
    assert todo("question-outcomes", staff) == ["有说明的提问待认定:1 个"]
    assert todo("question-outcomes", clerk) == []
