"""Policy lines of plan, helpers, visits and works: read by whoever works there."""

from tests.matrix.actors import MAP_MAKERS, PROGRAM, TOWNSHIPS, VILLAGE, WORKERS
from tests.matrix.paper_routes import CASE
from tests.matrix.policy import Route, api, form, page

CASE_WORK_ROUTES: list[Route] = [
    page("cases:paper_list", WORKERS, at={"kind": "ledger"}),
    page("cases:letters", WORKERS),
    page("cases:letter", WORKERS, kind=CASE),
    page("cases:works", WORKERS),
    page("cases:work_rows", WORKERS),
    page("cases:load", WORKERS),
    page("cases:measures", WORKERS),
    page("cases:models", WORKERS),
    form("cases:log_visit", MAP_MAKERS | TOWNSHIPS | PROGRAM | VILLAGE),
    api("api:case-measures", WORKERS),
]
