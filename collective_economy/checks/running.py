"""All questions of a territory and month, with the answers that were given."""

from collections.abc import Iterator
from dataclasses import dataclass

from collective_economy.checks.catalogue import CHECKS, Check
from collective_economy.checks.facts import CheckFacts, Hit, Limits
from collective_economy.checks.gathering import gather
from collective_economy.checks.limits import limits
from collective_economy.models import CheckAnswer
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.models import Village


@dataclass(frozen=True)
class Asked:
    """One question to one village, and its answer if there is one."""

    village: Village
    check: Check
    hit: Hit
    answer: CheckAnswer | None

    @property
    def state(self) -> str:
        """open, answered, sent_back or accepted."""
        if self.answer is None:
            return "open"
        if self.answer.accepted_on:
            return "accepted"
        return "sent_back" if self.answer.sent_back else "answered"


def questions(scope: Scope, county: str, month: Month) -> list[Asked]:
    """Every question of the month, by village, then in the order of the catalogue.

    Nothing is stored of a question but its answer: it is computed again each time and is gone
    when its ground is. It feeds no score. Two queries beside those of `gather`.
    """
    villages = Village.objects.in_scope(scope).in_county(county).select_related("township")
    places = villages.in_bulk()
    answers = {
        (one.village_id, one.code): one
        for one in CheckAnswer.objects.in_scope(scope).in_county(county).filter(month=month.number)
    }
    allowed = limits(county, month.end)
    return [
        Asked(places[facts.village], check, hit, answers.get((facts.village, check.code)))
        for facts in gather(scope, county, month)
        for check, hit in judge(facts, allowed)
    ]


def judge(facts: CheckFacts, allowed: Limits) -> Iterator[tuple[Check, Hit]]:
    """The checks that have a question about these facts."""
    for check in CHECKS:
        if hit := check.judge(facts, allowed):
            yield check, hit
