"""What a line of the decisions is called."""

from typing import Any

from django.utils.translation import gettext as _

from rectification.supervision.choices import OrderKind
from rectification.warnings.choices import DecisionKind
from rectification.warnings.states import BY_KEY

_PAPER = "paper-"
_BAD = frozenset({
    DecisionKind.RAISED, DecisionKind.WORSENED, DecisionKind.RELAPSED, "reject",
    DecisionKind.FALSE_ALARM_REFUSED,
})  # fmt: skip
_GOOD = frozenset({"verify-yellow", "lower", "observed", DecisionKind.TURNED_GOOD, "withdraw"})


def label_of(kind: str) -> Any:
    """A step's label, a paper by its kind, or what else was decided."""
    if kind in BY_KEY:
        return BY_KEY[kind].label
    if kind.startswith(_PAPER):
        return _("起草%s") % OrderKind(kind.removeprefix(_PAPER)).label
    return DecisionKind(kind).label if kind in DecisionKind.values else kind


def tone_of(kind: str) -> str:
    """How the line looks: bad news, good news, or neither."""
    if kind in _BAD:
        return "bad"
    return "done" if kind in _GOOD else "info"
