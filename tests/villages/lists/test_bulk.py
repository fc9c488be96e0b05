"""Many rows at once: nothing unseen, nothing twice, one outcome per row."""

import re

import pytest

from tests.factories import signed_in
from villages.accounts.choices import Role
from villages.models import Village
from villages.trace.models import AuditEntry

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.villages.lists.example")]
PAGE = "/example/"
TWO = ["999901001200", "999901101201"]


def confirmation(response, **changes):
    """What the form of the confirm page would send, filled in."""
    found = re.findall(
        r'<input type="hidden" name="(\w+)" value="([^"]*)"', response.content.decode()
    )
    fields = {name: value for name, value in found if name != "select"}
    chosen = [value for name, value in found if name == "select"]
    return {**fields, "select": chosen, "note": "附言", "reason": "核对台账", **changes}


def marked():
    return AuditEntry.objects.filter(action="example.marked")


def test_page_offers_boxes_and_only_allowed_actions(county_client):
    response = county_client.get(PAGE)

    text = response.content.decode()

    assert 'name="select" value="999901001200" aria-label="选择 李庄村"' in text
    assert 'name="do" value="mark"' in text
    assert 'value="erase"' not in text


def test_confirm_page_shows_count_scope_preview_and_refusals(county_client):
    response = county_client.post(PAGE, {"do": "mark", "select": TWO})

    text = response.content.decode()

    assert "标记:2 行" in text
    assert "范围:勾选的行" in text
    assert "东关街道李庄村" in text
    assert "其中 1 行将不予办理" in text
    assert not marked().exists()


def test_confirmed_batch_gives_one_outcome_per_row(county_client):
    asked = county_client.post(PAGE, {"do": "mark", "select": TWO})

    done = county_client.post(PAGE, confirmation(asked))

    text = done.content.decode()
    assert "已办理 1 行,未办理 1 行" in text
    assert "该村另行处理" in text
    assert (marked().get().count, marked().get().reason) == (1, "核对台账")


def test_all_matching_means_the_rows_of_the_question(county_client):
    address = f"{PAGE}?q=李庄"
    asked = county_client.post(address, {"do": "mark", "all": "1"})

    county_client.post(address, confirmation(asked))

    assert "范围:符合条件的全部行(搜索:李庄)" in asked.content.decode()
    assert marked().get().count == 2


def test_same_confirmation_sent_twice_acts_once(county_client):
    asked = county_client.post(PAGE, {"do": "mark", "select": TWO})
    data = confirmation(asked)

    answers = [county_client.post(PAGE, data).status_code for _time in range(2)]

    assert answers == [200, 409]
    assert marked().count() == 1


def test_changed_batch_is_asked_again(county_client):
    asked = county_client.post(PAGE, {"do": "mark", "all": "1"})
    data = confirmation(asked)
    Village.objects.filter(code="999901001200").update(county_code="999901", search_text="")
    address = f"{PAGE}?q=李庄"

    response = county_client.post(address, data)

    assert "符合条件的行数已变为 1" in response.content.decode()
    assert not marked().exists()


def test_foreign_rows_are_never_touched(people):
    client = signed_in(people[Role.TOWNSHIP_CLERK])

    asked = client.post(PAGE, {"do": "mark", "select": TWO})
    client.post(PAGE, confirmation(asked))

    assert "有 1 行已不存在或不在您的管辖范围内" in asked.content.decode()
    assert marked().get().count == 1


def test_reason_and_fields_are_required(county_client):
    asked = county_client.post(PAGE, {"do": "mark", "select": TWO})

    response = county_client.post(PAGE, confirmation(asked, reason="", note=""))

    assert "请填写理由。" in response.content.decode()
    assert not marked().exists()


def test_action_that_is_not_offered_is_refused(county_client):
    response = county_client.post(PAGE, {"do": "erase", "select": TWO, "confirm": "1"})

    assert response.status_code == 403
    assert not marked().exists()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"do": "mark"}, "没有选中任何一行"),
        ({"do": "mark", "select": [str(n) for n in range(501)]}, "一次最多办理 500 行"),
    ],
)
def test_nothing_and_too_much_are_refused(county_client, data, words):
    response = county_client.post(PAGE, data)

    assert response.status_code == 409
    assert words in response.content.decode()


def test_all_of_a_question_understood_in_part_is_refused(county_client):
    response = county_client.post(f"{PAGE}?kind=nothing", {"do": "mark", "all": "1"})

    assert response.status_code == 409
    assert "无法识别" in response.content.decode()


def test_failed_batch_may_be_sent_again(county_client, monkeypatch):
    asked = county_client.post(PAGE, {"do": "mark", "select": TWO})
    data = confirmation(asked)
    from tests.villages.lists.example import MARK

    right = MARK.perform
    object.__setattr__(MARK, "perform", lambda *_args: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        county_client.post(PAGE, data)
    object.__setattr__(MARK, "perform", right)

    assert county_client.post(PAGE, data).status_code == 200
