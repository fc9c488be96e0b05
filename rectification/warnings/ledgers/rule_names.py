"""Names of rules in lists."""

from typing import Any

from rectification.warnings.sentences.explaining import title_of

__all__ = ["rule_name", "title_of"]


def rule_name(row: dict[str, Any]) -> str:
    """The title of a row's rule."""
    return str(title_of(row["rule"]))
