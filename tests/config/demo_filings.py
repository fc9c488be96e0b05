"""What the filings of the demo county must be; its tests load the county once."""

from datetime import date, datetime
from typing import Any

from collective_economy.models import IncomeEntry
from config.demo.filing_story import COPIED_WORDS, RETURNED, UNTOUCHED, WAITING, Story
from config.demo.names import COUNTY_CODE
from config.demo.world import look_around
from villages.accounts.models import User
from villages.affairs.models import PetitionCount
from villages.common.clock import ZONE
from villages.common.periods import Month
from villages.filings.actions.submitting import Submission, submit
from villages.filings.actions.withdrawing import withdraw
from villages.filings.choices import Channel, FilingState
from villages.filings.figures.burden import prefilled
from villages.filings.figures.progress import on_time_share, progress
from villages.filings.figures.sheet import sheet
from villages.filings.models import Filing, FilingMark, FilingReturn
from villages.filings.parameters import limits
from villages.filings.weighing import weigh
from villages.models import County, Village

OPEN = Month(2026, 10)
NOW = datetime(2026, 11, 3, 9, 0, tzinfo=ZONE)


def of_town(name: str) -> list[Village]:
    rows = Village.objects.filter(county_code=COUNTY_CODE, township__name=name, valid_to=None)
    return list(rows.select_related("township").order_by("code"))


def user(name: str) -> Any:
    return User.objects.get(username=name)


def story() -> Story:
    return Story(look_around(County.objects.get(code=COUNTY_CODE)))


def check_every_closed_month_is_nearly_complete() -> None:
    months = list(Month(2024, 11).until(Month(2026, 9)))
    found = progress(user("county").territory, COUNTY_CODE, months, NOW.date())

    assert sum(one.expected for one in found) == 217 * 8 + 216 * 15
    assert sum(one.waiting for one in found) == len(story().silent) == 3
    share, _punctual, _base = on_time_share(found)
    assert share is not None
    assert 97 < share < 99.5


def check_the_open_month_is_on_its_way() -> None:
    found = Filing.objects.filter(month=OPEN.number)
    states = {one.state: found.filter(state=one.state).count() for one in found}

    assert set(states) == set(FilingState.values)
    assert states[FilingState.RETURNED] == 2
    assert FilingReturn.objects.filter(mended_at=None).count() == 2
    assert not found.filter(village__in=of_town(UNTOUCHED)).exists()


def check_what_is_planted_is_there() -> None:
    for one in story().planted():
        month = int(one.period.replace("-", ""))
        filing = Filing.objects.filter(village__code=one.village, month=month).first()
        match one.what:
            case "silent":
                assert filing is None
            case "late" | "backfilled":
                assert filing.is_late, one
                assert filing.late_reason
            case "returned":
                assert filing.returns.count() == 1
            case "corrected":
                rows = IncomeEntry.objects.filter(village__code=one.village, to_month=month)
                assert rows.exclude(replaces=None).get().replaces.superseded_on == date(
                    month // 100, month % 100, 27
                )
            case "copied":
                assert filing.marks.get(input_key="economy.operating").note == COPIED_WORDS
    assert FilingMark.objects.exclude(note="").values("note").distinct().count() == 1


def check_honest_months_are_not_doubted() -> None:
    villages = list(Village.objects.filter(county_code=COUNTY_CODE, valid_to=None))
    cells = doubted = 0
    for month in (Month(2026, 3), Month(2026, 9)):
        grid = sheet(villages, COUNTY_CODE, month)
        weighed = weigh(grid, {}, {}, limits(COUNTY_CODE, NOW.date()))
        assert not weighed.faults
        cells += sum(len(answers) for answers in weighed.answers.values())
        doubted += len(weighed.doubts)
    assert cells > 4000
    assert doubted / cells < 0.02


def check_half_of_a_month_is_there_already() -> None:
    share = prefilled(user("county").territory, COUNTY_CODE, Month(2026, 9)).share

    assert share is not None
    assert share > 50


def check_the_clerk_files_the_township_without_typing() -> None:
    codes = tuple(str(one.code) for one in of_town(UNTOUCHED))

    receipt = submit(
        handed=Submission(OPEN, codes, "demo-1", Channel.GRID), by=user("clerk"), at=NOW
    )

    assert receipt.villages == len(codes) == 21
    assert set(Filing.objects.filter(receipt=receipt).values_list("is_late", flat=True)) == {True}


def check_a_township_may_withdraw_what_it_handed_in() -> None:
    villages = of_town(WAITING)
    petitions = PetitionCount.objects.filter(village__in=villages, month=OPEN.number)
    income = IncomeEntry.objects.filter(village__in=villages, to_month=OPEN.number)
    assert petitions.count() == 25
    assert income.count() == 100

    withdraw(month=OPEN, codes=[one.code for one in villages], by=user("county"), at=NOW)

    assert not petitions.exists()
    assert not income.exists()
    draft = Filing.objects.filter(village=villages[0], month=OPEN.number).get().draft
    assert draft["affairs.petitions_first"] in {"0", "1", "2", "3"}


def check_returned_villages_wait_for_their_township() -> None:
    rows = Filing.objects.filter(month=OPEN.number, state=FilingState.RETURNED)

    assert set(rows.values_list("village__township__name", flat=True)) == {RETURNED}


CHECKS = tuple(one for name, one in sorted(globals().items()) if name.startswith("check_"))
