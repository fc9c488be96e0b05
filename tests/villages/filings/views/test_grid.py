"""The grid as a page: what stands in it, and that it works as one plain form."""

import gzip
import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests import factories
from tests.villages.filings.memory import HELD, RENT, VISITS, Memory, asks
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.common import clock
from villages.common.clock import ZONE
from villages.common.columns import Kind
from villages.common.periods import Month
from villages.filings import declaring
from villages.filings.actions.desks import sit_down
from villages.filings.actions.drafting import save_draft
from villages.filings.actions.reviewing import Objection, send_back
from villages.filings.actions.submitting import Submission, submit
from villages.filings.choices import Channel, ReturnReason
from villages.filings.declaring import FilingInput
from villages.filings.models import Filing
from villages.imports.actions.months import close_month
from villages.models import County, Township, Village

# Everything that a first visit to the grid loads, besides the page.
ASSETS = (
    "vendor/tabler.min.css", "css/portal.css", "css/filings.css", "django_htmx/htmx-2.min.js",
    "js/portal.js", "js/filing-grid.js",
)  # fmt: skip
MONTH = Month(2026, 10)
URL = "/filings/2026-10/999901001/grid/"
AT = datetime(2026, 11, 3, 9, 0, tzinfo=ZONE)
FIRST, SECOND, THIRD = "999901001200", "999901001201", "999901001202"


@pytest.fixture
def clerk(people: dict[str, User]) -> User:
    return people[Role.TOWNSHIP_CLERK]


@pytest.fixture
def ledger(memory: Memory, county: County) -> Memory:
    """Three inputs are asked; September is known for every village."""
    asks(county.code, VISITS, RENT, HELD)
    for pk in Village.objects.values_list("pk", flat=True):
        memory.rows[pk, 202609] = {VISITS.key: 9, RENT.key: 3_500_000, HELD.key: True}
    return memory


def fields_of(page: Any) -> dict[str, str]:
    """What a browser without scripts would send back, were nothing changed."""
    text = page.content.decode()
    form = text[text.index('id="grid"') : text.index("</form>", text.index('id="grid"'))]
    found = {}
    for tag in re.findall(r"<input [^>]*>", form):
        given = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        if "name" in given and given["name"] != "csrfmiddlewaretoken":
            found[given["name"]] = given.get("value", "")
    return found


def draft_of(code: str) -> dict[str, str]:
    row = Filing.objects.filter(village__code=code).first()
    return row.draft if row else {}


def test_each_cell_is_labelled_and_prefilled(ledger: Memory, township_client: Client) -> None:
    page = township_client.get(URL)

    text = page.content.decode()
    assert page.status_code == 200
    assert fields_of(page)[f"value:{FIRST}:{RENT.key}"] == "35000"
    assert 'aria-label="李庄村 · 租金收入"' in text
    assert text.count('data-mark="same"') == 9
    assert "<output data-sum>105000</output>" in text
    assert text.count(f"{VISITS.definition}") == 1


def test_saving_keeps_only_what_was_changed(ledger: Memory, township_client: Client) -> None:
    fields = fields_of(township_client.get(URL))
    fields[f"value:{FIRST}:{VISITS.key}"] = "12"

    answer = township_client.post(URL, {**fields, "go": "save"})

    assert answer.status_code == 302
    assert draft_of(FIRST) == {VISITS.key: "12"}
    assert Filing.objects.count() == 1
    assert "● 改 1 项" in township_client.get(URL).content.decode()


@pytest.mark.parametrize(("pressed", "confirmed"), [(SECOND, 1), ("all", 3)])
def test_an_unchanged_village_is_confirmed_by_one_button(
    ledger: Memory, township_client: Client, pressed: str, confirmed: int
) -> None:
    fields = fields_of(township_client.get(URL))

    township_client.post(URL, {**fields, "confirm": pressed})

    assert draft_of(SECOND) == {VISITS.key: "9", RENT.key: "35000", HELD.key: "是"}
    assert township_client.get(URL).content.decode().count("✓ 已确认</small>") == confirmed


