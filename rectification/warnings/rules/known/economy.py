"""What is known of the collective economy (W22-W26). Money is in fen."""

from dataclasses import dataclass


@dataclass(frozen=True)
class EconomyKnown:
    """`operating_fen` is operating-type income from January to the month judged,
    `operating_before_fen` that of the same months a year earlier, `operating_year_fen` that of
    the whole last year. `income_quarters` are whole quarters in a row without any statement.

    `debt_fen` is owed on the day, `debt_before_fen` was owed at the end of last year,
    `debt_overdue_fen` should have been paid back.

    `projects` counts support projects the village leads. `project_behind` is how far the worst
    one in work lies behind its plan, in hundredths of a point (None: no plan has dates),
    `projects_unplanned` how many in work have no planned dates. `project_waiting_months` are full
    months since money came for one that has not begun, `project_unspent_months` since support
    came of which nothing was spent; None where there is no such thing. `projects_stopped` stand
    idle or failed.

    `contracts` counts contracts; `contract_days_left` until the first one without renewal ends,
    `contracts_used_on` ended and are used on, `arrears_days` of the oldest unpaid rent.
    """

    operating_fen: int | None = None
    operating_before_fen: int | None = None
    operating_year_fen: int | None = None
    income_quarters: int | None = None
    debt_fen: int | None = None
    debt_before_fen: int = 0
    debt_overdue_fen: int = 0
    projects: int | None = None
    project_behind: int | None = None
    projects_unplanned: int = 0
    project_waiting_months: int | None = None
    project_unspent_months: int | None = None
    projects_stopped: int = 0
    contracts: int | None = None
    contract_days_left: int | None = None
    contracts_used_on: int = 0
    arrears_days: int = 0
