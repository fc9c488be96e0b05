"""Party organizations of villages."""

from branches.models.branches import PartyBranch

__all__ = ["PartyBranch"]
