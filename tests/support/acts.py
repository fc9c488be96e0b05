"""What people do in a proof, as a process of its own: `python -m tests.support.acts NAME …`."""

import json
import sys
import threading
import time
from typing import Any

import django

django.setup()

from django.db import connection, transaction  # noqa: E402

from tests.support.case_acts import opening, returning  # noqa: E402
from tests.support.filing_acts import busy_township, crowded_village  # noqa: E402
from tests.support.order_acts import issuing  # noqa: E402
from tests.support.report_acts import (  # noqa: E402
    awaking,
    redelivering,
    reporting,
    standing,
    ticking,
)
from tests.support.work import hasten, learn  # noqa: E402
from villages.accounts.actors import COMMAND_LINE  # noqa: E402
from villages.common.errors import DomainError  # noqa: E402
from villages.common.periods import Month  # noqa: E402
from villages.imports.actions.months import close_month  # noqa: E402
from villages.imports.months import require_open  # noqa: E402
from villages.jobs import publishing  # noqa: E402
from villages.jobs.actions import request_job  # noqa: E402
from villages.jobs.models import Tick  # noqa: E402
from villages.jobs.tasks import run_job  # noqa: E402

COUNTY = "999901"


def _request(key: str, seconds: float, kind: str = "proof.work", writing: float = 0) -> Any:
    args = {"seconds": seconds, "writing": writing}
    return request_job(by=COMMAND_LINE, kind=kind, key=key, title="证明", county=COUNTY, args=args)


def request(count: str, seconds: str, label: str = "plain") -> dict[str, Any]:
    """So many jobs, one after the other."""
    jobs = [_request(f"{label}:{n}", float(seconds)) for n in range(int(count))]
    return {"uids": [job.uid for job in jobs]}


def long_writing(seconds: str) -> dict[str, Any]:
    """A job whose outcome takes longer to write than its lease lasts."""
    return {"uid": _request("long writing", 0, writing=float(seconds)).uid}


def poison(others: str) -> dict[str, Any]:
    """A job that kills its worker, and harmless ones behind it."""
    _request("poison", 0, "proof.crash")
    return request(others, "0.1")


def crowd(people: str, label: str = "crowd") -> dict[str, Any]:
    """Everybody asks for a job at the same moment; how long each had to wait."""
    barrier, waits, faults = threading.Barrier(int(people)), [], []
    at_broker = _watch_broker()

    def person(number: int) -> None:
        # Threads of a web process have their connection already.
        connection.ensure_connection()
        barrier.wait()
        began = time.monotonic()
        try:
            _request(f"{label}:{number}", 0)
        except Exception as error:
            faults.append(repr(error))
        waits.append(time.monotonic() - began)
        connection.close()

    _together([threading.Thread(target=person, args=(n,)) for n in range(int(people))])
    return {
        "longest": max(waits),
        "at_broker": max(at_broker),
        "faults": faults,
        "asked": len(waits),
    }


def _watch_broker() -> list[float]:
    """How long each request stood at the broker's door, the first entry being none."""
    times, send = [0.0], publishing.send

    def timed(uid: str) -> bool:
        began = time.monotonic()
        try:
            return send(uid)
        finally:
            times.append(time.monotonic() - began)

    publishing.send = timed
    return times


def repeat(times: str) -> dict[str, Any]:
    """One job, its message many times over."""
    job = _request("repeated", 0.3)
    for _turn in range(int(times)):
        run_job.apply_async((job.uid,))
    return {"uid": job.uid}


def closing(writers: str, rounds: str) -> dict[str, Any]:
    """In each round everybody writes two rows of a month while one person closes it."""
    outcomes = [_closing_round(number, int(writers)) for number in range(int(rounds))]
    return {"rounds": outcomes}


def _closing_round(number: int, writers: int) -> dict[str, int]:
    month = Month(2001, 1).shift(number)
    barrier, told = threading.Barrier(writers + 1), {"in": 0, "refused": 0, "broken": 0}
    guard, seen, faults = threading.Lock(), [], []

    def tell(word: str) -> None:
        with guard:
            told[word] += 1

    def write(person: int) -> None:
        barrier.wait()
        # Some arrive before the close, some after it.
        time.sleep(person % 10 / 400)
        try:
            with transaction.atomic():
                require_open(county=COUNTY, month=month)
                Tick.objects.create(name=f"{month.number}:{person}:a")
                time.sleep(0.001)
                Tick.objects.create(name=f"{month.number}:{person}:b")
            tell("in")
        except DomainError as error:
            tell("refused" if error.code == "month_closed" else "broken")
        except Exception as error:
            faults.append(repr(error))
            tell("broken")
        connection.close()

    def close() -> None:
        barrier.wait()
        time.sleep(0.008)
        with transaction.atomic():
            close_month(by=COMMAND_LINE, county=COUNTY, month=month)
            seen.append(Tick.objects.filter(name__startswith=f"{month.number}:").count())
        connection.close()

    people = [threading.Thread(target=write, args=(n,)) for n in range(writers)]
    _together([*people, threading.Thread(target=close)])
    kept = Tick.objects.filter(name__startswith=f"{month.number}:").count()
    return {**told, "seen": seen[0] if seen else -1, "kept": kept, "faults": faults}


def _together(threads: list[threading.Thread]) -> None:
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


hasten()
learn()
PLAYED = (
    request, long_writing, poison, crowd, repeat, closing, crowded_village, busy_township,
    opening, returning, issuing, reporting, redelivering, ticking, awaking, standing,
)  # fmt: skip
ACTS = {one.__name__: one for one in PLAYED}
if __name__ == "__main__":
    print(json.dumps(ACTS[sys.argv[1]](*sys.argv[2:])))
