"""Why of the county's own rules, in words."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from rectification.warnings.rules.measures import Bad
from rectification.warnings.sentences.numbers import limit_text


def _amount(title: str, found: Mapping[str, Any]) -> str:
    limit = limit_text(Bad(found["side"]), found["limit"], found["unit"])
    value = f"{found['value']}{found['unit']}"
    return _("%(title)s:%(value)s,%(limit)s") % {"title": title, "value": value, "limit": limit}


def _rank(title: str, found: Mapping[str, Any]) -> str:
    words = {"title": title, "value": found["value"], "limit": found["limit"]}
    return _("%(title)s:排在全县后 %(value)s%%,标准为后 %(limit)s%%") % words


def _run(title: str, found: Mapping[str, Any]) -> str:
    words = {"title": title, "count": found["value"], "limit": found["limit"]}
    return _("%(title)s:连续 %(count)s 期不达标,达到 %(limit)s 期") % words


def _count(title: str, found: Mapping[str, Any]) -> str:
    words = {"title": title, "count": found["value"], "limit": found["limit"]}
    told = _("%(title)s:%(count)s 项未达标,达到 %(limit)s 项") % words
    return f"{told}({found['names']})"


def _listed(title: str, found: Mapping[str, Any]) -> str:
    words = {"title": title, "name": found["names"], "value": found["value"]}
    return _("%(title)s:%(name)s(%(value)s)") % words


_TELLERS: dict[str, Callable[[str, Mapping[str, Any]], str]] = {
    "threshold": _amount, "rate": _amount, "rank": _rank, "run": _run, "count": _count,
    "listed": _listed,
}  # fmt: skip


def told(title: str, evidence: Mapping[str, Any]) -> str:
    """A finding of a declared rule as a clause; KeyError where the evidence is of no kind."""
    return _TELLERS[str(evidence["kind"])](title, evidence)
