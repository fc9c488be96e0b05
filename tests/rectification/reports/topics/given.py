"""Topics that say what a test wants: shares, numbers and tables by township."""

from collections.abc import Iterator, Mapping

from rectification.reports.asked import Asked
from rectification.reports.content import Fold, Formula, Item, Table, share_of, total
from rectification.reports.told import Told, Topic

Pairs = Mapping[str, tuple[int, int]]


def table(key: str, columns: tuple[str, ...], *rows: tuple[str | int | None, ...]) -> Topic:
    """Frozen rows."""
    base = Table(key, key, columns, columns, rows)
    return lambda _asked: Told(key, bases=(base,))


def share(code: str, pairs: Pairs) -> Topic:
    """A share of each township and of all of them."""
    key = code.replace(".", "_")
    sums = Fold(key, "sum", "part"), Fold(key, "sum", "whole")
    return _topic(key, pairs, {code: ("%", share_of(*sums))})


def goal(done: str, target: str, pairs: Pairs) -> Topic:
    """What is done and what was set, by township."""
    key = done.replace(".", "_")
    formulas = {done: ("个", total(key, "part")), target: ("个", total(key, "whole"))}
    return _topic(key, pairs, formulas)


def counted(code: str, numbers: Mapping[str, int]) -> Topic:
    """A number of each township."""
    key = code.replace(".", "_")
    pairs = {unit: (number, 0) for unit, number in numbers.items()}
    return _topic(key, pairs, {code: ("个", total(key, "part"))})


def _topic(key: str, pairs: Pairs, formulas: Mapping[str, tuple[str, Formula]]) -> Topic:
    columns = ("township_code", "part", "whole")
    rows = tuple((unit, *pair) for unit, pair in pairs.items())
    base = Table(key, key, columns, columns, rows)

    def items(tables: Mapping[str, Table]) -> Iterator[Item]:
        for code, (unit, formula) in formulas.items():
            yield Item.folded(code, code, unit, formula, tables)

    def tell(_asked: Asked) -> Told:
        return Told(key, bases=(base,), items=items, per_township=tuple(formulas))

    return tell
