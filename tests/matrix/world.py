"""The world that the matrix looks at: two counties, everybody in them, one object of each kind
in every place."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.conf import settings
from django.test import Client

from tests.factories import UserFactory, one_of_each_role, signed_in, small_county
from tests.matrix.acceptance_world import acceptance_keys
from tests.matrix.affairs_world import indicator_places
from tests.matrix.assessment_world import assessment_keys
from tests.matrix.contest_world import contest_keys
from tests.matrix.economy_world import economy_keys
from tests.matrix.filing_world import filing_keys
from tests.matrix.inspection_world import inspection_keys
from tests.matrix.judging_world import judging_keys
from tests.matrix.notice_world import notice_keys
from tests.matrix.order_world import order_keys
from tests.matrix.paper_world import paper_keys
from tests.matrix.report_world import report_keys
from tests.matrix.rule_world import rule_keys
from tests.matrix.scheme_world import scheme_keys
from tests.matrix.screening_world import publish_standards
from tests.matrix.team_world import team_keys
from tests.matrix.voice_world import voice_keys
from tests.matrix.warning_world import warning_keys
from villages.accounts import sudo
from villages.accounts.actions.tokens import Limits, create_token
from villages.accounts.choices import ADMIN_ROLES, Role
from villages.accounts.models import (
    AccessRequest,
    Delegation,
    Handover,
    User,
    UserSession,
)
from villages.choices import ChangeKind
from villages.common import clock
from villages.imports.models import (
    BatchState,
    FilingMonth,
    ImportBatch,
    Reopening,
    ReopeningRequest,
)
from villages.jobs.models import Job
from villages.jobs.states import JobState
from villages.lists.models import SavedView
from villages.models import CalendarDay, FormerName, Succession, Village
from villages.trace.record import record

HOME, ABROAD = "999901", "999902"
NEAR_TOWNSHIP, FAR_TOWNSHIP, FOREIGN_TOWNSHIP = "999901001", "999901101", "999902001"
NEAR, BESIDE, FAR, FOREIGN = "999901001200", "999901001201", "999901101200", "999902001200"
NOBODY = "0" * 32
CHANGED_ON = date(2026, 3, 1)
HOLIDAY = date(2026, 10, 1)

ANONYMOUS, LEFT = "anonymous", "left"
NEIGHBOUR, STRANGER, FOREIGN_SECURITY = "neighbour", "stranger", "foreign_security"


@dataclass
class World:
    """Actors by name, what they hold, and the keys of objects by kind and place.

    `places` holds address arguments where a key alone does not make an address.
    """

    people: dict[str, User] = field(default_factory=dict)
    clients: dict[str, Client] = field(default_factory=dict)
    cookies: dict[str, str] = field(default_factory=dict)
    keys: dict[str, dict[str, str]] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)
    places: dict[str, dict[str, dict[str, str]]] = field(default_factory=dict)

    def client(self, actor: str) -> Client:
        """The actor's browser as it was after signing in, whatever happened in between."""
        client = self.clients[actor]
        client.cookies.clear()
        if actor in self.cookies:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.cookies[actor]
        return client


