"""The monthly dispatch bulletin as a whole."""

from collections.abc import Iterable

from django.db import connection
from django.test.utils import CaptureQueriesContext

from rectification.reports.actions.making import compose, make_report
from rectification.reports.consistency import consistency
from rectification.reports.content import ReportContent
from rectification.reports.content.lines import loose_digits
from rectification.reports.parameters import forbidden_words
from rectification.warnings.actions.evaluating import evaluate
from tests import factories
from tests.rectification.situations import earned, person, sound
from villages.accounts.actors import COMMAND_LINE
from villages.common.periods import Month
from villages.models import County, Township

OCTOBER = Month(2026, 10)


def told(county: County) -> ReportContent:
    return compose(by=COMMAND_LINE, kind="monthly", period=OCTOBER, county=county).content


def judged(county: County, *, villages: int = 0) -> County:
    """Some of everything, and so many further villages without a secretary."""
    sound("999901001200")
    person("999901001201", "director", name="赵某")
    earned("999901001201", 1_234_567)
    rows(county, range(villages))
    return county


def rows(county: County, numbers: Iterable[int]) -> None:
    """Further villages with a ledger and income; the month is judged again."""
    township = Township.objects.get(code="999901101")
    for number in numbers:
        code, name = f"999901101{300 + number}", f"新{number}村"
        factories.VillageFactory(township=township, code=code, name=name, with_profile=True)
        person(code, "director", name="李某")
        earned(code, 1_000_000 + number)
    evaluate(by=COMMAND_LINE, county=county.code, month=OCTOBER)


def test_sections_stand_in_their_order(county: County) -> None:
    content = told(judged(county))

    order = ["scope", "overall", "key", "practices", "problems", "overdue", "next"]
    keys = [section.key for section in content.sections]
    assert keys == [key for key in order if key in keys]
    assert {"scope", "key", "problems", "next"} <= set(keys)
    assert [section.heading[0] for section in content.sections] == list("一二三四五六七")[
        : len(keys)
    ]


def test_it_contradicts_itself_nowhere(county: County) -> None:
    content = told(judged(county, villages=3))

    assert consistency(content, forbidden_words(county.code, OCTOBER.end)) == []
    assert [line for line in content.lines if loose_digits(line.pattern)] == []


def test_it_stays_below_the_limit_of_characters(county: County) -> None:
    assert 0 < told(judged(county, villages=20)).characters <= 4000


def test_a_county_without_data_is_neither_praised_nor_blamed(county: County) -> None:
    content = told(county)

    assert consistency(content) == []
    assert content.problems == ()
    assert "key" not in [section.key for section in content.sections]


def _queries(county: County) -> int:
    with CaptureQueriesContext(connection) as found:
        make_report(by=COMMAND_LINE, kind="monthly", period=OCTOBER, county=county)
    told = [one["sql"] for one in found.captured_queries]
    # The test's own transaction makes savepoints of what else begins and commits.
    return len([one for one in told if not one.startswith(("SAVEPOINT", "RELEASE"))])


def test_as_many_queries_for_two_villages_as_for_twenty(county: County) -> None:
    judged(county, villages=2)
    _queries(county)
    rows(county, range(2, 4))
    few = _queries(county)
    rows(county, range(4, 24))

    many = _queries(county)

    assert many == few
    assert many <= 60
