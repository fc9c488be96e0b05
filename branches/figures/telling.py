"""What is known of party organizations, told as figures."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from branches.choices import HOLDS_MEMBERS, BranchKind
from branches.figures.life import Life
from branches.figures.recruitment import Recruits
from branches.figures.sizes import OVERSIZED, Size
from branches.figures.structure import Part, Structure
from branches.figures.terms import DUE, EXTENDED, OVERDUE, Term
from branches.meeting_rules import Verdict
from villages.common.figures import Figure, Missing, Value


def of_kinds(kinds: Counter[str]) -> Iterator[Figure]:
    """How many organizations there are, all and by kind."""
    source = _("党组织台账")
    yield Figure(
        "branches.all", _("党组织"), kinds.total(), _("个"), source=source,
        definition=_("当日存在的全部党组织,不含已撤销的。"),
    )  # fmt: skip
    for kind in BranchKind:
        yield Figure(
            f"branches.{kind}", str(kind.label), kinds[kind], _("个"), source=source,
            definition=_("当日存在的%s。") % kind.label,
        )  # fmt: skip


def of_members(structure: Structure) -> Iterator[Figure]:
    """Members and their shares."""
    yield _sum("members.formal", _("正式党员"), structure.parts["formal"])
    yield _sum("members.probationary", _("预备党员"), structure.parts["probationary"])
    shares = (
        ("women", _("女党员占比")),
        ("minority", _("少数民族党员占比")),
        ("to_35", _("35岁及以下占比")),
        ("from_60", _("60岁及以上占比")),
        ("college_up", _("大专及以上占比")),
        ("floating", _("流动党员占比")),
        ("five_star", _("五星党员占比")),
        ("pioneer", _("先锋党员占比")),
        ("dues_paid", _("已缴清党费占比")),
    )
    for name, label in shares:
        part = structure.parts[name]
        yield Figure.of_share(
            f"members.{name}_share", label, part.count, part.whole,
            missing=part.missing, source=_("党员数台账"),
            definition=_("分母为已填该项的党组织的正式党员与预备党员之和;未填的村列为缺报。"),
        )  # fmt: skip


def _sum(code: str, label: str, part: Part) -> Figure:
    value: Value = part.count if part.known else Missing.NOT_FILED
    return Figure(
        code, label, value, _("人"), missing=part.missing, source=_("党员数台账"),
        definition=_("各党支部、联合党支部最近一次党员数之和;功能型等党组织的党员不重复计算。"),
    )  # fmt: skip


def of_sizes(found: list[Size]) -> Iterator[Figure]:
    """Shell and oversized branches."""
    single = [one for one in found if one.kind in HOLDS_MEMBERS]
    gaps = tuple(sorted({one.village_code for one in single if one.members is None}))
    known = sum(one.members is not None for one in single)
    source = _("党组织、党员数和组织生活台账")
    yield Figure(
        "sizes.shell", _("空壳支部"), _or_gap(sum(one.is_shell for one in single), known), _("个"),
        missing=gaps, source=source,
        definition=_("正式党员不足规定人数,或规定月数内每月都报明没有开展活动的党支部。"),
    )  # fmt: skip
    yield Figure(
        "sizes.oversized", _("超大支部"),
        _or_gap(sum(OVERSIZED in one.reasons for one in single), known), _("个"),
        missing=gaps, source=source, definition=_("正式党员超过规定人数的党支部。"),
    )  # fmt: skip


def _or_gap(count: int, known: int) -> Value:
    return count if known else Missing.NOT_FILED


def of_terms(ends: list[Term]) -> Iterator[Figure]:
    """Terms that need somebody."""
    states = Counter(one.state for one in ends)
    gaps = tuple(sorted({one.village_code for one in ends if one.due_on is None}))
    words = (
        (DUE, _("即将届满"), _("在提醒期内届满,尚未换届。")),
        (OVERDUE, _("届满未换届"), _("已过届满日期,且没有在有效期内的延期批准。")),
        (EXTENDED, _("经批准延期"), _("已过届满日期,延期批准仍在有效期内。")),
    )
    known = sum(one.due_on is not None for one in ends)
    for state, label, definition in words:
        yield Figure(
            f"terms.{state}", label, _or_gap(states[state], known), _("个"), missing=gaps,
            source=_("党组织台账"), definition=definition,
        )  # fmt: skip
    late = sum(one.by_election_overdue for one in ends)
    yield Figure(
        "terms.by_election_overdue", _("缺员超期未补选"), _or_gap(late, len(ends)), _("个"),
        source=_("党组织台账"), definition=_("缺员后超过规定月数仍未补选的党组织。"),
    )  # fmt: skip


def of_life(lives: list[Life]) -> Iterator[Figure]:
    """Of each branch and kind, the newest stretch that is over; unknown ones are gaps."""
    ended = [
        (one.village_code, next((v for v in told if v is not Verdict.RUNNING), None))
        for one in lives
        for told in one.verdicts.values()
    ]
    held = sum(verdict is Verdict.HELD for _code, verdict in ended)
    missed = sum(verdict is Verdict.MISSED for _code, verdict in ended)
    gaps = {code for code, verdict in ended if verdict is Verdict.UNKNOWN}
    yield Figure.of_share(
        "meetings.on_time", _("组织生活按期率"), held, held + missed,
        missing=tuple(sorted(gaps)), source=_("组织生活台账"),
        definition=_("各类组织生活最近一期中已开展的占比;没有填报的不计入分母,列为缺报。"),
    )  # fmt: skip
    known = [one.attendance for one in lives if one.attendance]
    yield Figure.of_share(
        "meetings.attendance", _("到会率"), sum(one.attended for one in known),
        sum(one.should_attend for one in known),
        missing=tuple(sorted({one.village_code for one in lives if not one.attendance})),
        source=_("组织生活台账"),
        definition=_("各党支部最近几次全体党员参加的组织生活,实到人数与应到人数之比。"),
    )  # fmt: skip


def of_recruits(found: list[Recruits], on: date, months: int) -> Iterator[Figure]:
    """People on the way into the party; `months` without anybody new are too many."""
    words = (
        ("activists", _("入党积极分子"), _("各村最近一个已报月份月末的人数之和。")),
        ("accepted", _("本年发展党员"), _("本年已报月份接收的预备党员之和。")),
    )
    for name, label, definition in words:
        values = [(one.code, {**one.stocks, **one.flows}[name]) for one in found]
        known = [value for _code, value in values if value is not None]
        yield Figure(
            f"recruits.{name}", label, _or_gap(sum(known), len(known)), _("人"),
            missing=tuple(code for code, value in values if value is None),
            source=_("发展党员月报"), definition=definition,
        )  # fmt: skip
    stalled = [one for one in found if (one.months_without(on) or 0) >= months]
    yield Figure(
        "recruits.stalled", _("长期未发展党员的村"),
        _or_gap(len(stalled), sum(one.known_since is not None for one in found)), _("个"),
        missing=tuple(one.code for one in found if one.known_since is None),
        source=_("发展党员月报"), definition=_("距最近一次接收预备党员满 %s 个月的村。") % months,
    )  # fmt: skip
