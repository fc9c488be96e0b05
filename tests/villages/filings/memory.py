"""A ledger that lives in memory, so that filing is tested without any real one."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import pytest

from villages.common.columns import Kind
from villages.common.periods import Month
from villages.filings import declaring
from villages.filings.declaring import FilingInput, InputSource, Landing, Stated
from villages.filings.models import FormLine, ReportForm

VISITS = FilingInput(
    "test.visits", "走访户数", Kind.INTEGER, "当月走访的户数", "县委组织部", unit="户", most=5000
)
RENT = FilingInput(
    "test.rent", "租金收入", Kind.YUAN, "一月至本月累计到账租金", "县农业农村局",
    cumulative=True, most=10**14,
)  # fmt: skip
HELD = FilingInput("test.held", "召开党员大会", Kind.BOOLEAN, "当月是否召开", "县委组织部")


class Memory:
    """Statements by village and month, with the filing that wrote them."""

    def __init__(self) -> None:
        self.rows: dict[tuple[int, int], dict[str, Any]] = defaultdict(dict)
        self.written: dict[tuple[int, int], str] = {}
        self.sources: list[str] = []

    def source(self) -> InputSource:
        """The ledger as the form knows it."""
        return InputSource(
            "test", (VISITS, RENT, HELD), self.read, self.last, self.land, self.lift, self.series
        )

    def read(self, villages: Sequence[int], month: Month) -> Stated:
        """What is stated for the month."""
        return {pk: self.rows[pk, month.number] for pk in villages if self.rows[pk, month.number]}

    def last(self, villages: Sequence[int], month: Month) -> Stated:
        """What was stated for the month before."""
        return self.read(villages, month.previous())

    def land(self, landing: Landing) -> None:
        """Keeps the answers."""
        self.sources.append(landing.source)
        for pk, answers in landing.answers.items():
            self.rows[pk, landing.month.number].update(answers)
            self.written[pk, landing.month.number] = landing.filings[pk]

    def lift(self, landing: Landing) -> None:
        """Takes back what these filings wrote."""
        for pk, uid in landing.filings.items():
            if self.written.get((pk, landing.month.number)) == uid:
                self.rows[pk, landing.month.number] = {}

    def series(self, villages: Sequence[int], months: Sequence[Month]) -> dict[int, Stated]:
        """Values by month."""
        return {month.number: self.read(villages, month) for month in months}


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> Iterator[Memory]:
    """The only ledger there is."""
    kept = Memory()
    found = (kept.source(),)
    for name in (
        "villages.filings.figures.sheet", "villages.filings.weighing",
        "villages.filings.actions.submitting", "villages.filings.actions.withdrawing",
    ):  # fmt: skip
        monkeypatch.setattr(f"{name}.sources", lambda: found)
    monkeypatch.setattr(declaring, "sources", lambda: found)
    declaring.inputs.cache_clear()
    yield kept
    declaring.inputs.cache_clear()


def asks(county: str, *inputs: FilingInput) -> ReportForm:
    """A form in force that asks these inputs."""
    form = ReportForm.objects.create(
        county_code=county, number="青组表〔2026〕1号", title="村级月度填报表", owner="县委组织部",
        basis="青组发〔2026〕2号", valid_from=date(2024, 1, 1), valid_to=date(2027, 12, 31),
    )  # fmt: skip
    for position, one in enumerate(inputs):
        FormLine.objects.create(
            form=form, county_code=county, input_key=one.key, position=position,
            valid_from=date(2024, 1, 1),
        )  # fmt: skip
    return form
