"""Batches written in late, money in a circle, jumps, files used twice."""

from datetime import date, datetime, timedelta
from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from collective_economy.checks.roundtrips import RoundTrip
from collective_economy.plausibility import Factors
from rectification.warnings.questions.backfilled import (
    Entered,
    Late,
    Sent,
    late_batches,
    late_rows,
)
from rectification.warnings.questions.jumps import Stated, jumps
from rectification.warnings.questions.pictures import is_same, looks
from rectification.warnings.questions.reused import Attached, reused
from rectification.warnings.questions.round_trip import round_trip
from villages.common.clock import ZONE

DUE = date(2026, 9, 27)
LATE = Late()
LI, HE, FAR = "999901001200", "999901001201", "999901101200"


def at(day: date, hour: int = 9, minute: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE)


def town(count: int, day: date, reason: str = "") -> list[Sent]:
    return [Sent(f"9999010012{n:02d}", at(day, minute=n), reason) for n in range(count)]


def test_a_township_that_sends_all_long_after_is_one_question() -> None:
    found = late_batches(town(6, date(2026, 10, 15)), DUE, LATE)

    assert [(one.facts["villages"], one.facts["late_days"]) for one in found] == [(6, 18)]
    assert found[0].declared == ""


def test_what_was_declared_is_its_own_answer() -> None:
    found = late_batches(town(6, date(2026, 10, 15), "机关搬迁,经批准补录。"), DUE, LATE)

    assert [one.declared for one in found] == ["机关搬迁,经批准补录。"]


@pytest.mark.parametrize(
    ("sent", "why"),
    [
        (town(6, DUE), "on time in one go is the ordinary way of working"),
        (town(6, date(2026, 10, 6)), "nine days late"),
        (town(4, date(2026, 10, 15)), "few villages"),
        (
            [Sent(one.code, one.at + timedelta(hours=2 * n), "")
             for n, one in enumerate(town(6, date(2026, 10, 15)))],
            "one after the other",
        ),
    ],
)  # fmt: skip
def test_late_alone_and_batch_alone_are_fine(sent: list[Sent], why: str) -> None:
    assert late_batches(sent, DUE, LATE) == [], why


def rows(count: int, days: int) -> list[Entered]:
    day = date(2026, 10, 20)
    return [
        Entered(LI, day - timedelta(days=days + n), at(day, 20, n), f"会议{n}")
        for n in range(count)
    ]


def test_old_events_typed_in_an_hour_are_asked_about() -> None:
    found = list(late_rows(rows(8, 60), LATE))

    assert [(one.code, one.facts["rows"], one.facts["last"]) for one in found] == [
        (LI, 8, "2026-08-21")
    ]


def test_few_old_events_or_many_new_ones_are_fine() -> None:
    assert list(late_rows(rows(7, 60), LATE)) == []
    assert list(late_rows(rows(20, 10), LATE)) == []


def test_each_pair_of_payments_is_a_question() -> None:
    pair = RoundTrip("宏达公司", date(2026, 12, 20), date(2026, 12, 28), 500_000, 499_000)

    found = round_trip(LI, [pair], 1_000_000)[0]

    assert (found.facts["percent"], found.facts["year_end"], found.facts["days"]) == (49, True, 8)
    assert len(found.key) <= 120
    assert round_trip(LI, [pair], None)[0].facts["percent"] is None


FACTORS = Factors(own=8, peers=300)


@pytest.mark.parametrize(
    ("fen", "past", "asked"),
    [
        (100_000, (10_000, 12_000), True),  # a digit too many
        (80_000, (10_000, 10_000), True),
        (79_999, (10_000, 10_000), False),
        (1_250, (10_000, 10_000), True),
        (0, (10_000, 10_000), False),  # a bad year is no slip
        (100_000, (), False),
        (10_000, (0, 0), False),
    ],
)
def test_amounts_far_from_the_own_past(fen: int, past: tuple[int, ...], asked: bool) -> None:
    stated = [Stated(LI, "operating", fen, past), Stated(HE, "operating", 9_000, (9_000,))]

    assert [one.code for one in jumps(stated, FACTORS, [])] == ([LI] if asked else [])


def test_a_unit_slip_without_a_past_is_seen_by_the_peers() -> None:
    stated = [Stated(f"9999010012{n:02d}", "operating", 1_000 + n) for n in range(5)]

    found = jumps([*stated, Stated(FAR, "operating", 10_000_000)], FACTORS, [])

    assert [(one.code, one.facts["own"]) for one in found] == [(FAR, False)]


def test_an_explained_amount_is_not_asked_about_again() -> None:
    stated = [Stated(LI, "operating", 100_000, (10_000,))]

    assert jumps(stated, FACTORS, [(LI, "operating")]) == []


def picture(size: tuple[int, int] = (640, 480), shift: int = 0, kind: str = "PNG") -> bytes:
    image = Image.new("RGB", (640, 480), (40, 90, 160))
    draw = ImageDraw.Draw(image)
    for n in range(12):
        x, y = (n * 97 + shift) % 560, (n * 61 + shift * 3) % 400
        draw.ellipse((x, y, x + 80, y + 70), fill=(n * 20, 250 - n * 15, (n * 53 + shift) % 255))
    out = BytesIO()
    image.resize(size).save(out, kind)
    return out.getvalue()


def test_a_resized_picture_is_known_again() -> None:
    first = looks(picture())

    assert is_same(first, looks(picture((320, 240))))
    assert is_same(first, looks(picture((500, 375), kind="JPEG")))
    assert not is_same(first, looks(picture(shift=150)))


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n cut", picture()[:200]])
def test_what_is_no_picture_has_no_looks(content: bytes) -> None:
    assert looks(content) is None


def test_a_blank_picture_is_never_compared() -> None:
    out = BytesIO()
    Image.new("RGB", (640, 480), "white").save(out, "PNG")

    assert looks(out.getvalue()) is None


def attached(code: str, paper: str, sha256: str, look: int | None = None) -> Attached:
    return Attached(code, paper, f"走访照片{paper}", f"{paper}.jpg", sha256, look)


def test_one_file_in_two_matters_is_one_question() -> None:
    here, there = attached(LI, "1", "a"), attached(HE, "2", "a")

    found = reused([here, there], [here, there], most=3)

    assert [(one.code, one.other, one.facts["same"]) for one in found] == [(LI, HE, True)]


def test_a_paper_for_all_is_fine_and_so_is_one_matter() -> None:
    files = [attached(LI, str(n), "a") for n in range(5)]

    assert reused(files, files, most=3) == []
    assert reused(files[:1], [files[0], files[0]], most=3) == []
