"""Serial numbers inside a case that nobody has to type."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

Find = Callable[[Sequence[dict[str, Any]], Any], None]


def next_seq(model: Any, text: str) -> Find:
    """Rows without a number get that of the row that says the same, else the next of their case.

    `text` names the field in which a row says what it is. One query for a batch.
    """

    def find(values: Sequence[dict[str, Any]], by: Any) -> None:
        cases = {case.pk for one in values if (case := one.get("case"))}
        known, last = _known(model, text, cases, by)
        for one in values:
            if case := one.get("case"):
                said = (case.pk, one.get(text))
                if said not in known:
                    last[case.pk] += 1
                    known[said] = last[case.pk]
                one["seq"] = known[said]

    return find


def _known(
    model: Any, text: str, cases: set[int], by: Any
) -> tuple[dict[tuple[int, Any], int], defaultdict[int, int]]:
    known: dict[tuple[int, Any], int] = {}
    last: defaultdict[int, int] = defaultdict(int)
    rows = model.objects.visible_to(by).filter(case__in=cases).order_by("-seq")
    for case, seq, said in rows.values_list("case_id", "seq", text):
        known[case, said] = seq
        last[case] = max(last[case], seq)
    return known, last
