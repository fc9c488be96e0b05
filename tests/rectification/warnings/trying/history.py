"""A made-up history: months of receipts as evaluations would have left them."""

from collections.abc import Iterator
from dataclasses import fields
from random import Random
from typing import Any

from rectification.warnings.actions.evaluating import _COLUMNS, _values
from rectification.warnings.actions.rule_sets import install_default_rules
from rectification.warnings.judgement import Outcome, is_found
from rectification.warnings.judging import Judged, outcome_of
from rectification.warnings.models import Evaluation, VillageWarning
from rectification.warnings.rules import RULES, VillageFacts
from rectification.warnings.rules_in_force import Rules, default_rules
from rectification.warnings.standing import Held, Standing
from villages.accounts.actors import COMMAND_LINE
from villages.accounts.models.fields import new_uid
from villages.common.periods import Month
from villages.db import bulk
from villages.models import Village

COUNTY = "999901"
_SITUATIONS = ("red", "yellow", "yellow", "unknown", "green")
_PLAIN = {
    one.name: one.default for one in fields(VillageFacts) if one.name not in {"months", "own"}
}


def situations() -> dict[str, dict[str, dict[str, Any]]]:
    """By rule and colour the fields of its examples."""
    return {
        rule.code: {
            colour: _fields(getattr(rule.examples, colour))
            for colour in ("red", "yellow", "green", "unknown")
        }
        for rule in RULES
    }


def _fields(facts: VillageFacts) -> dict[str, Any]:
    return {name: value for name, value in facts.to_json().items() if name != "months"}


def months(last: Month, count: int) -> list[Month]:
    """So many months up to one, the oldest first."""
    return [last.shift(-back) for back in reversed(range(count))]


def life(seed: int, over: list[Month], rules: Rules) -> Iterator[tuple[Month, Judged]]:
    """One village: troubles come and go, some are lowered by a person, rules are exempt at times.
    The same seed gives the same life on every machine."""
    random, known = Random(seed), situations()
    facts: dict[str, Any] = {}
    for parts in known.values():
        facts |= parts["green"]
    standing = Standing()
    for month in over:
        for code in sorted(known):
            if random.random() < 0.06:
                cleaned = {name: _PLAIN[name] for part in known[code].values() for name in part}
                facts |= {**cleaned, **known[code][random.choice(_SITUATIONS)]}
        # Now and then a village files nothing at all.
        known_now = {} if random.random() < 0.03 else facts
        told = VillageFacts(**{**known_now, "months": month.month})
        outcome = outcome_of(told, standing, rules, month)
        yield month, Judged(seed, "", "", outcome, told.to_json(), standing)
        standing = _following(random, outcome, standing, month, over)


def _following(
    random: Random, outcome: Outcome, before: Standing, month: Month, over: list[Month]
) -> Standing:
    """What comes into the next month: events not lowered, now and then an exemption."""
    held = dict(before.held)
    for one in outcome.reasons:
        code = one["rule"]
        if one["level"] not in {"red", "yellow"} or code.startswith("C"):
            continue
        known = held.get(code)
        since = known.since if known else month.number
        if is_found(one):
            held[code] = Held(one["level"], since, observed=False)
    lowered = [code for code in sorted(held) if random.random() < 0.3]
    for code in lowered:
        red = held[code].level == "red" and random.random() < 0.5
        if red:
            held[code] = Held("red", held[code].since, observed=True)
        else:
            del held[code]
    exempt = frozenset({"W22"}) if random.random() < 0.02 else frozenset()
    override = "yellow" if random.random() < 0.01 else ""
    return Standing(
        held, frozenset(), exempt, override, bool(set(lowered) - set(held)), outcome.red_months,
        outcome.yellow_months,
    )  # fmt: skip


def store(villages: list[Village], over: list[Month], *, seed: int = 1) -> list[Judged]:
    """Lives of these villages as rows; one evaluation for all. Returns what was stored, in the
    order of villages and months."""
    rules = default_rules()
    row = install_default_rules(by=COMMAND_LINE)
    run = Evaluation.objects.create(
        county_code=villages[0].county_code, month=over[-1].number, rule_set=row,
        villages=len(villages), red=0, yellow=0, green=0, grey=0, rows_written=0, digest="",
    )  # fmt: skip
    told: list[Judged] = []
    rows: list[tuple[Any, ...]] = []
    for place, one in enumerate(villages):
        for month, judged in life(seed + place, over, rules):
            told.append(judged)
            values = list(_values(judged, row.pk, run))
            values[_COLUMNS.index("township_code") - 4] = one.code[:9]
            rows.append((new_uid(), one.pk, one.county_code, month.number, *values))
    bulk.insert(VillageWarning, _COLUMNS, rows)
    return told
