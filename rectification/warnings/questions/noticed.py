"""Something that was noticed. Pure."""

import hashlib
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Noticed:
    """What is worth one question.

    `code` is the village it is put to, `other` another village that it is about. `key` names the
    matter inside its kind and month, so that it is asked once. `facts` are flat numbers and words.
    `declared` is what was said about it when it was filed: then nobody is asked again.
    """

    kind: str
    code: str
    key: str
    facts: dict[str, Any] = field(default_factory=dict)
    other: str = ""
    declared: str = ""


def short(*parts: object) -> str:
    """A short name of words that may be long."""
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()[:16]
