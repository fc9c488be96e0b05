"""Why of the rule about people posted to a village (W15), in words."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _


def _away(evidence: Mapping[str, Any]) -> str:
    if evidence["why"] == "absent":
        return _("第一书记抽查无故不在岗 %(absences)s 次") % evidence
    said = _("第一书记当月驻村 %(days)s 天,少于 %(limit)s 天") % evidence
    if evidence["months"] < 2:
        return said
    return _("%(said)s,连续 %(months)s 个月不足") % {**evidence, "said": said}


Teller = Callable[[Mapping[str, Any]], str]
TELLERS: dict[str, Teller] = {"W15": _away}