def build() -> World:
    """Everything, once for all tests of the matrix."""
    small_county(HOME, "青原县")
    small_county(ABROAD, "白水县")
    world = World(people=_people())
    for name, user in world.people.items():
        _sign_in(world, name, user)
    world.clients[ANONYMOUS] = Client()
    # The account is closed while the browser still shows a page: its cookie opens nothing.
    User.objects.filter(pk=world.people[LEFT].pk).update(is_active=False)
    world.keys = {
        "user": _uids(world.people, "township_clerk", NEIGHBOUR, "county_staff", STRANGER),
        "session": _sessions(world),
        "token": _tokens(world),
        "request": _requests(world.people),
        "handover": _handovers(world.people),
        "delegation": _delegations(world.people),
        "view": _views(world.people),
        "entry": _entries(world.people),
        "job": _jobs(world.people),
        "reopening": _reopenings(),
        "reopening_request": _reopening_requests(world.people["security_admin"]),
        "batch": _batches(world.people),
    }
    months = FilingMonth.objects.values_list("county_code", "uid")
    world.keys["month"] = {"home" if code == HOME else "abroad": uid for code, uid in months}
    world.places |= scheme_keys(
        {HOME: world.people["county_staff"], ABROAD: world.people[STRANGER]},
        {"near": NEAR, "far": FAR, "abroad": FOREIGN},
    )
    world.keys |= judging_keys(world.people, {"near": NEAR, "far": FAR, "abroad": FOREIGN})
    publish_standards(HOME, ABROAD)
    world.keys |= team_keys({"near": NEAR, "far": FAR, "abroad": FOREIGN})
    world.keys |= paper_keys(world.people, {"near": NEAR, "far": FAR, "abroad": FOREIGN})
    world.keys |= acceptance_keys({"near": NEAR, "far": FAR, "abroad": FOREIGN})
    world.keys |= inspection_keys({"near": NEAR, "abroad": FOREIGN})
    world.keys |= contest_keys({"near": NEAR, "far": FAR, "abroad": FOREIGN})
    world.keys |= economy_keys({"near": NEAR, "far": FAR, "abroad": FOREIGN})
    world.keys |= filing_keys(
        world.people,
        {"near": NEAR_TOWNSHIP, "far": FAR_TOWNSHIP, "abroad": FOREIGN_TOWNSHIP},
    )
    world.places |= indicator_places({"home": HOME, "abroad": ABROAD})
    world.keys |= order_keys(world.people, {"near": NEAR_TOWNSHIP, "abroad": FOREIGN_TOWNSHIP})
    world.keys |= voice_keys({"near": NEAR, "far": FAR, "abroad": FOREIGN})
    world.keys |= warning_keys({"near": NEAR, "far": FAR, "abroad": FOREIGN})
    world.keys |= notice_keys(world.people, {"home": HOME, "abroad": ABROAD})
    world.keys |= rule_keys({"home": HOME, "abroad": ABROAD})
    world.keys |= report_keys({"home": HOME, "abroad": ABROAD})
    world.keys |= assessment_keys({"home": HOME, "abroad": ABROAD})
    _map_changes()
    CalendarDay.objects.get_or_create(day=HOLIDAY, defaults={"is_workday": False, "name": "国庆"})
    return world


def _people() -> dict[str, User]:
    people = dict(one_of_each_role(HOME))
    extra: Mapping[str, tuple[str, str]] = {
        NEIGHBOUR: (Role.TOWNSHIP_CLERK, FAR_TOWNSHIP),
        STRANGER: (Role.COUNTY_STAFF, ABROAD),
        FOREIGN_SECURITY: (Role.SECURITY_ADMIN, ABROAD),
        LEFT: (Role.COUNTY_STAFF, HOME),
    }
    for name, (role, home) in extra.items():
        people[name] = UserFactory(username=name, role=role, home_code=home)
    return {str(name): user for name, user in people.items()}


def _sign_in(world: World, name: str, user: User) -> None:
    client = signed_in(user)
    session = client.session
    session[sudo.GIVEN_AT] = clock.instant().timestamp()
    session.save()
    world.clients[name] = client
    world.cookies[name] = client.cookies[settings.SESSION_COOKIE_NAME].value


def _uids(people: dict[str, User], *names: str) -> dict[str, str]:
    return {name: people[name].uid for name in names}


def _sessions(world: World) -> dict[str, str]:
    rows = {row.user_id: row.uid for row in UserSession.objects.all()}
    return {
        name: rows[world.people[name].pk]
        for name in ("township_clerk", "security_admin", "county_staff")
    }


def _tokens(world: World) -> dict[str, str]:
    """A token of everybody who may hold one; it writes, so that only rights decide."""
    for name, user in world.people.items():
        if user.role not in ADMIN_ROLES and name != LEFT:
            token, world.secrets[name] = create_token(
                user=user, name="大屏", limits=Limits(read_only=False), by=user
            )
            world.tokens[name] = token.uid
    return {name: world.tokens[name] for name in ("township_clerk", NEIGHBOUR, STRANGER)}


def _requests(people: dict[str, User]) -> dict[str, str]:
    def ask(subject: str, by: str, code: str) -> str:
        row = AccessRequest.objects.create(
            subject=people[subject], requested_by=people[by], unit_codes=[code], reason="调整分工"
        )
        return str(row.uid)

    return {
        "home": ask("township_clerk", "security_admin", HOME),
        "abroad": ask(STRANGER, FOREIGN_SECURITY, ABROAD),
    }


def _handovers(people: dict[str, User]) -> dict[str, str]:
    def hand(leaver: str, successor: str, by: str) -> str:
        row = Handover.objects.create(
            leaver=people[leaver], successor=people[successor], leaves_on=date(2026, 12, 1),
            reason="换届", done_by=people[by],
        )  # fmt: skip
        return str(row.uid)

    return {
        "home": hand("township_secretary", "township_clerk", "security_admin"),
        "abroad": hand(STRANGER, FOREIGN_SECURITY, FOREIGN_SECURITY),
    }


