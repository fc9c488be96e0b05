"""Extensions and revisits."""

from rectification.ledgers.extensions import EXTENSIONS
from rectification.ledgers.revisits import REVISITS
from villages.ledgers.declaring import Ledger

LEDGERS: tuple[Ledger, ...] = (EXTENSIONS, REVISITS)
