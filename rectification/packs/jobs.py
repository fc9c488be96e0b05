"""Making a pack in the background."""

from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy

from rectification.packs.making import Made, make_pack
from rectification.packs.store import draft_path, path_of
from villages import parameters
from villages.accounts.actors import SCHEDULE
from villages.common import clock
from villages.common.registries import EvidenceAsked
from villages.jobs.registry import JobKind
from villages.jobs.run import Run
from villages.trace.record import record

KIND = "cases.pack"


def asked_of(run_args: dict[str, Any], reader: Any) -> EvidenceAsked:
    """What a job was asked for."""
    return EvidenceAsked(
        unit=str(run_args["unit"]),
        on=date.fromisoformat(run_args["on"]),
        reader=reader,
        restricted=bool(run_args["restricted"]),
        originals=bool(run_args["originals"]),
    )


def _make(run: Run) -> Made:
    """The slow part: writes a draft on disk and nothing to the database."""
    draft = draft_path()
    try:
        return make_pack(asked_of(run.args, run.job.requested_by or SCHEDULE), draft, run.stage)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise


def _keep(run: Run, made: Made) -> dict[str, Any]:
    """The draft takes its place; a second attempt puts the same bytes there."""
    made.path.replace(path_of(run.job.uid))
    today = clock.today()
    days = parameters.value("rectification.pack_days", on=today, county=run.job.county_code)
    told = {"sha256": made.sha256, "size": made.size, "files": made.files}
    record("pack.made", run.job, by=run.job.requested_by or SCHEDULE, after=told)
    expires = (today + timedelta(days=days)).isoformat()
    return {**told, "expires_on": expires, "url": reverse("cases:packs")}


PACK = JobKind(KIND, gettext_lazy("生成迎检包"), _make, _keep)
JOBS = (PACK,)
