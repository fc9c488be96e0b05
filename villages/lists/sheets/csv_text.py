"""Comma-separated text that Excel and WPS open as Chinese and never run."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from typing import BinaryIO

from django.utils.translation import gettext as _

from villages.common.clock import ZONE
from villages.common.text import neutralise_formula, strip_illegal
from villages.lists.sheets.shape import Value


def write_csv(stream: BinaryIO, header: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Header and rows in UTF-8 with a byte order mark and CRLF line ends.

    Text that a spreadsheet would run as a formula gets a `'` in front; plain numbers stay.
    """
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    out = csv.writer(text, lineterminator="\r\n")
    out.writerow([_cell(one) for one in header])
    out.writerows([_cell(one) for one in row] for row in rows)
    text.flush()
    text.detach()


def _cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case str():
            return neutralise_formula(strip_illegal(value))
        case bool():
            return _("是") if value else _("否")
        case Decimal():
            return format(value, "f") if value.is_finite() else ""
        case datetime():
            local = value.astimezone(ZONE) if value.tzinfo else value
            return local.strftime("%Y-%m-%d %H:%M:%S")
        case float():
            return repr(value) if value - value == 0 else ""
        case _:
            return str(value)
