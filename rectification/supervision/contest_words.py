"""How results of contests read: awards, bands, groups, what is missing."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rectification.supervision.rules.contest import Gap
from rectification.supervision.rules.contest_awards import Award, Band

AWARDS = {
    Award.FIRST: gettext_lazy("一等奖"),
    Award.SECOND: gettext_lazy("二等奖"),
    Award.THIRD: gettext_lazy("三等奖"),
    Award.NONE: gettext_lazy("未获奖"),
}
BANDS = {
    Band.GOOD: gettext_lazy("好"),
    Band.FAIR: gettext_lazy("较好"),
    Band.PLAIN: gettext_lazy("一般"),
}
THIRDS = {1: gettext_lazy("一组"), 2: gettext_lazy("二组"), 3: gettext_lazy("三组")}
NAMED = 5


def part_word(*, at_speech: bool) -> str:
    """The part of the contest."""
    return _("演说") if at_speech else _("现场")


def choice_words(candidates: Iterable[Award]) -> str:
    """Awards that come into question."""
    return _("或").join(str(AWARDS[one]) for one in candidates)


def gap_words(gap: Gap, names: Mapping[int, str]) -> str:
    """Who has not scored what."""
    said = {
        "village": names[gap.entry], "judge": gap.judge, "part": part_word(at_speech=gap.at_speech),
        "aspects": "、".join(gap.aspects),
    }  # fmt: skip
    if not gap.judge:
        return _("%(village)s:%(part)s还没有评委打分") % said
    return _("%(village)s:%(judge)s没有给%(part)s“%(aspects)s”打分") % said


def all_gaps(gaps: Iterable[Gap], names: Mapping[int, str]) -> str:
    """The first few gaps in one sentence, and how many more there are."""
    told = [gap_words(one, names) for one in gaps]
    more = _(",另有 %d 处") % (len(told) - NAMED) if len(told) > NAMED else ""
    return f"{';'.join(told[:NAMED])}{more}。"
