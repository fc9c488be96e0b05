"""Two authors at one notice at once: nothing of either is lost."""

from typing import Any

import pytest

from rectification.supervision.actions.notices import Addressed, publish, rewrite, withdraw
from rectification.supervision.models import Notice
from tests.factories import signed_in
from tests.rectification.supervision.notices.browsing import form_of
from tests.rectification.supervision.notices.written import TEXT, drafted, out, towns
from tests.rectification.supervision.situations import EAST, TODAY, WILLOW, Cast, at

pytestmark = pytest.mark.django_db


def _url(row: Notice) -> str:
    return f"/orders/notices/{row.uid}/edit/"


def _opened(client: Any, row: Notice) -> dict[str, list[str]]:
    return form_of(client.get(_url(row)).content.decode())


def _words(row: Notice) -> tuple[str, str]:
    row.refresh_from_db()
    return row.title, row.versions.order_by("-number")[0].text


def test_different_fields_are_brought_together(cast: Cast) -> None:
    row, client = drafted(cast), signed_in(cast.author)
    typed = {**_opened(client, row), "title": ["我的标题"]}
    rewrite(
        row, by=cast.checker, text=f"{TEXT}\n\n对方的话", needs_receipt=False,
        units=Addressed(townships=towns(WILLOW)),
    )  # fmt: skip

    answer = client.post(_url(row), typed)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert cast.checker.name in page
    assert "您填写的内容没有丢失" in page
    assert "对方改动了的内容已填入表单:正文、乡镇、县直部门、需要各单位确认已读" in page
    assert "对方已保存为" not in page
    assert _words(row) == ("关于报送时间的通知", f"{TEXT}\n\n对方的话")
    again = form_of(page)
    assert (again["title"], again["townships"]) == (["我的标题"], [WILLOW])
    assert ("departments" in again, "needs_receipt" in again) == (False, False)
    assert client.post(_url(row), again).status_code == 302
    title, text = _words(row)
    assert (title, text.replace("\r\n", "\n")) == ("我的标题", f"{TEXT}\n\n对方的话")
    assert [one.unit_code for one in row.units.all()] == [WILLOW]


def test_the_same_field_shows_both(cast: Cast) -> None:
    row, client = drafted(cast), signed_in(cast.author)
    typed = {**_opened(client, row), "text": ["我写的"], "townships": [EAST]}
    rewrite(row, by=cast.checker, text="对方写的", units=Addressed(townships=towns(WILLOW)))

    page = client.post(_url(row), typed).content.decode()

    assert "对方已保存为:</span>对方写的" in page
    assert "对方已保存为:</span>柳林镇" in page
    assert form_of(page)["text"] == ["我写的"]
    assert client.post(_url(row), form_of(page)).status_code == 302
    assert _words(row)[1] == "我写的"


def test_both_wrote_the_same(cast: Cast) -> None:
    row, client = drafted(cast), signed_in(cast.author)
    typed = {**_opened(client, row), "text": ["一样的"]}
    rewrite(row, by=cast.checker, text="一样的")

    page = client.post(_url(row), typed).content.decode()

    assert "对方已保存为" not in page
    assert client.post(_url(row), form_of(page)).status_code == 302


def test_words_of_a_published_one_are_guarded_too(cast: Cast) -> None:
    row, client = out(cast), signed_in(cast.author)
    typed = {**_opened(client, row), "text": ["我的第二版"], "changes": ["推迟"]}
    rewrite(row, by=cast.checker, text="对方的第二版", changes="提前")

    answer = client.post(_url(row), typed)

    assert answer.status_code == 409
    assert "对方已保存为:</span>对方的第二版" in answer.content.decode()
    assert _words(row)[1] == "对方的第二版"


def test_published_while_somebody_wrote(cast: Cast) -> None:
    row, client = drafted(cast), signed_in(cast.author)
    typed = {**_opened(client, row), "text": ["还想改一句"]}
    publish(row, by=cast.checker, on=TODAY, at=at(TODAY))

    answer = client.post(_url(row), typed)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert form_of(page)["text"] == ["还想改一句"]
    assert client.post(_url(row), form_of(page)).status_code == 302
    assert row.versions.get(number=2).text == "还想改一句"


def test_withdrawn_while_somebody_wrote(cast: Cast) -> None:
    row, client = out(cast), signed_in(cast.author)
    typed = {**_opened(client, row), "text": ["还想改一句"]}
    withdraw(row, by=cast.checker, on=TODAY, at=at(TODAY), reason="不用了")

    page = client.post(_url(row), typed).content.decode()

    assert "现在是“已撤回”" in page
    assert form_of(page)["text"] == ["还想改一句"]


def test_nobody_else_wrote(cast: Cast) -> None:
    row, client = drafted(cast), signed_in(cast.author)

    assert client.post(_url(row), _opened(client, row)).status_code == 302
    assert _words(row)[1].replace("\r\n", "\n") == TEXT
