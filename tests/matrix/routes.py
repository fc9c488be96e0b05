"""The policy table: one line for each address of the portal."""

from tests.matrix import kinds
from tests.matrix.acceptance_routes import ACCEPTANCE_ROUTES
from tests.matrix.actors import (
    AUDIT,
    DEPUTIES,
    EVERYBODY,
    HOLDERS,
    IMPORTERS,
    MAP_MAKERS,
    MINISTER,
    PROGRAM,
    SECURITY,
    SYSTEM,
    WORKERS,
    WRITERS,
)
from tests.matrix.affairs_routes import AFFAIRS_ROUTES
from tests.matrix.assessment_routes import ASSESSMENT_ROUTES
from tests.matrix.case_routes import CASE_ROUTES
from tests.matrix.case_work_routes import CASE_WORK_ROUTES
from tests.matrix.contest_routes import CONTEST_ROUTES
from tests.matrix.economy_routes import ECONOMY_ROUTES
from tests.matrix.filing_api_routes import FILING_API_ROUTES
from tests.matrix.filing_routes import FILING_ROUTES
from tests.matrix.inspection_routes import INSPECTION_ROUTES
from tests.matrix.judging_routes import JUDGING_ROUTES
from tests.matrix.notice_routes import NOTICE_ROUTES
from tests.matrix.order_routes import ORDER_ROUTES
from tests.matrix.paper_routes import PAPER_ROUTES
from tests.matrix.policy import API, METHODS, Exempt, Route, act, api, form, page
from tests.matrix.report_page_routes import REPORT_PAGE_ROUTES
from tests.matrix.report_routes import REPORT_API_ROUTES
from tests.matrix.rule_routes import RULE_ROUTES
from tests.matrix.scheme_routes import SCHEME_ROUTES
from tests.matrix.screening_routes import SCREENING_ROUTES
from tests.matrix.team_routes import TEAM_ROUTES
from tests.matrix.voice_routes import VOICE_ROUTES
from tests.matrix.warning_routes import WARNING_ROUTES
from tests.matrix.world import FOREIGN_SECURITY, HOLIDAY, STRANGER

OPENED = ("GET", "HEAD", "POST")
WRONG_PASSWORD = {"username": "nobody", "password": "wrong"}
CONSEQUENCES = ("user_disable", "user_enable", "user_reset", "user_unlock", "user_second_factor")

SHELL = [
    page("home"),
    page("menu"),
    page("shortcuts"),
    page("healthz", public=True),
    page("readyz", public=True),
    act("csp_report", public=True, post=(204,)),
    act("appearance", public=True),
    # Django's own view: it changes the language on POST and leads back on everything else.
    Route("set_language", dict.fromkeys(METHODS, (302,)), public=True),
]

