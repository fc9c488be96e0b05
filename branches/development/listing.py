"""Rules from the application to the listing as a development object. Pure."""

from collections.abc import Iterator

from branches.development.case import LATE, MISSING, Case, Hit
from branches.development.editions import edition_on
from villages.common.calendar_months import add_months
from villages.common.workdays import ONE_DAY, workdays_between


def age(case: Case) -> Iterator[Hit]:
    steps, edition = case.steps, edition_on(case.steps.applied_on)
    if steps.age is None:
        yield case.hit(edition, "age", "age", edition.youngest, grade=MISSING)
    elif steps.age < edition.youngest:
        yield case.hit(edition, "age", "age", edition.youngest, steps.age)


def talk(case: Case) -> Iterator[Hit]:
    start = case.steps.applied_on
    edition = edition_on(start)
    yield from case.by(edition, "talk", "talked_on", start, edition.talk_months)


def contacts(case: Case) -> Iterator[Hit]:
    steps = case.steps
    if steps.activist_on is None:
        return
    edition = edition_on(steps.activist_on)
    limit = f"{edition.contacts_least}-{edition.contacts_most}"
    if steps.contacts is None:
        yield case.hit(edition, "contacts", "contacts", limit, grade=MISSING)
    elif not edition.contacts_least <= steps.contacts <= edition.contacts_most:
        yield case.hit(edition, "contacts", "contacts", limit, steps.contacts)


def review(case: Case) -> Iterator[Hit]:
    """Activists are reviewed every half-year, until they are development objects."""
    steps = case.steps
    if steps.activist_on is None or steps.candidate_on is not None:
        return
    last = max(steps.activist_on, steps.reviewed_on or steps.activist_on)
    edition = edition_on(last)
    limit = add_months(last, edition.review_months)
    if edition.review_months and case.on > limit:
        yield case.hit(edition, "review", "reviewed_on", limit, grade=LATE)


def activist_year(case: Case) -> Iterator[Hit]:
    steps = case.steps
    if steps.activist_on is None or steps.candidate_on is None:
        return
    edition = edition_on(steps.candidate_on)
    earliest = add_months(steps.activist_on, edition.activist_months)
    if steps.candidate_on < earliest:
        yield case.hit(edition, "activist", "candidate_on", earliest, steps.candidate_on)


def publicity(case: Case) -> Iterator[Hit]:
    """So many working days, all before the day on which somebody is listed."""
    steps = case.steps
    if steps.candidate_on is None:
        return
    edition = edition_on(steps.candidate_on)
    wanted = edition.publicity_workdays
    if not wanted:
        return
    if steps.publicity_from is None or steps.publicity_to is None:
        yield case.hit(edition, "publicity", "publicity_to", wanted, grade=MISSING)
        return
    last = min(steps.publicity_to, steps.candidate_on - ONE_DAY)
    shown = max(0, workdays_between(steps.publicity_from - ONE_DAY, last, case.adjusted))
    if shown < wanted:
        yield case.hit(edition, "publicity", "publicity_to", wanted, shown)
