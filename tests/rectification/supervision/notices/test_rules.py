"""Waiting, quiet hours, addresses and signatures, without a database."""

from datetime import date, datetime, timedelta
from ipaddress import IPv4Address, ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rectification.supervision.rules.backoff import (
    LONGEST,
    SPREAD,
    WHOLE,
    most_attempts,
    nominal,
    wait,
)
from rectification.supervision.rules.public_address import is_allowed, is_public
from rectification.supervision.rules.quiet_hours import Quiet, first_loud, is_quiet
from rectification.supervision.rules.signatures import headers, sign

QUIET = Quiet(18, 8, rest_days=True)
HOLIDAY = {date(2026, 10, 1): False, date(2026, 10, 10): True}
_MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31))
_CHANCES = st.floats(0, 1, exclude_max=True)


@given(st.integers(1, 200), _CHANCES)
def test_a_wait_stays_near_its_length_and_ends(attempts: int, chance: float) -> None:
    found = wait(attempts, chance)

    assert (found is None) == (attempts >= most_attempts())
    if found is not None:
        assert nominal(attempts) * (1 - SPREAD) <= found <= nominal(attempts) * (1 + SPREAD)
        assert found <= LONGEST * (1 + SPREAD)


def test_the_waits_together_are_three_days() -> None:
    whole = sum((nominal(n) for n in range(1, most_attempts())), timedelta(0))

    assert whole <= WHOLE < whole + nominal(most_attempts())
    assert [nominal(n).total_seconds() for n in (0, 1, 2, 3)] == [0, 60, 120, 240]
    assert wait(1, 0) != wait(1, 0.9)


@given(_MOMENTS)
def test_a_message_leaves_at_the_first_moment_that_is_not_quiet(moment: datetime) -> None:
    found = first_loud(moment, QUIET, HOLIDAY)

    assert found >= moment
    assert not is_quiet(found, QUIET, HOLIDAY)
    if found != moment:
        assert (found.hour, found.minute) == (8, 0)
        assert is_quiet(found - timedelta(minutes=1), QUIET, HOLIDAY)


@pytest.mark.parametrize(
    ("moment", "leaves"),
    [
        ("2026-10-12T17:59", "2026-10-12T17:59"), ("2026-10-12T18:00", "2026-10-13T08:00"),
        ("2026-10-13T03:00", "2026-10-13T08:00"), ("2026-10-16T19:00", "2026-10-19T08:00"),
        ("2026-09-30T20:00", "2026-10-02T08:00"), ("2026-10-10T10:00", "2026-10-10T10:00"),
    ],
)  # fmt: skip
def test_evenings_weekends_and_holidays_are_quiet(moment: str, leaves: str) -> None:
    found = first_loud(datetime.fromisoformat(moment), QUIET, HOLIDAY)

    assert found == datetime.fromisoformat(leaves)


@pytest.mark.parametrize(
    "text",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0",
     "100.64.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fd00::1", "ff02::1",
     "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "192.0.2.1",
     "198.18.0.1", "240.0.0.1", "localhost", "", "0x7f000001"],
)  # fmt: skip
def test_what_stands_inside_is_never_called(text: str) -> None:
    assert not is_public(text)


@pytest.mark.parametrize("text", ["1.1.1.1", "114.114.114.114", "2400:3200::1"])
def test_what_stands_outside_may_be(text: str) -> None:
    assert is_public(text)


@given(st.ip_addresses(v=4))
def test_an_address_in_disguise_is_judged_as_what_it_is(address: IPv4Address) -> None:
    disguises = [f"::ffff:{address}", str(ip_address(int(ip_address("64:ff9b::")) + int(address)))]

    if not is_public(str(address)):
        assert not any(is_public(one) for one in disguises)


def test_the_operator_names_networks() -> None:
    assert is_allowed("10.1.2.3", ["10.1.0.0/16"])
    assert not is_allowed("10.2.2.3", ["10.1.0.0/16"])
    assert is_allowed("1.1.1.1")


def test_signatures_are_those_of_standard_webhooks() -> None:
    # The example of the specification's own libraries.
    found = sign(
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", uid="msg_p5jXN8AQM9LWM0D4loKWxJek",
        seconds=1614265330, body='{"test": 2432232314}',
    )  # fmt: skip

    assert found == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_two_secrets_give_two_signatures() -> None:
    found = headers(["whsec_YQ==", "whsec_Yg=="], uid="a", seconds=1, body="{}")

    assert len(set(found["webhook-signature"].split())) == 2
    assert (found["webhook-id"], found["webhook-timestamp"]) == ("a", "1")