SIGNING_IN = [
    form(
        "accounts:sign_in",
        public=True,
        data=WRONG_PASSWORD,
        but={f"{method} {actor}": 302 for method in OPENED for actor in EVERYBODY},
    ),
    act("accounts:sign_out"),
    form("accounts:password"),
    form("accounts:confirm"),
    form("accounts:profile"),
    act("accounts:switch_county", data={"county": "999903"}, post=(409,)),
    # Nobody has anything kept here, and nobody else's contents have an address at all.
    Route("accounts:pending_form", {"GET": (404,)}),
    Route("accounts:drop_pending", {"POST": (404,)}),
    page("accounts:sessions"),
    act("accounts:end_others"),
    act("accounts:end_session", kind=kinds.SESSION),
    page("accounts:otp"),
    form("accounts:otp_setup"),
    Route("accounts:otp_verify", {"GET": (302,), "POST": (302,)}),
    act("accounts:otp_codes", post=(200,)),
    form("accounts:otp_remove", post=(302,)),
]
TOKENS = [
    page("accounts:tokens", HOLDERS | SECURITY),
    form("accounts:token_new", HOLDERS),
    form("accounts:token_rotate", HOLDERS, kind=kinds.OWN_TOKEN),
    form("accounts:token_revoke", HOLDERS | SECURITY, kind=kinds.TOKEN),
]
PEOPLE = [
    page("accounts:users", SECURITY),
    form("accounts:user_new", SECURITY),
    page("accounts:user", SECURITY, kind=kinds.PERSON),
    form("accounts:user_edit", SECURITY, kind=kinds.PERSON),
    form("accounts:user_access", SECURITY, kind=kinds.PERSON),
    page("accounts:user_preview", SECURITY, kind=kinds.PERSON),
    *[form(f"accounts:{name}", SECURITY, kind=kinds.PERSON) for name in CONSEQUENCES],
    form("accounts:handover_start", SECURITY, kind=kinds.PERSON),
    page("accounts:handovers", SECURITY),
    page("accounts:handover", kind=kinds.HANDOVER),
    page("accounts:requests", SECURITY | MINISTER),
    form("accounts:request", SECURITY | MINISTER, kind=kinds.ACCESS_REQUEST),
    act(
        "accounts:request_withdraw", SECURITY | MINISTER, kind=kinds.ACCESS_REQUEST,
        but={"POST county_minister home": 409},
    ),
    form("accounts:delegations", DEPUTIES),
    act("accounts:delegation_leave"),
    act(
        "accounts:delegation_enter", kind=kinds.DELEGATION,
        but={
            "POST township_secretary home": 409,
            "POST security_admin home": 409,
            f"POST {STRANGER} abroad": 409,
        },
    ),
    act(
        "accounts:delegation_end", kind=kinds.DELEGATION,
        but={"POST township_clerk home": 409},
    ),
    page("accounts:trail"),
    page("accounts:trail_entry", kind=kinds.ENTRY),
    page("accounts:audit", AUDIT),
    act("accounts:audit_verify", AUDIT, post=(200,)),
    page("accounts:policy"),
    Route("accounts:first_run", {"GET": (404,), "POST": (404,)}, public=True),
    form("accounts:new_county", SYSTEM),
]  # fmt: skip
LISTS = [
    act("lists:settings", at={"key": "villages"}),
    page("lists:views", at={"key": "villages"}),
    act("lists:save_view", at={"key": "villages"}, data={"name": "试验"}),
    # Only the owner changes a view, whoever else may open it.
    act(
        "lists:change_view", kind=kinds.VIEW, data={"do": "delete"},
        but={f"POST {actor} shared": 409 for actor in kinds.VIEW.seen["shared"] - {"county_staff"}}
        | {f"POST {FOREIGN_SECURITY} abroad": 409},
    ),
]  # fmt: skip
HELP = [
    page("help:index"),
    Route("help:for_page", {"GET": (302,)}, public=True),
    page("help:burden", public=True),
    page("help:public_box", public=True),
    page("help:signing_in", public=True),
    page("help:page", at={"slug": "villages"}),
    page("help:fields"),
    page("help:fields_of", at={"key": "cadres"}),
]
TERRITORY = [
    page("villages:counties", WORKERS | SYSTEM),
    page("villages:county", WORKERS | SYSTEM, kind=kinds.COUNTY_UNIT),
    Route("villages:townships", {"GET": (302,)}, WORKERS | SYSTEM),
    page("villages:township", WORKERS | SYSTEM, kind=kinds.TOWNSHIP_UNIT),
    form("villages:villages", WORKERS, writers=MAP_MAKERS, post=(409,), data={"do": "kind"}),
    page("villages:village", WORKERS, kind=kinds.VILLAGE_UNIT),
    form("villages:profile", WRITERS, kind=kinds.VILLAGE_UNIT),
    form("villages:rename", MAP_MAKERS, kind=kinds.UNIT),
    page("villages:changes", WORKERS | SYSTEM),
    form("villages:change", MAP_MAKERS, at={"verb": "merge"}),
    page("villages:receipt", WORKERS | SYSTEM, kind=kinds.MAP_EVENT),
    page("villages:search"),
    page("villages:calendar_now", WORKERS | SYSTEM),
    page("villages:calendar", WORKERS | SYSTEM, at={"year": 2026}),
    form("villages:calendar_new", SYSTEM),
    form("villages:calendar_day", SYSTEM, at={"day": HOLIDAY}),
    form("villages:calendar_delete", SYSTEM, at={"day": HOLIDAY}, post=(302,)),
    page("villages:parameters", SYSTEM),
    form("villages:parameter", SYSTEM, at={"key": "api.reads_per_minute"}),
]
MONTHS = [
    page("imports:months", WORKERS),
    form("imports:month_close", MAP_MAKERS, at={"code": "2026-10"}),
    form("imports:month_extend", MAP_MAKERS, at={"code": "2026-10"}),
    form("imports:month_reopen", MAP_MAKERS, at={"code": "2026-09"}),
    form("imports:reopening_end", MAP_MAKERS, kind=kinds.REOPENING, post=(302,)),
    form("imports:month_ask", WRITERS | PROGRAM, at={"code": "2026-09"}),
    page("imports:reopening_request", WORKERS, kind=kinds.REOPENING_REQUEST),
    form("imports:reopening_decide", MAP_MAKERS, kind=kinds.REOPENING_REQUEST),
    # Only whoever asked takes it back; nobody of the matrix did.
    act("imports:reopening_withdraw", WRITERS | PROGRAM, kind=kinds.REOPENING_REQUEST, post=(409,)),
]
IMPORTS = [
    page("imports:batches", IMPORTERS),
    page("imports:new", IMPORTERS),
    form("imports:upload", IMPORTERS, at={"key": "honours"}),
    page("imports:template", IMPORTERS, at={"key": "honours"}),
    # A place with too few villages for five errors is led back to the choice.
    # The practice sheet is a roster, which service accounts do not bring in.
    Route("imports:sample", {"GET": (200, 302, 404)}, IMPORTERS),
    act("imports:correct", IMPORTERS, kind=kinds.BATCH),
    page("imports:batch", IMPORTERS, kind=kinds.BATCH),
    act("imports:confirm", IMPORTERS, kind=kinds.BATCH),
    act("imports:headers", IMPORTERS, kind=kinds.BATCH),
    act("imports:drop", IMPORTERS, kind=kinds.BATCH),
    form("imports:undo", IMPORTERS, kind=kinds.BATCH, post=(302,)),
    # The stored file is gone in this world: whoever may have it is told so.
    Route("imports:marked", {"GET": (409,)}, IMPORTERS, kind=kinds.BATCH),
]
JOBS = [
    page("jobs:jobs"),
    act("jobs:read_all"),
    page("jobs:job", kind=kinds.JOB),
    page("jobs:progress", kind=kinds.JOB),
    act(
        "jobs:cancel", kind=kinds.JOB,
        but={f"POST {actor} failed": 409 for actor in kinds.JOB.seen["failed"]},
    ),
    act(
        "jobs:retry", kind=kinds.JOB,
        but={f"POST {actor} waiting": 409 for actor in kinds.JOB.seen["waiting"]}
        | {f"POST {STRANGER} abroad": 409},
    ),
]  # fmt: skip
REST = [
    api("api:me", more={"PATCH": (400,)}),
    api("api:enums"),
    api("api:fields"),
    page("api:openapi", public=True),
    page("api:swagger", public=True),
    page("api:redoc", public=True),
    page("api:problems", public=True),
    page("api:problem", public=True, at={"code": "not_found"}),
    # Codes and names inside the territory are no secret; figures need the right to work there.
    api("api:counties-list"),
    api("api:counties-detail", kind=kinds.COUNTY_UNIT),
    api("api:townships-list"),
    api("api:townships-detail", kind=kinds.TOWNSHIP_UNIT),
    api("api:villages-list"),
    api("api:villages-detail", kind=kinds.VILLAGE_UNIT),
    api(
        "api:village-profile", WORKERS, writers=WRITERS, kind=kinds.VILLAGE_UNIT,
        more={"POST": (400,)},
    ),
    # Files come as multipart: a JSON body is not even looked at.
    api("api:imports-list", IMPORTERS, more={"POST": (415,)}),
    api("api:imports-detail", IMPORTERS, kind=kinds.BATCH),
    Route("api:import-template", {"GET": (400,)}, IMPORTERS, style=API),
    Route("api:import-workbook", {"GET": (409,)}, IMPORTERS, kind=kinds.BATCH, style=API),
    Route("api:import-confirm", {"POST": (409,)}, IMPORTERS, kind=kinds.BATCH, style=API),
    Route("api:import-undo", {"POST": (409,)}, IMPORTERS, kind=kinds.BATCH, style=API),
    api("api:months-list", WORKERS),
    api("api:months-detail", WORKERS, kind=kinds.MONTH),
    api("api:reopening-requests-list", WORKERS, writers=WRITERS | PROGRAM, more={"POST": (400,)}),
    api("api:reopening-requests-detail", WORKERS, kind=kinds.REOPENING_REQUEST),
    *[
        Route(
            f"api:reopening-requests-{name}", {"POST": (status,)}, WORKERS, who,
            kind=kinds.REOPENING_REQUEST, style=API,
        )
        for name, who, status in (
            ("grant", MAP_MAKERS, 400), ("refuse", MAP_MAKERS, 400),
            ("withdraw", WRITERS | PROGRAM, 409),
        )
    ],
    api("api:jobs-list"),
    api("api:jobs-detail", kind=kinds.JOB),
    Route(
        "api:job-cancel", {"POST": (200,)}, kind=kinds.JOB, style=API,
        but={f"POST {actor} failed": 409 for actor in kinds.JOB.seen["failed"]},
    ),
    api("api:tokens-list", EVERYBODY, more={"POST": (400,)}),
    api("api:tokens-detail", EVERYBODY, kind=kinds.TOKEN, more={"DELETE": (204,)}),
]  # fmt: skip

