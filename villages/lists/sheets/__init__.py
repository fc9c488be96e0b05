"""The one place that writes xlsx and csv.

Nothing that a person typed can become a formula, no control character can break a file, and
equal rows give equal bytes.
"""

from villages.lists.sheets.csv_text import write_csv
from villages.lists.sheets.shape import Sheet, SheetColumn
from villages.lists.sheets.xlsx import write_xlsx

__all__ = ["Sheet", "SheetColumn", "write_csv", "write_xlsx"]
