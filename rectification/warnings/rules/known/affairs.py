"""What is known of village affairs (W16-W21)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AffairsKnown:
    """Disclosure, meetings, major matters, petitions, incidents, satisfaction.

    `disclosure_quarters` are whole quarters in a row without a due disclosure, back from the
    newest, `disclosure_quarter_days` the days since that newest quarter ended; the same by month
    for villages that disclose their finances every month, 0 for others. `meeting_quarters` are
    whole quarters in a row without a valid representatives' meeting.

    `matters` counts major matters; `matters_missing` holds their missing steps as
    `days:fen:step`, one after another, without those that others outdo in days and money.
    Petitions are those of the month. `incident_grade` is the gravest accident of the months looked
    back on, 1 general to 4 grave, natural disasters apart; 0 for none.
    """

    disclosure_quarters: int | None = None
    disclosure_quarter_days: int = 0
    disclosure_months: int = 0
    disclosure_month_days: int = 0
    meeting_quarters: int | None = None
    matters: int | None = None
    matters_missing: str = ""
    petitions_first: int | None = None
    petitions_collective: int = 0
    petitions_beyond: int = 0
    petitions_unresolved: int = 0
    petitions_overdue: int = 0
    incidents: int | None = None
    incidents_mass: bool = False
    incident_grade: int = 0
    survey_content: int | None = None
    survey_answered: int = 0
