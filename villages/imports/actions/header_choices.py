"""What unknown headers mean: asked once, remembered for the county."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from villages.common import clock
from villages.common.errors import DomainError
from villages.imports.actions.receiving import require_right
from villages.imports.actions.rechecking import check_again
from villages.imports.declaring import SheetKind, sheet_kinds
from villages.imports.header_words import tidy
from villages.imports.models import HeaderChoice, ImportBatch
from villages.trace.record import record


@transaction.atomic
def remember_headers(*, by: Any, batch: ImportBatch, answers: Mapping[str, str]) -> ImportBatch:
    """Keeps what headers mean ("" is: ignore) and has the file checked again.

    `answers` maps header words as shown on the page to column keys. Raises `header_twice` where
    two headers would be one column, `header_unknown` for a column that the sheet does not have.
    """
    kind = sheet_kinds()[batch.kind]
    require_right(by, kind, batch.unit_code)
    _check(kind, answers)
    check_again(by=by, batch=batch, kind=kind)
    for words, column in answers.items():
        _remember(by, batch, words, column)
    record("import.headers_chosen", batch, by=by, after=dict(answers), count=len(answers) or 1)
    return batch


def _remember(by: Any, batch: ImportBatch, words: str, column: str) -> None:
    # The lowest line of a heading names the column; what stands above only groups.
    HeaderChoice.objects.update_or_create(
        county_code=batch.county_code, kind=batch.kind,
        words=tidy(words.rsplit(" / ", 1)[-1])[:80],
        defaults={
            "column": column, "chosen_by_id": getattr(by, "pk", None),
            "chosen_at": clock.instant(),
        },
    )  # fmt: skip


def _check(kind: SheetKind, answers: Mapping[str, str]) -> None:
    chosen = [column for column in answers.values() if column]
    known = {one.key for one in kind.columns}
    if unknown := set(chosen) - known:
        raise DomainError("header_unknown", f"没有“{min(unknown)}”这一列。", "请从清单中选择。")
    twice = {column for column in chosen if chosen.count(column) > 1}
    if twice:
        header = kind.column(min(twice)).header
        words = f"有两个表头都对应“{header}”。"
        raise DomainError("header_twice", words, "一列只能对应一个表头,另一个请选“不读取”。")
