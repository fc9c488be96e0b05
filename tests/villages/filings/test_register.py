"""The register of forms: no entry, no form; what another input costs; sunset and renewal."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.villages.filings.memory import HELD, RENT, VISITS, Memory, asks
from villages.accounts.models import User
from villages.common.errors import DomainError
from villages.filings import declaring
from villages.filings.actions.lines import add_input, drop_input, move_input
from villages.filings.actions.register import Entry, change_form, register_form, renew_form
from villages.filings.figures.register import addition, askings
from villages.filings.figures.sheet import asked
from villages.filings.models import ReportForm
from villages.models import County, Parameter, Village
from villages.trace.models import AuditEntry

TODAY = date(2026, 11, 3)
ENTRY = Entry("青组表〔2026〕2号", "村级季度表", "县农业农村局", "青农发〔2026〕8号")


def registered(county: County, by: User, **other: Any) -> ReportForm:
    days = {"begins": TODAY, "ends": date(2027, 11, 30)}
    return register_form(county=county.code, entry=ENTRY, by=by, on=TODAY, **days | other)


def added(form: ReportForm, key: str, by: User, **other: Any) -> None:
    form.refresh_from_db()
    given = {"since": TODAY, "reason": "县委督查要用", "version": form.version}
    add_input(form=form, key=key, by=by, on=TODAY, **given | other)


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(DomainError) as refused:
        act()
    return refused.value.code


def keys(county: County, on: date) -> list[str]:
    return [one.key for one in asked(county.code, on)]


def test_nothing_is_asked_without_an_entry(
    memory: Memory, county: County, people: dict[str, User]
) -> None:
    assert keys(county, TODAY) == []

    form = registered(county, people["county_staff"])
    added(form, VISITS.key, people["county_staff"])

    assert keys(county, TODAY) == [VISITS.key]
    assert keys(county, date(2026, 11, 2)) == []


def test_nothing_is_asked_after_sunset_until_somebody_renews(
    memory: Memory, county: County, people: dict[str, User]
) -> None:
    staff = people["county_staff"]
    form = registered(county, staff)
    added(form, VISITS.key, staff)
    after = date(2027, 12, 31)
    assert keys(county, date(2027, 11, 30)) == [VISITS.key]
    assert keys(county, after) == []

    form.refresh_from_db()
    renew_form(
        form=form,
        until=date(2028, 6, 30),
        reason="仍需要",
        version=form.version,
        by=staff,
        on=TODAY,
    )

    assert keys(county, after) == [VISITS.key]
    assert AuditEntry.objects.filter(action="form.renewed", reason="仍需要").count() == 1


@pytest.mark.parametrize(
    ("entry", "days", "code"),
    [
        (ENTRY, {"ends": date(2028, 12, 1)}, "form_too_long"),
        (ENTRY, {"ends": date(2026, 11, 1)}, "form_refused"),
        (ENTRY, {"begins": date(2026, 11, 2)}, "form_begins_late"),
        (Entry("1号", "驻村打卡情况表", "组织部", "文"), {}, "form_forbidden"),
        (Entry("1号", "学习积分表", "组织部", "文"), {}, "form_forbidden"),
        (Entry("1号", "活动必传照片表", "组织部", "文"), {}, "form_forbidden"),
        (Entry("1号", "季度表", "组织部", ""), {}, "form_refused"),
        (Entry("青组表〔2026〕1号", "季度表", "组织部", "文"), {}, "form_number_taken"),
    ],
)
def test_what_no_register_takes(
    memory: Memory, county: County, people: dict[str, User], entry: Entry, days: Any, code: str
) -> None:
    asks(county.code, VISITS)
    given = {"begins": TODAY, "ends": date(2027, 11, 30)} | days
    staff = people["county_staff"]

    refused = code_of(
        lambda: register_form(county=county.code, entry=entry, by=staff, on=TODAY, **given)
    )

    assert refused == code
    assert ReportForm.objects.count() == 1


def test_a_refusal_names_the_rule(county: County, people: dict[str, User]) -> None:
    entry = Entry("1号", "在线时长统计表", "组织部", "文")

    with pytest.raises(DomainError) as refused:
        register_form(
            county=county.code, entry=entry, begins=TODAY, ends=TODAY, on=TODAY,
            by=people["county_staff"],
        )  # fmt: skip

    assert "在线时长" in str(refused.value)
    assert "国办函〔2026〕12号" in str(refused.value)


@pytest.mark.parametrize("role", ["township_clerk", "first_secretary", "system_admin"])
def test_only_the_department_keeps_the_register(
    county: County, people: dict[str, User], role: str
) -> None:
    assert code_of(lambda: registered(county, people[role])) == "form_not_allowed"


def test_the_cost_is_told_before_it_is_asked(
    memory: Memory, county: County, people: dict[str, User]
) -> None:
    form = registered(county, people["county_staff"])

    found = addition(form, VISITS.key, 228, TODAY)

    assert (found.minutes, found.elsewhere, found.asked) == (Decimal(38), (), 1)


def test_what_another_form_asks_is_filled_in_once(
    memory: Memory, county: County, people: dict[str, User]
) -> None:
    asks(county.code, VISITS)
    form = registered(county, people["county_staff"])

    before = addition(form, VISITS.key, 228, TODAY)
    added(form, VISITS.key, people["county_staff"])

    assert (before.minutes, before.elsewhere, before.asked) == (Decimal(0), ("村级月度填报表",), 1)
    assert keys(county, TODAY) == [VISITS.key]


def test_the_limit_holds_for_all_forms_together(
    memory: Memory, county: County, people: dict[str, User]
) -> None:
    asks(county.code, VISITS)
    Parameter.objects.create(
        key="filing.most_inputs", county_code=county.code, value=2, effective_from=date(2026, 1, 1),
        basis="青组发〔2026〕2号",
    )  # fmt: skip
    staff = people["county_staff"]
    form = registered(county, staff)
    added(form, VISITS.key, staff)
    added(form, RENT.key, staff)

    assert code_of(lambda: added(form, HELD.key, staff)) == "too_many_inputs"
    assert keys(county, TODAY) == [VISITS.key, RENT.key]


@pytest.mark.parametrize(
    ("key", "other", "code"),
    [
        ("test.gone", {}, "input_unknown"),
        (RENT.key, {"reason": " "}, "reason_needed"),
        (RENT.key, {"since": date(2026, 11, 2)}, "line_day_wrong"),
        (RENT.key, {"since": date(2028, 1, 1)}, "line_day_wrong"),
        (RENT.key, {"version": 99}, "version_changed"),
        (VISITS.key, {}, "input_asked"),
    ],
)
def test_inputs_that_no_form_takes(
    memory: Memory, county: County, people: dict[str, User], key: str, other: Any, code: str
) -> None:
    form = registered(county, people["county_staff"])
    added(form, VISITS.key, people["county_staff"])

    assert code_of(lambda: added(form, key, people["county_staff"], **other)) == code
    assert form.lines.count() == 1


def test_an_input_named_after_a_check_in_is_refused(
    memory: Memory, county: County, people: dict[str, User], monkeypatch: pytest.MonkeyPatch
) -> None:
    form = registered(county, people["county_staff"])
    monkeypatch.setitem(
        declaring.inputs(), "test.bad",
        declaring.FilingInput("test.bad", "签到次数", VISITS.kind, "口径", "组织部"),
    )  # fmt: skip

    assert code_of(lambda: added(form, "test.bad", people["county_staff"])) == "form_forbidden"


def test_a_dropped_input_stays_in_the_months_that_asked_it(
    memory: Memory, county: County, people: dict[str, User]
) -> None:
    form = asks(county.code, VISITS, RENT)
    drop = {"form": form, "key": VISITS.key, "by": people["county_staff"], "on": TODAY}

    drop_input(reason="已从台账得出", version=form.version, **drop)

    assert keys(county, date(2026, 10, 31)) == [VISITS.key, RENT.key]
    assert keys(county, TODAY) == [RENT.key]
    form.refresh_from_db()
    again = code_of(lambda: drop_input(reason="再停", version=form.version, **drop))
    assert again == "input_not_asked"


def test_an_input_dropped_on_its_first_day_was_never_asked(
    memory: Memory, county: County, people: dict[str, User]
) -> None:
    staff = people["county_staff"]
    form = registered(county, staff)
    added(form, VISITS.key, staff)
    form.refresh_from_db()

    drop_input(form=form, key=VISITS.key, reason="加错了", version=form.version, by=staff, on=TODAY)

    assert form.lines.count() == 0


@pytest.mark.parametrize(
    ("key", "up", "order"),
    [
        (RENT.key, True, [RENT, VISITS, HELD]),
        (RENT.key, False, [VISITS, HELD, RENT]),
        (VISITS.key, True, [VISITS, RENT, HELD]),
        (HELD.key, False, [VISITS, RENT, HELD]),
    ],
)
def test_moving_an_input(
    memory: Memory, county: County, people: dict[str, User], key: str, up: bool, order: list[Any]
) -> None:
    form = asks(county.code, VISITS, RENT, HELD)

    move_input(form=form, key=key, up=up, version=form.version, by=people["county_staff"])

    assert keys(county, TODAY) == [one.key for one in order]


def test_changing_an_entry_keeps_who_saw_what(
    memory: Memory, county: County, people: dict[str, User]
) -> None:
    form = asks(county.code, VISITS)

    change_form(form=form, entry=ENTRY, version=form.version, by=people["county_staff"])
    stale = code_of(
        lambda: change_form(form=form, entry=ENTRY, version=1, by=people["county_staff"])
    )

    form.refresh_from_db()
    assert (form.title, form.version, stale) == ("村级季度表", 2, "version_changed")
    entry = AuditEntry.objects.get(action="form.changed")
    assert entry.before["owner"] == "县委组织部"
    assert entry.after["owner"] == "县农业农村局"


def test_what_the_ledgers_know_is_shown_with_its_base(
    memory: Memory, county: County, people: dict[str, User]
) -> None:
    form = asks(county.code, VISITS, RENT)
    pks = list(Village.objects.in_county(county.code).order_by("code").values_list("pk", flat=True))
    memory.rows[pks[0], 202610] = {VISITS.key: 0}
    memory.rows[pks[1], 202611] = {VISITS.key: 4, RENT.key: 100}

    visits, rent = askings(form, pks, TODAY)

    assert (visits.ready, visits.villages, visits.known) == (2, 5, Decimal("40.0"))
    assert (rent.ready, rent.known) == (1, Decimal("20.0"))
    assert (visits.minutes, visits.elsewhere) == (Decimal(1), ())
