"""What tests of filings share."""

from tests.villages.filings.memory import memory

__all__ = ["memory"]
