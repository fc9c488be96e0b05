"""What the closing of a month means for questions: they are no verdicts and leave nothing."""

from typing import Any

from rectification.warnings.actions.questions import drop_unconfirmed
from villages.common.registries import ClosingSource


def _drop(county: str, month: Any, by: Any) -> None:
    drop_unconfirmed(county, month, by)


CLOSING = (ClosingSource("questions", _drop),)
