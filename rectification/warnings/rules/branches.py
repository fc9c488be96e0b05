"""W11: branches that are empty or too large."""

from rectification.warnings.rules.declaring import (
    Category,
    Examples,
    Finding,
    Level,
    Parameters,
    Threshold,
    rule,
)
from rectification.warnings.rules.village import VillageFacts


def _members(count: int, *, smallest: int | None = None, branches: int = 1) -> VillageFacts:
    least = count if smallest is None else smallest
    return VillageFacts(
        10, members=count, smallest_branch=least, largest_branch=count, branches=branches,
        members_source="branches",
    )  # fmt: skip


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
