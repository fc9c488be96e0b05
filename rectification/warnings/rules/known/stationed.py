"""What is known of the people posted to a village (W15)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class StationedKnown:
    """`stationed` is how many first secretaries held their post the whole of the judged month,
    0 for none. `stationed_days` are the days in the village of the one who was there least, of
    that month and those before (see `rules/series`); `stationed_absences` the unexcused absences
    found by spot checks in that month."""

    stationed: int | None = None
    stationed_days: str = ""
    stationed_absences: int = 0
