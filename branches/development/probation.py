"""Rules from acceptance as a probationary member to full membership. Pure."""

from collections.abc import Iterator
from datetime import timedelta

from branches.development.case import LATE, MISSING, Case, Hit
from branches.development.editions import edition_on
from villages.common.calendar_months import add_months


def introducers(case: Case) -> Iterator[Hit]:
    steps = case.steps
    if steps.assembly_on is None:
        return
    edition = edition_on(steps.assembly_on)
    if steps.introducers is None:
        yield case.hit(edition, "introducers", "introducers", edition.introducers, grade=MISSING)
    elif steps.introducers < edition.introducers:
        yield case.hit(
            edition, "introducers", "introducers", edition.introducers, steps.introducers
        )


def training(case: Case) -> Iterator[Hit]:
    """Three days or 24 class-hours: one of them is enough."""
    steps = case.steps
    if steps.assembly_on is None:
        return
    edition = edition_on(steps.assembly_on)
    limit = f"{edition.training_days}/{edition.training_hours}"
    if steps.training_days is None and steps.training_hours is None:
        yield case.hit(edition, "training", "training_hours", limit, grade=MISSING)
        return
    days, hours = steps.training_days or 0, steps.training_hours or 0
    if days < edition.training_days and hours < edition.training_hours:
        yield case.hit(edition, "training", "training_hours", limit, f"{days}/{hours}")


def assembly(case: Case) -> Iterator[Hit]:
    start = case.steps.pre_review_on
    if start is not None:
        edition = edition_on(start)
        yield from case.by(edition, "assembly", "assembly_on", start, edition.assembly_months)


def approval(case: Case) -> Iterator[Hit]:
    """Approved within three months; in special cases later, but never after six."""
    start = case.steps.assembly_on
    if start is None:
        return
    edition = edition_on(start)
    found = list(case.by(edition, "approval_limit", "approved_on", start, edition.approval_limit))
    later = case.by(edition, "approval", "approved_on", start, edition.approval_months)
    yield from found or later


def oath(case: Case) -> Iterator[Hit]:
    start = case.steps.approved_on
    if start is not None:
        edition = edition_on(start)
        yield from case.by(edition, "oath", "oath_on", start, edition.oath_months)


def prolong(case: Case) -> Iterator[Hit]:
    steps = case.steps
    if steps.assembly_on is None or steps.prolonged_months is None:
        return
    edition = edition_on(steps.assembly_on)
    if not edition.prolong_most:
        return
    if not edition.prolong_least <= steps.prolonged_months <= edition.prolong_most:
        limit = f"{edition.prolong_least}-{edition.prolong_most}"
        yield case.hit(edition, "prolong", "prolonged_months", limit, steps.prolonged_months)


def probation(case: Case) -> Iterator[Hit]:
    """Turned on time: the assembly about it is held around the end of probation."""
    steps = case.steps
    if steps.assembly_on is None or steps.cancelled_on is not None:
        return
    edition = edition_on(steps.assembly_on)
    months = edition.probation_months + (steps.prolonged_months or 0)
    end = add_months(steps.assembly_on, months)
    around, held = timedelta(days=edition.probation_days), steps.formal_assembly_on
    limit = f"{end}±{edition.probation_days}"
    if held is not None and abs(held - end) > around:
        yield case.hit(edition, "probation", "formal_assembly_on", limit, held)
    if held is None and case.on > end + around:
        yield case.hit(edition, "probation", "formal_assembly_on", limit, grade=LATE)


def turning(case: Case) -> Iterator[Hit]:
    start = case.steps.formal_assembly_on
    if start is not None:
        edition = edition_on(start)
        yield from case.by(edition, "turning", "formal_approved_on", start, edition.turning_months)
