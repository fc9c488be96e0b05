"""What is drawn on paper: content with amended words, what issuing added, the report's code."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from rectification.reports.content import ReportContent
from villages.trace.chain import canonical

# Part of the snapshot: raise it when the same content would be drawn otherwise.
RENDERER = "2"


@dataclass(frozen=True)
class Snapshot:
    """A report as it is printed. `stamp` is empty before issuing; then it holds `number`, `day`
    (the date under the text), `signer`, `recipients`, and for a correction `corrects` (the number
    of the version before), `why` and `changes` (rows of label, old, new)."""

    content: ReportContent
    code: str
    version: int = 1
    stamp: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def name(self) -> str:
        """The digest of what is printed: content as amended, code, version, stamp. Computed once,
        although every sheet of the annex shows it."""
        return digest(self.content.to_json(), self.code, self.version, dict(self.stamp))

    def mark(self, number: int) -> str:
        """The short code of a figure: 7K2M9Q-12."""
        return f"{self.code}-{number}"

    def short_code(self, code: str) -> str:
        """The same by the figure's own code."""
        return self.mark(self.content.numbers[code])


def digest(*parts: Any) -> str:
    """The name of these values: the same on every machine."""
    return hashlib.sha256(canonical(list(parts)).encode()).hexdigest()


def snapshot_of(report: Any) -> Snapshot:
    """What a stored report prints."""
    return Snapshot(report.said, report.code, report.version, report.stamp)
