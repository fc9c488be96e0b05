"""What is known of a village's branches (W03-W11)."""

from dataclasses import dataclass

# In place of a day: this meeting is not asked for in the county.
NOT_DUE = "-"


@dataclass(frozen=True)
class BranchKnown:
    """Terms, organization life, recruitment, sizes. Days are ISO text.

    `term_days_left` is to the nearest end of a term among the village's organizations, negative
    when overdue; `term_extended`: that end is one of an approved extension. `terms_unknown` counts
    organizations of which no end is known.

    Of meetings `…_missed` is the longest row of complete months or quarters without one among
    the branches, None where there is no branch; `…_silent` counts branches of which nobody knows.
    For the members' assembly `…_before` is the same without the last quarter, which ended
    `assembly_days_over` days ago. Of the meetings of a year `…_last` is the newest day of the
    branch that is furthest behind (`NOT_DUE` where none is asked for), and from `…_none_since` on
    none was held for certain, as of `life_on`.

    `attended` of `should_attend` came to the newest meetings of the branch with the smallest
    share; `attendance_silent` branches told no numbers; `election_present` of `election_entitled`
    came to the newest election.

    `recruit_least` are months for which it is told that nobody was accepted, `recruit_most` those
    since the last one, None where no last one is known.

    `members` are formal members, `smallest_branch` and `largest_branch` those of single branches;
    with `members_source` "profile" they are all members of the village and `branches` is 0.
    """

    term_days_left: int | None = None
    term_extended: bool = False
    terms_unknown: int = 0
    assembly_missed: int | None = None
    assembly_silent: int = 0
    assembly_missed_before: int = 0
    assembly_silent_before: int = 0
    assembly_days_over: int = 0
    committee_missed: int | None = None
    committee_silent: int = 0
    theme_missed: int | None = None
    theme_silent: int = 0
    class_missed: int | None = None
    class_silent: int = 0
    life_on: str = ""
    org_life_last: str = ""
    org_life_none_since: str = ""
    appraisal_last: str = ""
    appraisal_none_since: str = ""
    attended: int | None = None
    should_attend: int | None = None
    attendance_meetings: int = 0
    attendance_silent: int = 0
    election_present: int | None = None
    election_entitled: int | None = None
    recruit_least: int | None = None
    recruit_most: int | None = None
    members: int | None = None
    smallest_branch: int | None = None
    largest_branch: int | None = None
    branches: int | None = None
    members_source: str = ""
