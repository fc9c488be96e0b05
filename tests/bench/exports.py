"""P8: 10,000 rows and 30 columns out of the portal, styled, as a workbook."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from django.conf import settings
from openpyxl import Workbook
from python_calamine import CalamineWorkbook

from tests.bench.harness import Path_
from villages.common.columns import Kind
from villages.lists.sheets import Sheet, SheetColumn, write_xlsx

ROWS, NUMBERS, WORDS = 10_000, 24, 6


def paths(folder: Path) -> Iterator[Path_]:
    """The one measurement of P8."""
    rows, floor, ours = _rows(), folder / "plain.xlsx", folder / "styled.xlsx"
    yield Path_(
        "P8", 1.3, "openpyxl write_only, unstyled",
        floor=lambda: _write_plain(floor, rows), ours=lambda: write_styled(ours, rows),
        result=_cells, memory=lambda: _megabytes(folder / "again.xlsx"), pairs=3,
    )  # fmt: skip


def write_styled(target: Path, rows: list[list[Any]]) -> Path:
    """As a list is exported."""
    columns = [
        *(SheetColumn(one, Kind.DECIMAL, digits=2) for one in _headers()[:NUMBERS]),
        *(SheetColumn(one) for one in _headers()[NUMBERS:]),
    ]
    with target.open("wb") as stream:
        write_xlsx(stream, [Sheet("表", columns, rows)])
    return target


def main(target: str) -> None:
    """Writes once and tells the peak memory of this process in kilobytes."""
    write_styled(Path(target), _rows())
    status = Path("/proc/self/status").read_text(encoding="ascii")
    print(next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM")))


def _write_plain(target: Path, rows: list[list[Any]]) -> Path:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("表")
    for row in (_headers(), *rows):
        sheet.append(row)
    book.save(target)
    return target


def _headers() -> list[str]:
    return [f"第{number}列" for number in range(1, NUMBERS + WORDS + 1)]


def _rows() -> list[list[Any]]:
    random = Random(8)
    return [
        [random.randrange(10**7) / 100 for _ in range(NUMBERS)]
        + [f"词语{random.randrange(500)}" for _ in range(WORDS)]
        for _ in range(ROWS)
    ]


def _cells(target: Path) -> list[list[Any]]:
    sheet = CalamineWorkbook.from_path(str(target)).get_sheet_by_index(0)
    return [list(row) for row in sheet.to_python()]


def _megabytes(target: Path) -> float:
    command = [sys.executable, "-m", "tests.bench.exports", str(target)]
    done = subprocess.run(command, capture_output=True, check=True)
    return int(done.stdout) / 1024


if __name__ == "__main__":
    # Nothing but the writer: its words need no translation here.
    settings.configure(USE_I18N=False)
    main(sys.argv[1])
