"""The case file goes out on paper."""

from datetime import date
from typing import Any

from django.db import transaction

from rectification.models import RectificationCase
from rectification.papers.drawing import draw
from rectification.papers.gathering import JOINS, case_file
from villages.trace.record import record


@transaction.atomic
def print_case_file(case: RectificationCase, *, by: Any, on: date) -> tuple[bytes, str]:
    """The document and its name; the trail keeps who took it."""
    content, name = drawn(case, on=on)
    record("case.printed", case, by=by, after={"on": on})
    return content, name


def drawn(case: RectificationCase, *, on: date) -> tuple[bytes, str]:
    """The document and its name, from the rows as they are."""
    row = RectificationCase.objects.select_related(*JOINS).get(pk=case.pk)
    return draw(case_file(row, on=on)), file_name(row)


def file_name(case: RectificationCase) -> str:
    """What the document is called."""
    return f"整顿档案-{case.village.name}-{case.number_shown}.docx"