ROUTES = [
    *SHELL,
    *SIGNING_IN,
    *TOKENS,
    *PEOPLE,
    *LISTS,
    *HELP,
    *TERRITORY,
    *MONTHS,
    *IMPORTS,
    *JOBS,
    *REST,
    *SCHEME_ROUTES,
]

# At most ten, each with the reason why calling it proves nothing.
EXEMPT: list[Exempt] = []

# Party organizations: everybody who works in the territory reads, whoever keeps ledgers files.
BRANCHES = [
    page("branches:hub", WORKERS),
    page("branches:figures_sheet", WORKERS),
    page("branches:sizes", WORKERS),
    page("branches:terms", WORKERS),
    page("branches:development", WORKERS),
    Route("branches:month_now", {"GET": (302,)}, WRITERS | PROGRAM),
    # Sent empty, the sheet says that it was changed meanwhile: its stamp is missing.
    form("branches:month", WRITERS | PROGRAM, at={"code": "2026-10"}, post=(409,)),
    page("branches:panel", WORKERS, kind=kinds.VILLAGE_UNIT),
    api("api:branch-figures", WORKERS),
]
ROUTES += BRANCHES

ROUTES += JUDGING_ROUTES

ROUTES += AFFAIRS_ROUTES

ROUTES += TEAM_ROUTES
ROUTES += CASE_ROUTES

ROUTES += CASE_WORK_ROUTES

ROUTES += ECONOMY_ROUTES

ROUTES += FILING_ROUTES

ROUTES += FILING_API_ROUTES

ROUTES += ACCEPTANCE_ROUTES

ROUTES += SCREENING_ROUTES

ROUTES += PAPER_ROUTES

ROUTES += INSPECTION_ROUTES

ROUTES += ORDER_ROUTES

ROUTES += CONTEST_ROUTES

ROUTES += VOICE_ROUTES

ROUTES += NOTICE_ROUTES

ROUTES += WARNING_ROUTES
ROUTES += REPORT_API_ROUTES
ROUTES += REPORT_PAGE_ROUTES
ROUTES += ASSESSMENT_ROUTES

ROUTES += RULE_ROUTES
