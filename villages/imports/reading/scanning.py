"""Looking through a sheet's XML while the fast reader reads it.

That one works outside the interpreter, so what is searched here meanwhile takes no time of its
own.
"""

import zipfile
from threading import Thread
from typing import NamedTuple

from villages.imports.reading.archive import read_member
from villages.imports.reading.limits import Limits
from villages.imports.reading.sheet_xml import formulas_without_value, reach


class SheetFacts(NamedTuple):
    """Whether cells stand beyond the limits, and formulas without a value."""

    far: bool
    formulas_without_value: list[str]


class Scan:
    """The facts of one sheet, searched for in a thread from the moment that this is made."""

    def __init__(self, archive: zipfile.ZipFile, member: str, limits: Limits) -> None:
        self._given = archive, member, limits
        self._facts: SheetFacts | None = None
        self._error: Exception | None = None
        self._thread = Thread(target=self._search)
        self._thread.start()

    def result(self) -> SheetFacts:
        """Waits for the facts. Raises RefusedError where the member cannot be read."""
        self._thread.join()
        if self._facts is None:
            raise self._error or RuntimeError("nothing was searched")
        return self._facts

    def _search(self) -> None:
        archive, member, limits = self._given
        try:
            xml = read_member(archive, member, limits)
            known = reach(xml, limits)
            far = known.last_row > limits.rows + limits.blank_rows or known.too_wide
            self._facts = SheetFacts(far, formulas_without_value(xml))
        except Exception as error:
            self._error = error
