"""Every kind of refusal the API knows: status, title and what to do, in two languages.

The keys stand in the type address of a problem and never change their meaning.
"""

from dataclasses import dataclass
from typing import NamedTuple

from villages.rest.problem_texts import ROWS


class Both(NamedTuple):
    """One sentence in Chinese and in English."""

    zh: str
    en: str

    def to(self, language: str) -> str:
        """The sentence in this language."""
        return self.en if language == "en" else self.zh


@dataclass(frozen=True)
class ProblemKind:
    """A kind of problem: its status and what the page about it says."""

    code: str
    status: int
    title: Both
    advice: Both


KINDS = {
    code: ProblemKind(code, status, Both(zh, en), Both(do_zh, do_en))
    for code, status, zh, en, do_zh, do_en in ROWS
}
_BY_STATUS = {400: "bad_request", 401: "not_authenticated", 403: "permission_denied"}
for _one in KINDS.values():
    _BY_STATUS.setdefault(_one.status, _one.code)


def kind_for(status: int) -> ProblemKind:
    """The plain kind for a status; its hundred where the status itself has none."""
    fallback = "server_error" if status >= 500 else "bad_request"
    return KINDS[_BY_STATUS.get(status, fallback)]
