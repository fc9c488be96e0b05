"""Papers and packs of the matrix: a case with a paper in every place, packs that wait."""

from collections.abc import Mapping
from typing import Any

from rectification.states import CaseStatus
from tests.rectification.papers.filled import annex
from tests.rectification.situations import case_in
from villages.jobs.models import Job


def paper_keys(people: Mapping[str, Any], villages: Mapping[str, str]) -> dict[str, Any]:
    """Cases that are closed, so that others may open one in the same village."""
    cases = {
        place: case_in(code, CaseStatus.CONSOLIDATED, number=f"卷{code[:6]}-{place}")
        for place, code in villages.items()
    }
    return {
        "paper_case": {place: case.uid for place, case in cases.items()},
        "annex": {place: annex(case, f"批复{place}").uid for place, case in cases.items()},
        "pack": {
            "near": _pack(people["township_clerk"], villages["near"]),
            "abroad": _pack(people["stranger"], villages["abroad"]),
        },
    }


def _pack(by: Any, unit: str) -> str:
    args = {"unit": unit, "on": "2026-11-03", "restricted": False, "originals": False}
    row = Job.objects.create(
        key=f"pack:matrix:{unit}", kind="cases.pack", title="迎检包", county_code=unit[:6],
        unit_code=unit, args=args, requested_by=by,
    )  # fmt: skip
    return str(row.uid)
