"""Whether a receipt still says what it said: judged again from what is stored in it alone."""

from dataclasses import dataclass

from rectification.warnings.judging import Judged, replayed
from rectification.warnings.models import VillageWarning
from rectification.warnings.rules_in_force import Rules
from rectification.warnings.standing import Standing


@dataclass(frozen=True)
class Replayed:
    """The outcome of judging again, and whether colour, reasons and digest are those stored."""

    colour: str
    is_equal: bool
    digest: str
    is_untouched: bool


def replay_of(warning: VillageWarning, rules: Rules) -> Replayed:
    """By the rules that judged it; no query."""
    outcome = replayed(warning, rules)
    equal = (outcome.colour, outcome.reasons) == (warning.colour, warning.reasons)
    again = Judged(
        warning.village_id, "", warning.township_code, outcome, warning.facts,
        Standing.from_json(warning.standing),
    )  # fmt: skip
    return Replayed(outcome.colour, equal, again.digest, again.digest == warning.digest)
