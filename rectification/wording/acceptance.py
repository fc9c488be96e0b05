"""The judgement of an acceptance in words, with its numbers."""

from collections.abc import Callable
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.rules.acceptance import Hurdle, Judgement, Outcome
from villages.common.shares import share_text

LABELS = {
    Hurdle.VETO: gettext_lazy("一票否决"),
    Hurdle.SCORE: gettext_lazy("得分"),
    Hurdle.VOTES: gettext_lazy("有效票"),
    Hurdle.SATISFIED: gettext_lazy("满意和基本满意"),
    Hurdle.DISSATISFIED: gettext_lazy("不满意"),
}


def reasons(judgement: Judgement) -> str:
    """Why it is not passed: every hurdle that was missed, parted by semicolons; "" if none was."""
    return ";".join(_missed(one, judgement) for one in judgement.missed)


def missing(judgement: Judgement) -> str:
    """What is not filled in yet, parted by commas; "" if nothing is missing."""
    return "、".join(str(LABELS[one.hurdle]) for one in judgement.outcomes if one.passed is None)


def line(outcome: Outcome, judgement: Judgement) -> tuple[str, str, str, bool | None]:
    """One line of the judgement: what is looked at, what was found, what is asked, met or not."""
    label = str(LABELS[outcome.hurdle])
    return label, _found(outcome, judgement), _wanted(outcome), outcome.passed


def plain(number: Decimal | int | None) -> str:
    """A number without superfluous zeros: 80, 79.5."""
    if number is None:
        return "—"
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _found(one: Outcome, judgement: Judgement) -> str:
    if one.hurdle == Hurdle.VETO:
        return "、".join(judgement.vetoes) or _("没有")
    if one.found is None:
        return "—"
    if one.hurdle in (Hurdle.SATISFIED, Hurdle.DISSATISFIED):
        return share_text(int(one.found), one.base or 0)
    if one.hurdle == Hurdle.VOTES:
        return _("%(found)s 票") % {"found": one.found}
    return _("%(found)s 分") % {"found": plain(one.found)}


def _wanted(one: Outcome) -> str:
    wanted = plain(one.wanted)
    words = {
        Hurdle.VETO: _("没有否决情形"),
        Hurdle.SCORE: _("不低于 %s 分") % wanted,
        Hurdle.VOTES: _("不少于 %s 票") % wanted,
        Hurdle.SATISFIED: _("不低于 %s%%") % wanted,
        Hurdle.DISSATISFIED: _("不超过 %s%%") % wanted,
    }
    return words[one.hurdle]


def _missed(one: Outcome, judgement: Judgement) -> str:
    return _MISSED[one.hurdle](one, judgement)


def _veto(_one: Outcome, judgement: Judgement) -> str:
    return _("一票否决:%s") % "、".join(judgement.vetoes)


def _score(one: Outcome, _judgement: Judgement) -> str:
    numbers = {"found": plain(one.found), "wanted": plain(one.wanted)}
    return _("得分 %(found)s 分,低于合格分 %(wanted)s 分") % numbers


def _votes(one: Outcome, _judgement: Judgement) -> str:
    numbers = {"found": one.found, "wanted": one.wanted, "base": one.base}
    return _("有效票 %(found)s 票,少于 %(wanted)s 票(应到 %(base)s 人)") % numbers


def _satisfied(one: Outcome, _judgement: Judgement) -> str:
    numbers = {"found": _found(one, _judgement), "wanted": plain(one.wanted)}
    return _("满意和基本满意 %(found)s,低于 %(wanted)s%%") % numbers


def _dissatisfied(one: Outcome, _judgement: Judgement) -> str:
    numbers = {"found": _found(one, _judgement), "wanted": plain(one.wanted)}
    return _("不满意 %(found)s,超过 %(wanted)s%%") % numbers


_MISSED: dict[Hurdle, Callable[[Outcome, Judgement], str]] = {
    Hurdle.VETO: _veto,
    Hurdle.SCORE: _score,
    Hurdle.VOTES: _votes,
    Hurdle.SATISFIED: _satisfied,
    Hurdle.DISSATISFIED: _dissatisfied,
}
