"""Rule sets as text: what stands in a file, how it is written, read and checked.

The content of a draft has the shape of the file: the head, `rating`, `rules` by code with their
thresholds, `own` by code with whole declarations.
"""

from rectification.warnings.rule_files.checker import Fault
from rectification.warnings.rule_files.checking import normal
from rectification.warnings.rule_files.reading import from_toml
from rectification.warnings.rule_files.writing import to_toml

__all__ = ["Fault", "from_toml", "normal", "to_toml"]
