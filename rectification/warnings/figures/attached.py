"""Files that people chose to attach, of a month and of all months before it."""

from rectification.annexes.store import content_of
from rectification.choices import AnnexKind
from rectification.models import CaseAnnex
from rectification.warnings.questions.pictures import looks
from rectification.warnings.questions.reused import Attached
from villages.common.errors import DomainError
from villages.common.periods import Month

# Decisions, plans and public notices of a county go into many files and are meant to.
_SENT_TO_ALL = (AnnexKind.SCREENING, AnnexKind.DECISION, AnnexKind.PLAN, AnnexKind.NOTICE)
_PICTURES = ("image/jpeg", "image/png")
# The newest so many pictures are compared by looks; opening thousands would take minutes.
_OPENED = 300


def attached(county: str, month: Month) -> tuple[list[Attached], list[Attached]]:
    """Files dated in the month; and all that are known by its end. One query, and the pictures.

    Papers for the county alone are left out: a question would tell of them. Files without a date
    are only known, never asked about.
    """
    rows = CaseAnnex.objects.in_county(county).exclude(sha256="").filter(restricted=False)
    rows = rows.exclude(kind__in=_SENT_TO_ALL).order_by("-id")
    read = (
        "village__code", "case_id", "task_id", "title", "file_name", "sha256", "media_type",
        "dated_on",
    )  # fmt: skip
    own, known, opened = [], [], 0
    for code, case, task, title, name, sha256, kind, day in rows.values_list(*read):
        if day and day > month.end:
            continue
        is_opened = kind in _PICTURES and opened < _OPENED
        opened += is_opened
        one = Attached(
            code, _paper(case, task, day), title, name, sha256,
            _looks(sha256) if is_opened else None,
        )  # fmt: skip
        known.append(one)
        if day and day >= month.start:
            own.append(one)
    return own, known


def _paper(case: int, task: int | None, day: object) -> str:
    """The matter that a file belongs to: the work on one task, on one day."""
    return f"{case}:{task or 0}:{day or ''}"


def _looks(sha256: str) -> int | None:
    try:
        return looks(content_of(sha256))
    except DomainError:
        return None
