"""Why a village has its colour, in words; made when read, never stored."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from rectification.warnings.rules import by_code
from rectification.warnings.sentences import (
    affairs,
    branches,
    economy,
    own,
    stationed,
    teams,
    waiting,
    work,
)

_TELLERS = {
    **teams.TELLERS, **stationed.TELLERS, **branches.TELLERS, **affairs.TELLERS,
    **economy.TELLERS, **work.TELLERS,
}  # fmt: skip
# An unknown whose evidence still says something worth reading, by `why`.
_TOLD_THOUGH_UNKNOWN = frozenset({"since_unknown"})


def reason(found: Mapping[str, Any], titles: Mapping[str, str] | None = None) -> str:
    """One finding as a clause without full stop: “书记空缺 45 天”.

    `found` is an entry of a receipt: rule, level, evidence. `titles` names the county's own rules
    by code. A rule that no longer exists, or evidence of another shape, is told by its name.
    """
    code, evidence = found["rule"], found["evidence"]
    if code in waiting.TELLERS:
        return waiting.TELLERS[code](evidence)
    title = (titles or {}).get(code) or (by_code()[code].title if code in by_code() else code)
    if still := waiting.waiting(found):
        return _("%(title)s:%(still)s") % {"title": title, "still": still}
    unsaid = evidence.get("why") not in _TOLD_THOUGH_UNKNOWN
    if unsaid and "unknown" in (found["level"], found.get("found")):
        return _("%(title)s:缺少数据") % {"title": title}
    return _set_aside(found, _told(code, title, evidence))


def _told(code: str, title: str, evidence: Mapping[str, Any]) -> str:
    teller = _TELLERS.get(code)
    try:
        if teller:
            return teller(evidence)
        return own.told(title, evidence) if "kind" in evidence else title
    except KeyError:
        return title


def _set_aside(found: Mapping[str, Any], told: str) -> str:
    """What does not count for the colour is said to be so."""
    words = {"exempt": _("%s(豁免,不计入)"), "cleared": _("%s(已认定误报,不计入)")}
    return words[found["level"]] % told if found["level"] in words else told
