"""What a batch achieved in sentences, as the county's notices write it: ready to paste."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from rectification.choices import WorkLine
from rectification.figures.acceptance import APPLIED, Fate
from rectification.figures.effect_parts import Effect, Group
from rectification.figures.effect_work import LISTED
from rectification.figures.effects import Effects
from villages.common.figures import Sentence

JOINT = "，"
Part = tuple[str, Effect | None]


def sentences(found: Effects) -> tuple[Sentence, ...]:
    """Sentences that have something to say; nothing is said where there is no data, nor of zeros.

    What villages did not file is said with the number that it is missing from.
    """
    told = (_acceptance, _teams, _built, _ranks, _problems, _works, _petitions)
    return tuple(one for each in told if (one := each(found)) is not None)


def paragraph(found: Effects) -> str:
    """All of them, one after the other."""
    return "".join(one.text for one in sentences(found))


def _acceptance(found: Effects) -> Sentence | None:
    parts = (
        (_("%(year)d年排查确定后进村{}个") % {"year": found.year}, found.get(LISTED)),
        (_("申请验收{}个"), found.get(APPLIED)),
        (_("验收合格{}个"), found.get(Fate.PASSED)),
        (_("验收不合格{}个"), found.get(Fate.FAILED)),
        (_("等待结论{}个"), found.get(Fate.PENDING)),
        (_("没有申请{}个"), found.get(Fate.NOT_APPLIED)),
    )
    return _sentence(parts)


def _teams(found: Effects) -> Sentence | None:
    day = _("截至%(y)d年%(m)d月%(d)d日，") % {
        "y": found.on.year, "m": found.on.month, "d": found.on.day,
    }  # fmt: skip
    parts = (
        (_("党组织班子健全的村{}个"), found.get("branch-complete")),
        (_("村委会班子健全的村{}个"), found.get("committee-complete")),
        (_("两个班子都健全的村{}个"), found.get("both-complete")),
    )
    return _sentence(parts, before=day)


def _built(found: Effects) -> Sentence | None:
    works = [one for one in found.of(Group.WORKS) if one.line == WorkLine.TEAM]
    return _sentence([_work(one) for one in works], before=_("整顿中"))


def _ranks(found: Effects) -> Sentence | None:
    villages = found.get("recruiting-villages")
    where = _("在%s个村") % _number(villages) if villages and villages.number else ""
    parts = (
        (_("有入党积极分子{}名"), found.get("activists")),
        (_("当年%(where)s发展党员{}名") % {"where": where}, found.get("recruits")),
        (_("有后备干部{}名"), found.get("reserve")),
    )
    return _sentence(parts)


def _problems(found: Effects) -> Sentence | None:
    parts = [(f"{one.name}{{}}" + _("个"), one) for one in found.of(Group.PROBLEMS)]
    return _sentence(parts, before=_("解决问题："), joint="、")


def _works(found: Effects) -> Sentence | None:
    works = [one for one in found.of(Group.WORKS) if one.line != WorkLine.TEAM]
    return _sentence([_work(one) for one in works], before=_("办实事："), joint="、")


def _petitions(found: Effects) -> Sentence | None:
    """No petition is said only of villages that filed."""
    one = found.get("petitions")
    if one is None or one.figure.is_missing:
        return None
    if one.number:
        return _sentence([(_("当年发生信访{}件"), one)])
    text = _("当年已登记的月份没有信访") + _gap(one.figure.missing)
    return Sentence(f"{text}。", (one.figure.code,))


def _work(one: Effect) -> Part:
    return f"{one.name}{{}}{one.figure.unit}", one


def _sentence(parts: Iterable[Part], *, before: str = "", joint: str = JOINT) -> Sentence | None:
    """The numbers that are not zero in their words."""
    told = [(words, one) for words, one in parts if one and one.number]
    if not told:
        return None
    gaps = [one.figure.missing for _words, one in told]
    # What several numbers in a row lack is said once, behind the last of them.
    said = [gap if gap != after else () for gap, after in zip(gaps, [*gaps[1:], ()], strict=True)]
    text = joint.join(
        words.replace("{}", _number(one)) + _gap(gap)
        for (words, one), gap in zip(told, said, strict=True)
    )
    return Sentence(f"{before}{text}。", tuple(one.figure.code for _words, one in told))


def _number(one: Effect) -> str:
    """Without separators, as notices write numbers."""
    return f"{one.number:f}" if not isinstance(one.number, int) else str(one.number)


def _gap(missing: tuple[str, ...]) -> str:
    return _("（另有%d个村没有登记，未计入）") % len(missing) if missing else ""