def test_checking_goes_on_when_nothing_is_odd(ledger: Memory, township_client: Client) -> None:
    fields = fields_of(township_client.get(URL))

    answer = township_client.post(URL, {**fields, "go": "check"})

    assert answer["Location"] == "/filings/2026-10/999901001/check/"


def test_an_odd_value_asks_one_sentence_below_the_cell(
    ledger: Memory, township_client: Client
) -> None:
    fields = fields_of(township_client.get(URL))
    fields[f"value:{FIRST}:{RENT.key}"] = "35000万"

    asked = township_client.post(URL, {**fields, "go": "check"})
    again = fields_of(asked)
    again[f"note:{FIRST}:{RENT.key}"] = "新签厂房整体出租合同"
    explained = township_client.post(URL, {**again, "go": "check"})

    assert "一万倍" in asked.content.decode()
    assert f'href="#value:{FIRST}:{RENT.key}"' in asked.content.decode()
    assert explained["Location"] == "/filings/2026-10/999901001/check/"
    assert draft_of(FIRST)[f"note:{RENT.key}"] == "新签厂房整体出租合同"


def test_what_cannot_be_read_is_named_and_kept(ledger: Memory, township_client: Client) -> None:
    fields = fields_of(township_client.get(URL))
    fields[f"value:{FIRST}:{VISITS.key}"] = "十来户"

    page = township_client.post(URL, {**fields, "go": "check"})

    assert "✕ 请填写整数" in page.content.decode()
    assert fields_of(page)[f"value:{FIRST}:{VISITS.key}"] == "十来户"


def test_a_village_that_another_changed_is_shown_with_both_texts(
    ledger: Memory, township_client: Client, people: dict[str, User]
) -> None:
    fields = fields_of(township_client.get(URL))
    other = people[Role.COUNTY_STAFF]
    typed = {FIRST: {VISITS.key: "40"}}
    save_draft(month=MONTH, typed=typed, versions={}, by=other, at=AT)
    fields |= {f"value:{FIRST}:{VISITS.key}": "12", f"value:{SECOND}:{VISITS.key}": "13"}

    page = township_client.post(URL, {**fields, "go": "save"})
    text = page.content.decode()
    again = township_client.post(URL, {**fields_of(page), "go": "save"})

    assert page.status_code == 409
    assert "对方填:40" in text
    assert draft_of(SECOND) == {VISITS.key: "13"}
    assert again.status_code == 302
    assert draft_of(FIRST) == {VISITS.key: "12"}


def test_while_another_person_writes_one_reads_and_may_take_over(
    ledger: Memory, township_client: Client, people: dict[str, User]
) -> None:
    secretary = people[Role.TOWNSHIP_SECRETARY]
    sit_down(township="999901001", month=MONTH, tab="a", by=secretary, at=clock.instant())

    page = township_client.get(URL)
    taken = township_client.post(f"{URL}desk/", {"take_over": "1"})

    assert secretary.name in page.content.decode()
    assert "核对提交" not in page.content.decode()
    assert taken.status_code == 302
    assert "核对提交" in township_client.get(URL).content.decode()


def test_a_returned_cell_says_why(
    ledger: Memory, township_client: Client, clerk: User, people: dict[str, User]
) -> None:
    codes = (FIRST, SECOND)
    submit(handed=Submission(MONTH, codes, "k", Channel.GRID), by=clerk, at=AT)
    objections = [Objection(FIRST, VISITS.key, ReturnReason.UNIT, "请核对")]
    send_back(month=MONTH, objections=objections, by=people[Role.COUNTY_STAFF], at=AT)

    text = township_client.get(URL).content.decode()

    assert "⚑ 退回:单位或位数可能有误请核对" in text
    assert text.count('data-mark="returned"') == 1
    # The village that is handed in and not returned may be read only.
    assert f'name="version:{SECOND}"' not in text


