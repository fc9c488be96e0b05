"""The reviewer's desk."""

from datetime import date

import pytest
from django.test import Client

from tests.villages.filings.memory import RENT, VISITS, Memory, asks
from tests.villages.filings.test_submitting import LATE, MONTH, hand_in
from villages.accounts.models import User
from villages.filings.choices import FilingState
from villages.filings.county_parameters import usual
from villages.filings.figures.review import Review, review
from villages.filings.models import Filing, FilingReturn
from villages.filings.parameters import limits
from villages.models import County, Village

URL = "/filings/2026-10/999901001/review/"
DUE = date(2026, 10, 25)


@pytest.fixture
def codes(memory: Memory, county: County) -> tuple[str, ...]:
    asks(county.code, VISITS, RENT)
    rows = Village.objects.filter(township__code=f"{county.code}001").order_by("code")
    return tuple(rows.values_list("code", flat=True))


@pytest.fixture
def handed(memory: Memory, codes: tuple[str, ...], people: dict[str, User]) -> tuple[str, ...]:
    """Three villages handed in; the first changed its visits and explained a jump of its rent."""
    for code in codes:
        memory.rows[Village.objects.get(code=code).pk, 202609] = {VISITS.key: 9, RENT.key: 100_00}
    hand_in(
        codes, people["township_clerk"],
        typed={codes[0]: {VISITS.key: "7", RENT.key: "9000"}},
        notes={codes[0]: {RENT.key: "新签合同"}},
    )  # fmt: skip
    return codes


def on_the_desk(county: County) -> Review:
    villages = list(
        Village.objects.filter(township__code=f"{county.code}001")
        .select_related("township").order_by("code")
    )  # fmt: skip
    return review(
        villages, county.code, MONTH, DUE, limits(county.code, DUE), usual(county.code, DUE)
    )


def states() -> dict[str, str]:
    return dict(Filing.objects.order_by("village__code").values_list("village__code", "state"))


def test_before_now_and_the_difference(county: County, handed: tuple[str, ...]) -> None:
    first, second, _third = on_the_desk(county).lines

    visits, rent = first.cells
    assert (visits.cell.last_text, visits.now, visits.change, visits.mark_label) == (
        "9", "7", "−2", "改动",
    )  # fmt: skip
    assert (rent.change, rent.cell.note) == ("+8900", "新签合同")
    assert "相差较大" in rent.doubt
    assert (first.changed, first.doubts, first.explained) == (2, 1, 1)
    assert (second.changed, second.doubts) == (0, 0)


def test_what_was_not_handed_in_is_not_shown(
    memory: Memory, county: County, people: dict[str, User], codes: tuple[str, ...]
) -> None:
    hand_in(codes[:1], people["township_clerk"], typed={codes[0]: {VISITS.key: "7"}})

    known = on_the_desk(county)

    assert [bool(one.cells) for one in known.lines] == [True, False, False]
    assert len(known.waiting) == 1


def test_accepting_all_in_one_step(county_client: Client, handed: tuple[str, ...]) -> None:
    answer = county_client.post(
        URL, {"do": "accept_all", "waiting": handed}, follow=True
    ).content.decode()

    assert set(states().values()) == {FilingState.ACCEPTED}
    assert "已通过 3 个村" in answer
    assert "已审完" in answer


def test_one_goes_back_at_the_value_that_is_wrong_and_the_rest_is_accepted(
    county_client: Client, handed: tuple[str, ...]
) -> None:
    county_client.post(
        URL, {"do": "return", "village": handed[0], f"reason:{RENT.key}": "unit",
              f"words:{RENT.key}": "请核对单位,应填元", "reason:": "", f"reason:{VISITS.key}": ""}
    )  # fmt: skip
    answer = county_client.post(URL, {"do": "accept_selected", "select": handed}, follow=True)

    back = FilingReturn.objects.get()
    assert (back.input_key, back.reason, back.words) == (RENT.key, "unit", "请核对单位,应填元")
    assert list(states().values()) == ["returned", "accepted", "accepted"]
    assert "李庄村:状态为“已退回”,不能通过。" in answer.content.decode()


def test_a_late_village_needs_a_reason_and_stays_late(
    county_client: Client, people: dict[str, User], codes: tuple[str, ...]
) -> None:
    hand_in(codes, people["township_clerk"], at=LATE)
    asked = {"do": "accept_one", "village": codes[0]}

    without = county_client.post(URL, asked, follow=True).content.decode()
    assert "是迟报,请写明同意接收的理由" in without
    assert set(states().values()) == {FilingState.SUBMITTED}

    county_client.post(URL, asked | {"late_reason": "断网两天"})
    one = Filing.objects.get(village__code=codes[0])
    assert (one.state, one.is_late, one.late_reason) == (FilingState.ACCEPTED, True, "断网两天")


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"do": "return"}, "请在有问题的一格选择退回原因"),
        ({"do": "return", "reason:": "nonsense"}, "请在有问题的一格选择退回原因"),
        ({"do": "return", "reason:": "other"}, "选择“其他”时请写明原因"),
        ({"do": "accept_selected"}, "请先勾选要通过的村"),
        ({"do": "accept_all", "waiting": ["999902001200"]}, "请先勾选要通过的村"),
    ],
)
def test_a_refusal_keeps_what_was_typed(
    county_client: Client, handed: tuple[str, ...], sent: dict[str, object], words: str
) -> None:
    more = {"village": handed[1], f"words:{VISITS.key}": "一句没写完的话"}

    answer = county_client.post(URL, more | sent)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert words in page
    assert "一句没写完的话" in page
    assert set(states().values()) == {FilingState.SUBMITTED}


def test_copied_values_are_told_without_a_score(
    county_client: Client, people: dict[str, User], codes: tuple[str, ...], county: County
) -> None:
    east = Village.objects.get(code=codes[0])
    more = [f"{county.code}0013{number:02d}" for number in range(4)]
    for code in more:
        Village.objects.create(
            township=east.township, county_code=county.code, code=code, name=f"新{code[-1]}村",
            kind=east.kind,
        )  # fmt: skip
    every = (*codes, *more)
    hand_in(every, people["township_clerk"], typed={code: {VISITS.key: "12"} for code in every})

    page = county_client.get(URL).content.decode()

    assert "7 个村的“走访户数”都改成了 12。" in page
    assert "不计分、不通报" in page


@pytest.mark.parametrize(
    ("role", "status"), [("county_minister", 200), ("county_leader", 403), ("township_clerk", 403)]
)
def test_only_the_department_reviews(
    people: dict[str, User], client_as: object, memory: Memory, role: str, status: int
) -> None:
    assert client_as(people[role]).get(URL).status_code == status  # type: ignore[operator]


def test_a_foreign_township_is_not_there(
    county_client: Client, other_county: County, memory: Memory
) -> None:
    assert county_client.get(URL.replace("999901001", "999902001")).status_code == 404
