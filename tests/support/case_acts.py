"""Many villages are registered in the screening at the same moment, some of them twice."""

import threading
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from django.db import connection

from rectification.actions.following import relapse
from rectification.actions.opening import open_screening
from rectification.models import RectificationCase
from rectification.states import CaseStatus
from tests.factories import VillageFactory, small_county
from tests.rectification.situations import case_in
from villages.accounts.actors import COMMAND_LINE
from villages.common.errors import DomainError
from villages.models import Township, Village

COUNTY = "999901"


def opening(count: str) -> dict[str, Any]:
    """Two people each register every village; what they were told, and the numbers in use."""
    villages = _villages(int(count))
    barrier, told, guard = threading.Barrier(len(villages) * 2), Counter[str](), threading.Lock()

    def register(village: Village) -> None:
        barrier.wait()
        try:
            open_screening(
                village, by=COMMAND_LINE, on=date(2026, 11, 3), year=2026, facts="书记空缺",
                case_class="weak_lax",
            )  # fmt: skip
            word = "opened"
        except DomainError as error:
            word = error.code
        except Exception as error:
            word = repr(error)
        with guard:
            told[word] += 1
        connection.close()

    threads = [threading.Thread(target=register, args=(one,)) for one in villages * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    numbers = RectificationCase.objects.order_by("number").values_list("number", flat=True)
    return {"told": told, "numbers": list(numbers)}


def returning(count: str) -> dict[str, Any]:
    """Of two people one finds a relapse of every village, the other registers it anew."""
    cases = [case_in(one, CaseStatus.CLOSED) for one in _villages(int(count))]
    acts = [partial(_relapsed, one) for one in cases] + [partial(_anew, one) for one in cases]
    barrier, told = threading.Barrier(len(acts)), Counter[str]()

    def act(one: Callable[[], Any]) -> None:
        barrier.wait()
        told[_said(one)] += 1
        connection.close()

    threads = [threading.Thread(target=act, args=(one,)) for one in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {"told": told, "open": RectificationCase.objects.open().count()}


def _relapsed(case: RectificationCase) -> None:
    relapse(case, by=COMMAND_LINE, on=date(2026, 11, 3), reason="散了", document_no="1号")


def _anew(case: RectificationCase) -> None:
    open_screening(
        case.village, by=COMMAND_LINE, on=date(2026, 11, 3), year=2026, facts="书记空缺",
        case_class="weak_lax",
    )  # fmt: skip


def _said(act: Callable[[], Any]) -> str:
    try:
        act()
    except DomainError as error:
        return error.code
    except Exception as error:
        return repr(error)
    return "done"


def _villages(count: int) -> list[Village]:
    small_county(COUNTY, "青原县")
    east = Township.objects.get(code=f"{COUNTY}001")
    return [
        VillageFactory(township=east, code=f"{COUNTY}001{number}", name=f"村{number}")
        for number in range(300, 300 + count)
    ]
