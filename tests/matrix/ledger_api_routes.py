"""Policy lines of the resources of all ledgers, from the same named rights as their pages."""

from collections.abc import Iterator

from config.api import BY_HAND
from tests.matrix.ledger_routes import people, rows_of
from tests.matrix.policy import API, Route
from villages.ledgers.declaring import Ledger, ledgers


def routes_of(ledger: Ledger) -> Iterator[Route]:
    """List, row, bulk and verbs. Whoever may write and sends nothing is told what is missing."""
    name, read, rows = f"api:{ledger.key}", people(ledger.may_read), rows_of(ledger)
    if not ledger.writable:
        yield Route(f"{name}-list", {"GET": (200,)}, read, style=API)
        yield Route(f"{name}-detail", {"GET": (200,)}, read, kind=rows, style=API)
    else:
        write = read & people(ledger.may_write)
        change = {"PATCH": (428,), **({"DELETE": (428,)} if ledger.removable else {})}
        yield Route(f"{name}-list", {"GET": (200,), "POST": (400,)}, read, write, style=API)
        yield Route(f"{name}-detail", {"GET": (200,), **change}, read, write, kind=rows, style=API)
        yield Route(f"{name}-bulk", {"POST": (400,)}, read, write, style=API)
    for verb in ledger.verbs:
        may = read & people(verb.may)
        yield Route(
            f"{name}-do-{verb.key}", {"POST": (428,)}, read, may, kind=rows, style=API
        )  # fmt: skip


LEDGER_API_ROUTES = {
    key: tuple(routes_of(one)) for key, one in ledgers().items() if key not in BY_HAND
}
