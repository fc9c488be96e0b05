"""Villages in packs of evidence: the roster with the latest profile."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from villages.accounts.perms import works_in_territory
from villages.common.registries import EvidenceAsked, EvidenceSource, EvidenceTable
from villages.divisions.display import with_twins
from villages.figures.profiles import with_former_name, with_latest_profile
from villages.lists.reading import ordered, values
from villages.models import Village
from villages.tables import VILLAGES


def _tables(asked: EvidenceAsked) -> Iterator[EvidenceTable]:
    rows = with_former_name(with_latest_profile(with_twins(asked.rows(Village)), asked.on))
    found = ordered(rows.on(asked.on), VILLAGES, "")
    columns = tuple(VILLAGES.columns)
    yield EvidenceTable(
        VILLAGES.key, _("村基本情况"), columns,
        lambda: values(found, VILLAGES, columns).iterator(chunk_size=500),
    )  # fmt: skip


EVIDENCE = (EvidenceSource("villages", _("村基本情况"), 10, works_in_territory, _tables),)
