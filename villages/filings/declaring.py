"""What the monthly form may ask, declared by the apps that own the ledgers.

An app's `inputs.py` holds `SOURCES`, a tuple of `InputSource`: one for each ledger, with the
inputs that land in it. The form never keeps a second copy: a filed value is written into the
ledger of its owner, with the filing as source, and read from there.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps

from villages.common.columns import Kind
from villages.common.periods import Month
from villages.filings.recalling import Recall, Recalled

# Values by input key, of one village; and of many, by primary key of the village.
Answers = Mapping[str, Any]
Stated = Mapping[int, Answers]
# What is wrong, in words, by village and input key.
Faults = Mapping[tuple[int, str], str]


# The source text of a row that a filing wrote begins with this; the receipt's number follows.
FILED = "填报 "


@dataclass(frozen=True, eq=False)
class FilingInput:
    """One number or answer that a month asks of every village.

    Money is in fen, a date an ISO text. `cumulative` values count from January and may not fall
    without a sentence. `most` is the largest believable value, `places` the decimals of a
    DECIMAL. A number that is not `compared` is never odd, a day of the month, say. `seconds` is
    what filling it in takes while nobody has measured it. `used_by` names the figures, rules and
    reports that read it, for people; an input that names none is shown to the county as one that
    perhaps nobody needs. `months` is the rhythm in which the thing itself comes round: what is held
    once a quarter is asked every month, and said of the quarter.
    """

    key: str
    label: Any
    kind: Kind
    definition: Any
    owner: Any
    unit: Any = ""
    basis: Any = ""
    choices: tuple[tuple[str, Any], ...] = ()
    most: int | None = None
    cumulative: bool = False
    places: int = 0
    seconds: int = 10
    compared: bool = True
    used_by: tuple[Any, ...] = ()
    months: int = 1


@dataclass(frozen=True)
class Derived:
    """Something that a ledger knows of a village's month: shown beside the form, never asked."""

    label: Any
    text: str
    ledger: Any


# By primary key of the village, in the order of showing.
Known = Mapping[int, Sequence[Derived]]


@dataclass(frozen=True)
class Landing:
    """Answers of many villages on their way into one ledger.

    `source` is the text that each row names as its source; `filings` the uid of the filing with
    which each village's answers came; `on` the day of handing in.
    """

    county: str
    month: Month
    answers: Stated
    filings: Mapping[int, str]
    source: str
    by: Any
    on: date | None = None


def _no_faults(_answers: Stated, _month: Month) -> Faults:
    return {}


def _nothing_known(_villages: Sequence[int], _month: Month) -> Known:
    return {}


def _none_made(_county: str) -> tuple[FilingInput, ...]:
    return ()


@dataclass(frozen=True, eq=False)
class InputSource:
    """A ledger as the form knows it.

    `read(villages, month)` gives what it states for exactly this month, `last` what it stated
    before (the prefill): only villages and inputs with a statement, in one or two queries for
    any number of villages. `land` writes answers and says nothing twice: an equal statement is
    left alone. `lift` takes back what these filings wrote. Both are set-based and run inside
    the caller's transaction. `series(villages, months)` gives values by month number for soft
    checks; a ledger that can answer all three questions in one query does so in `recall`.
    `check(villages' answers, month)` says in words, by village and input, what the ledger could
    not take.

    A ledger whose inputs a county makes itself gives those through `made(county)`; their keys
    begin with `prefix`, and `inputs` is empty. `derived(villages, month)` tells what the app
    knows and the form therefore does not ask.
    """

    key: str
    inputs: tuple[FilingInput, ...]
    read: Callable[[Sequence[int], Month], Stated]
    last: Callable[[Sequence[int], Month], Stated]
    land: Callable[[Landing], None]
    lift: Callable[[Landing], None]
    series: Callable[[Sequence[int], Sequence[Month]], Mapping[int, Stated]]
    check: Callable[[Stated, Month], Faults] = _no_faults
    made: Callable[[str], tuple[FilingInput, ...]] = _none_made
    prefix: str = ""
    derived: Callable[[Sequence[int], Month], Known] = _nothing_known
    recall: Recall | None = None

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(one.key for one in self.inputs)

    def owns(self, key: str) -> bool:
        """Whether an input is this ledger's."""
        return key in self._keys or bool(self.prefix and key.startswith(self.prefix))

    def recalled(
        self, villages: Sequence[int], month: Month, seasons: Sequence[Month] = ()
    ) -> Recalled:
        """What it states for the month, before it, and in these earlier months."""
        if self.recall:
            return self.recall(villages, month, seasons)
        earlier = self.series(villages, seasons) if seasons else {}
        return Recalled(self.read(villages, month), self.last(villages, month), earlier)


@cache
def sources() -> tuple[InputSource, ...]:
    """All sources of all apps, found once, in the order of installed apps."""
    found: list[InputSource] = []
    for config in apps.get_app_configs():
        name = f"{config.name}.inputs"
        if find_spec(name):
            found.extend(getattr(import_module(name), "SOURCES", ()))
    return tuple(found)


@cache
def inputs() -> dict[str, FilingInput]:
    """All inputs by key; the same key twice is a programming error."""
    found: dict[str, FilingInput] = {}
    for source in sources():
        for one in source.inputs:
            if one.key in found:
                raise ValueError(f"two inputs are called {one.key}")
            found[one.key] = one
    return found


def inputs_of(county: str) -> dict[str, FilingInput]:
    """What may be asked in a county: every app's inputs and those that it made itself.

    One query for each ledger with inputs of the county's own.
    """
    made = (one for source in sources() for one in source.made(county))
    return inputs() | {one.key: one for one in made}


def inputs_named(county: str, keys: Collection[str]) -> dict[str, FilingInput]:
    """What may be asked in a county, as far as these keys need it: no query without own inputs."""
    known = inputs()
    return known if all(key in known for key in keys) else inputs_of(county)