def test_a_submitted_village_is_not_written_again(
    ledger: Memory, township_client: Client, clerk: User
) -> None:
    submit(handed=Submission(MONTH, (FIRST,), "k", Channel.GRID), by=clerk, at=AT)
    fields = fields_of(township_client.get(URL))
    fields[f"value:{FIRST}:{VISITS.key}"] = "77"

    township_client.post(URL, {**fields, "go": "save"})

    assert draft_of(FIRST) == {}


def test_a_closed_month_is_read_only(
    ledger: Memory, township_client: Client, people: dict[str, User]
) -> None:
    close_month(county="999901", month=Month(2026, 9), by=people[Role.COUNTY_STAFF])

    page = township_client.get(URL.replace("2026-10", "2026-09"))

    assert "已封账" in page.content.decode()
    assert "核对提交" not in page.content.decode()


@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.TOWNSHIP_CLERK, 200), (Role.COUNTY_LEADER, 403), (Role.FIRST_SECRETARY, 403)],
)
def test_who_reads_does_not_write(
    ledger: Memory, people: dict[str, User], client_as: Any, role: Role, status: int
) -> None:
    client = client_as(people[role])

    page = client.get(URL)
    answer = client.post(URL, {f"value:{FIRST}:{VISITS.key}": "5"}, follow=True)

    assert page.status_code == 200
    assert answer.status_code == status


def test_a_foreign_township_and_a_coming_month_do_not_exist(
    ledger: Memory, township_client: Client, other_county: County
) -> None:
    foreign = Township.objects.filter(county_code=other_county.code).first()

    assert township_client.get(f"/filings/2026-10/{foreign.code}/grid/").status_code == 404
    assert township_client.get("/filings/2026-12/999901001/grid/").status_code == 404


def test_forty_villages_with_twelve_inputs_are_light(
    memory: Memory, county: County, monkeypatch: pytest.MonkeyPatch, township_client: Client
) -> None:
    asked = tuple(
        FilingInput(f"test.n{n}", f"填报项第{n}号", Kind.YUAN, "口径说明" * 30, "县委组织部")
        for n in range(12)
    )
    source = replace(memory.source(), inputs=asked)
    monkeypatch.setattr(declaring, "sources", lambda: (source,))
    monkeypatch.setattr("villages.filings.figures.sheet.sources", lambda: (source,))
    declaring.inputs.cache_clear()
    asks(county.code, *asked)
    town = Township.objects.get(code="999901001")
    for n in range(300, 337):
        factories.VillageFactory(township=town, code=f"999901001{n}", name=f"第{n}村")
    for n, pk in enumerate(Village.objects.values_list("pk", flat=True)):
        memory.rows[pk, 202609] = {one.key: n * 1_234_567 + at for at, one in enumerate(asked)}

    page = township_client.get(URL)

    assert page.content.count(b'name="value:') == 40 * 12
    parts = [page.content, *(Path(finders.find(one)).read_bytes() for one in ASSETS)]
    assert sum(len(gzip.compress(part, 6)) for part in parts) <= 170_000


def test_the_number_of_queries_does_not_grow(
    ledger: Memory, township_client: Client, django_assert_max_num_queries: Any
) -> None:
    township_client.get(URL)
    town = Township.objects.get(code="999901001")
    for n in range(300, 320):
        factories.VillageFactory(township=town, code=f"999901001{n}", name=f"第{n}村")

    with django_assert_max_num_queries(30):
        page = township_client.get(URL)

    assert page.content.count(b"<tr data-code") == 23


def test_the_month_is_read_on_its_own_day(ledger: Memory, township_client: Client) -> None:
    abolished = Village.objects.get(code=THIRD)
    abolished.valid_to = date(2026, 9, 30)
    abolished.save()

    assert township_client.get(URL).content.decode().count("<tr data-code") == 2