def _delegations(people: dict[str, User]) -> dict[str, str]:
    day = clock.today()

    def give(principal: str, deputy: str) -> str:
        row = Delegation.objects.create(
            principal=people[principal], deputy=people[deputy], starts_on=day,
            ends_on=day + timedelta(days=7), reason="外出培训",
        )  # fmt: skip
        return str(row.uid)

    return {
        "home": give("township_secretary", "township_clerk"),
        "abroad": give(STRANGER, FOREIGN_SECURITY),
    }


def _views(people: dict[str, User]) -> dict[str, str]:
    def keep(owner: str, name: str, county: str = "") -> str:
        row = SavedView.objects.create(
            owner=people[owner], list_key="villages", path="/villages/", name=name,
            query="kind=villagers", county_code=county,
        )  # fmt: skip
        return str(row.uid)

    return {
        "own": keep("township_clerk", "我的村"),
        "shared": keep("county_staff", "全县村", HOME),
        "abroad": keep(STRANGER, "白水村", ABROAD),
    }


def _entries(people: dict[str, User]) -> dict[str, str]:
    """Acts about one village each, and a sign-in that is nobody's business but the auditor's."""

    def act(by: str, code: str) -> str:
        row = record("village.renamed", Village.objects.get(code=code), by=people[by])
        return f"{row.chain}-{row.number}"

    signed = record("session.started", by=people["township_clerk"], county=HOME)
    return {
        "near": act("county_staff", NEAR),
        "far": act("county_staff", FAR),
        "abroad": act(STRANGER, FOREIGN),
        "personal": f"{signed.chain}-{signed.number}",
    }


def _jobs(people: dict[str, User]) -> dict[str, str]:
    """A waiting job and one that failed in the first county, a waiting one abroad."""

    def ask(by: str, state: JobState = JobState.QUEUED) -> str:
        user = people[by]
        ended = None if state == JobState.QUEUED else clock.instant()
        row = Job.objects.create(
            key=f"matrix:{by}", kind="sheet", title="导入台账", county_code=user.home_code[:6],
            unit_code=user.home_code, requested_by=user, state=state, finished_at=ended,
            error="文件打不开。" if ended else "",
        )  # fmt: skip
        return str(row.uid)

    return {
        "waiting": ask("township_clerk"),
        "failed": ask("county_staff", JobState.FAILED),
        "abroad": ask(STRANGER),
    }


def _batches(people: dict[str, User]) -> dict[str, str]:
    """A file of a township, one of the whole county, one abroad; the files themselves are gone."""

    def send(by: str) -> str:
        user = people[by]
        row = ImportBatch.objects.create(
            kind="villages", county_code=user.home_code[:6], unit_code=user.home_code,
            as_of=date(2026, 11, 3), state=BatchState.CHECKED, file_name="村情.xlsx",
            file_digest="0" * 64, uploaded_by=user,
        )  # fmt: skip
        return str(row.uid)

    return {
        "near": send("township_clerk"),
        "county": send("county_staff"),
        "abroad": send(STRANGER),
    }


def _reopenings() -> dict[str, str]:
    def reopen(code: str) -> str:
        month = FilingMonth.objects.create(
            county_code=code, month=202609, due_on=date(2026, 9, 25), closed_at=clock.instant()
        )
        row = Reopening.objects.create(
            filing_month=month, county_code=code, unit_code=f"{code}001", reason="漏报",
            ends_on=date(2026, 11, 10),
        )  # fmt: skip
        return str(row.uid)

    return {"home": reopen(HOME), "abroad": reopen(ABROAD)}


def _reopening_requests(by: User) -> dict[str, str]:
    """One in each township, asked by somebody who takes nothing back."""

    def ask(township: str) -> str:
        month = FilingMonth.objects.get(county_code=township[:6], month=202609)
        row = ReopeningRequest.objects.create(
            filing_month=month, county_code=township[:6], township_code=township,
            village_codes=[f"{township}200"], items="经营收入", reason="填反了", asked_by=by,
        )  # fmt: skip
        return str(row.uid)

    return {
        "near": ask(NEAR_TOWNSHIP),
        "far": ask(FAR_TOWNSHIP),
        "abroad": ask(FOREIGN_TOWNSHIP),
    }


def _map_changes() -> None:
    """One merger and one former name in every place."""
    for village in (NEAR, FAR, FOREIGN):
        place = {"county_code": village[:6], "township_code": village[:9]}
        Succession.objects.create(
            unit_code=f"{village[:9]}900", successor_code=village, effective_on=CHANGED_ON,
            kind=ChangeKind.MERGE, basis=f"{village[:9]}号文", **place,
        )  # fmt: skip
        FormerName.objects.create(
            unit_code=village, name=f"旧{village[:9]}村", valid_to=CHANGED_ON, **place
        )
