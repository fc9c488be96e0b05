"""W10 and W11: branches that take in nobody, that are empty or too large."""

from rectification.warnings.rules.declaring import (
    Category,
    Examples,
    Finding,
    Level,
    Parameters,
    Threshold,
    rule,
)
from rectification.warnings.rules.measures import Bad, Measure
from rectification.warnings.rules.village import VillageFacts


def _recruiting(facts: VillageFacts, values: Parameters) -> tuple[Measure, ...]:
    least, most = facts.recruit_least, facts.recruit_most
    sure = least if least == most or most is None or (least or 0) >= values["red_months"] else None
    if sure is None and most is not None and most < values["yellow_months"]:
        sure = most
    return (
        Measure(
            "没有发展党员的月数", "个月", sure, Bad.REACHED, values["yellow_months"],
            values["red_months"],
        ),
    )  # fmt: skip


@rule(
    "W10",
    "发展党员停滞",
    Category.BRANCH,
    basis="2 年以上未发展党员的列入软弱涣散排查情形,1 年未发展的先行提醒。",
    thresholds={
        "yellow_months": Threshold(12, "没有发展党员达到此月数为黄色", "个月"),
        "red_months": Threshold(24, "没有发展党员达到此月数为红色", "个月"),
    },
    examples=Examples(
        red=VillageFacts(10, recruit_least=24),
        yellow=VillageFacts(10, recruit_least=12, recruit_most=12),
        green=VillageFacts(10, recruit_least=11, recruit_most=11),
        unknown=VillageFacts(10),
    ),
    source="branches.DevelopmentCount.accepted",
    ledgers=("development-counts", "development-records"),
    measuring=_recruiting,
)
def recruitment_stalled(facts: VillageFacts, values: Parameters) -> Finding | None:
    """Months without a new member. In a month that nobody filed somebody may have been accepted:
    only months that tell make a colour, and only those since the last one known can rule it out.
    """
    if facts.recruit_least is None:
        return Finding(Level.UNKNOWN, {"why": "not_filed"})
    certain = int(facts.recruit_least == facts.recruit_most)
    told = {"months": facts.recruit_least, "certain": certain}
    for level, key in ((Level.RED, "red_months"), (Level.YELLOW, "yellow_months")):
        if facts.recruit_least >= values[key]:
            return Finding(level, {**told, "limit": values[key]})
    if facts.recruit_most is not None and facts.recruit_most < values["yellow_months"]:
        return None
    return Finding(Level.UNKNOWN, {"why": "gaps"})


def _members(count: int, *, smallest: int | None = None, branches: int = 1) -> VillageFacts:
    least = count if smallest is None else smallest
    return VillageFacts(
        10, members=count, smallest_branch=least, largest_branch=count, branches=branches,
        members_source="branches",
    )  # fmt: skip


def _sizes(facts: VillageFacts, values: Parameters) -> tuple[Measure, ...]:
    huge = values["huge"] if facts.branches == 1 else None
    return (
        Measure("最小支部正式党员", "名", facts.smallest_branch, Bad.BELOW, None, values["empty"]),
        Measure("最大支部正式党员", "名", facts.largest_branch, Bad.ABOVE, values["large"], huge),
    )


@rule(
    "W11",
    "党支部规模异常",
    Category.BRANCH,
    basis="有正式党员 3 人以上的成立党支部,党支部党员人数一般不超过 50 人。",
    thresholds={
        "empty": Threshold(3, "正式党员少于此数为红色(空壳支部)", "名"),
        "large": Threshold(50, "正式党员超过此数为黄色(超大支部)", "名"),
        "huge": Threshold(100, "正式党员超过此数且未分设为红色", "名"),
    },
    examples=Examples(
        red=_members(2), yellow=_members(51), green=_members(50), unknown=VillageFacts(10)
    ),
    source="branches.MemberCount.formal",
    ledgers=("member-counts", "branches"),
    measuring=_sizes,
)
def branch_size(facts: VillageFacts, values: Parameters) -> Finding | None:
    """The smallest and the largest branch of the village. A village known only by its survey
    may already be split, so its size alone never makes it red."""
    if facts.smallest_branch is None or facts.largest_branch is None:
        return Finding(Level.UNKNOWN, {"why": "no_count"})
    source = {"source": facts.members_source}
    if facts.smallest_branch < values["empty"]:
        counted = {"members": facts.smallest_branch, "limit": values["empty"]}
        return Finding(Level.RED, {"why": "empty", **counted, **source})
    if facts.largest_branch <= values["large"]:
        return None
    huge = facts.largest_branch > values["huge"] and facts.branches == 1
    limit = values["huge"] if huge else values["large"]
    counted = {"members": facts.largest_branch, "limit": limit}
    return Finding(Level.RED if huge else Level.YELLOW, {"why": "large", **counted, **source})


RULES = (recruitment_stalled, branch_size)
