"""Requests for reopenings with the names of their units, as pages and to-dos show them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from villages.imports.choices import RequestState
from villages.imports.models import ReopeningRequest
from villages.models import Township, Village

TONES = {
    RequestState.WAITING: "waiting",
    RequestState.AGREED: "waiting",
    RequestState.GRANTED: "done",
    RequestState.REFUSED: "bad",
    RequestState.WITHDRAWN: "plain",
}
_SHOWN = 5


@dataclass(frozen=True)
class Asked:
    """A request, its township and villages in words."""

    row: ReopeningRequest
    township: str
    villages: tuple[str, ...]

    @property
    def tone(self) -> str:
        """How loudly its state is shown."""
        return TONES[RequestState(self.row.state)]

    @property
    def place(self) -> str:
        """The township and its first villages in one line."""
        names = "、".join(self.villages[:_SHOWN])
        more = _("等 %d 个村") % len(self.villages) if len(self.villages) > _SHOWN else ""
        return f"{self.township}:{names}{more}"


def asked(requests: Iterable[ReopeningRequest]) -> list[Asked]:
    """Each with its names. Two queries more, none where there is no request."""
    found = list(requests)
    if not found:
        return []
    towns = {one.township_code for one in found}
    codes = {code for one in found for code in one.village_codes}
    townships = dict(Township.objects.filter(code__in=towns).values_list("code", "name"))
    villages = dict(Village.objects.filter(code__in=codes).values_list("code", "name"))
    return [
        Asked(
            one, townships.get(one.township_code, one.township_code),
            tuple(villages.get(code, code) for code in one.village_codes),
        )
        for one in found
    ]  # fmt: skip
