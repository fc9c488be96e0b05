"""What the page of a batch shows: counts, one list at a time, questions about headers."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from villages.imports.actions.receiving import job_key
from villages.imports.declaring import SheetKind, sheet_kinds
from villages.imports.findings import REPAIRS
from villages.imports.fixing import with_fixes
from villages.imports.models import BatchState, ImportBatch
from villages.imports.stepping import steps
from villages.jobs.models import Job

_PER_PAGE = 50
# What is shown first where there is any of it.
_LISTS = ("faults", "changes", "new", "questions", "mends")
_TONES = {
    "uploaded": "waiting", "checked": "info", "refused": "bad", "saved": "done",
    "undone": "plain", "dropped": "plain",
}  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """One unknown header: the input's name, its words, where it stands, what it may mean."""

    name: str
    words: str
    where: str
    options: list[tuple[str, str, bool]]


def batch_page(batch: ImportBatch, asked: Any) -> dict[str, Any]:
    """The context of the page; at most one query beside the batch."""
    kind = sheet_kinds().get(batch.kind)
    page: dict[str, Any] = {
        "batch": batch, "kind": kind, "kind_title": kind.title if kind else batch.kind,
        "tone": _TONES[batch.state], "steps": steps(_step(batch)),
    }  # fmt: skip
    if batch.state == BatchState.UPLOADED:
        page["job"] = Job.objects.filter(key=job_key(batch)).first()
    elif batch.state != BatchState.REFUSED and kind:
        page |= _found(batch, kind, asked)
    return page


def _step(batch: ImportBatch) -> str:
    done = {BatchState.SAVED: "", BatchState.UNDONE: ""}
    return done.get(BatchState(batch.state), "check")


def _found(batch: ImportBatch, kind: SheetKind, asked: Any) -> dict[str, Any]:
    counts = batch.findings.get("counts", {}) | {"new": batch.created}
    shown = asked.get("show", "")
    if shown not in _LISTS:
        shown = next((name for name in _LISTS if counts.get(name)), "faults")
    rows = batch.findings.get(shown, [])
    if shown == "mends":
        rows = [{**row, "why": _why(row["kinds"])} for row in rows]
    page = _page(rows, asked.get("page"))
    fixable = batch.state == BatchState.CHECKED and shown in {"faults", "mends"}
    if fixable:
        page.object_list = with_fixes(page.object_list, kind, batch.findings.get("letters", {}))
    return {
        "tabs": _tabs(shown, counts),
        "shown": shown,
        "page": page,
        "fixable": fixable and any(row["fix"] for row in page.object_list),
        "held_back": max(0, counts.get(shown, 0) - len(rows)),
        "asked": _asked(batch, kind),
        "good": batch.rows - batch.faulty,
        "skipped": "、".join(batch.findings.get("skipped", [])),
        "counts": counts,
    } | _pages(shown, rows, asked.get("page"))  # fmt: skip


def _tabs(shown: str, counts: dict[str, int]) -> list[tuple[str, str, bool, int]]:
    labels = {
        "faults": _("错误"), "changes": _("变化"), "new": _("新增"), "questions": _("请核对"),
        "mends": _("已修正写法"),
    }  # fmt: skip
    return [
        (label, f"?{urlencode({'show': name})}", name == shown, counts.get(name, 0))
        for name, label in labels.items()
    ]


def _page(rows: list[Any], number: Any) -> Page[Any]:
    return Paginator(rows, _PER_PAGE).get_page(number)


def _pages(shown: str, rows: list[Any], number: Any) -> dict[str, str]:
    page = _page(rows, number)
    before = f"?show={shown}&page={page.previous_page_number()}" if page.has_previous() else ""
    after = f"?show={shown}&page={page.next_page_number()}" if page.has_next() else ""
    label = _("第 %(n)s 页,共 %(all)s 页") % {"n": page.number, "all": page.paginator.num_pages}
    return {"previous_url": before, "next_url": after, "pages_label": label}


def _asked(batch: ImportBatch, kind: SheetKind) -> list[Asked]:
    """The unknown headers with every column that they may be, the likeliest first."""
    missing = set(batch.findings.get("missing", []))
    found = []
    for place, one in enumerate(batch.findings.get("unknown", [])):
        likely = [*one["maybe"], *(key for key in missing if key not in one["maybe"])]
        rest = [column.key for column in kind.columns if column.key not in likely]
        options = [(key, kind.column(key).header, False) for key in (*likely, *rest)]
        where = f"{one['sheet']} {one['column']}"
        found.append(Asked(f"header-{place}", one["words"], where, options))
    return found


def _why(kinds: list[str]) -> str:
    return "、".join(str(REPAIRS.get(kind, kind)) for kind in kinds)
