"""Numbers of party organizations: members, sizes, terms, meetings, recruitment."""

from branches.figures.members import Members, members

__all__ = ["Members", "members"]
