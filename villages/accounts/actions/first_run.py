"""The first people of an installation and of each further county."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from villages.accounts import guards, perms, setup_code
from villages.accounts.access import sentence
from villages.accounts.actions.jurisdictions import add_rows
from villages.accounts.actions.tracing import trace
from villages.accounts.actions.users import Opened
from villages.accounts.actors import ServiceActor
from villages.accounts.choices import Role
from villages.accounts.models import User
from villages.accounts.one_time import one_time_password
from villages.common.codes import Level, checked
from villages.common.errors import DomainError
from villages.common.scope import Scope
from villages.divisions.finding import refresh
from villages.models import County
from villages.trace.record import record

FIRST_RUN = ServiceActor("首次设置")
FIRST_ROLES = (Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDIT_ADMIN)


@dataclass(frozen=True)
class CountyFacts:
    """What a county begins with; townships and villages come with the roster."""

    code: str
    name: str
    province_name: str = ""
    city_name: str = ""
    department_name: str = ""
    hotline: str = ""


@dataclass(frozen=True)
class Person:
    """Somebody who gets one of the first accounts."""

    username: str
    name: str
    unit_name: str = ""


@transaction.atomic
def set_up(*, county: CountyFacts, people: dict[str, Person]) -> list[Opened]:
    """An empty installation gets its county and its three administrators, three different people.

    Raises `not_empty` once anybody has an account, `people_not_three`, `code_invalid`.
    """
    if not is_possible():
        raise DomainError("not_empty", _("平台已有账号,不能再次进行首次设置。"))
    _three(people)
    place = _county(county, by=FIRST_RUN)
    opened = [_appoint(role, people[role], place, by=FIRST_RUN) for role in FIRST_ROLES]
    transaction.on_commit(setup_code.remove)
    return opened


def is_possible() -> bool:
    """Whether nobody has an account yet."""
    return not User.objects.exists()


def _three(people: dict[str, Person]) -> None:
    names = {people[role].name for role in FIRST_ROLES}
    usernames = {people[role].username for role in FIRST_ROLES}
    if len(names) < len(FIRST_ROLES) or len(usernames) < len(FIRST_ROLES):
        raise DomainError(
            "people_not_three",
            _("系统管理员、安全管理员、审计管理员应是三个不同的人。"),
            _("请填写三个不同的姓名和用户名。"),
        )


@transaction.atomic
def open_county(*, county: CountyFacts, security: Person, by: User) -> Opened:
    """The system administrator opens a further county and appoints its first account there.

    That account is the security administrator's, who appoints everybody else. Raises
    `not_allowed`, `county_has_security` where the county has one, `code_invalid`.
    """
    if not perms.may_run_system(by):
        raise DomainError("not_allowed", sentence(perms.may_run_system))
    code = _code(county)
    guards.lock_security_admins()
    if guards.other_security(Scope.of([code]), without=[]):
        raise DomainError(
            "county_has_security",
            _("%(code)s 已有安全管理员。") % {"code": code},
            _("其他账号由该县安全管理员开设。"),
        )
    place = _county(county, by=by)
    if not by.territory.covers(code):
        add_rows(by, [code], by=by, reason=_("开设县"))
    return _appoint(Role.SECURITY_ADMIN, security, place, by=by)


def _code(county: CountyFacts) -> str:
    code = checked(county.code)
    if len(code) != Level.COUNTY:
        raise DomainError("code_invalid", _("县的区划代码应为 6 位数字。"))
    return code


def _county(facts: CountyFacts, *, by: Any) -> County:
    """The county of this code; a name that came with the divisions is kept."""
    code = _code(facts)
    known: County | None = County.objects.filter(code=code).first()
    if known:
        return known
    words = {key: value for key, value in vars(facts).items() if key not in {"code"}}
    words["department_name"] = facts.department_name or _("中共%(name)s委组织部") % vars(facts)
    county = County(code=code, **words)
    refresh(county, code)
    county.save()
    record("county.opened", county, by=by, after={"code": code, "name": county.name})
    return county


def _appoint(role: Role, person: Person, county: County, *, by: Any) -> Opened:
    password = one_time_password()
    user = User.objects.create_user(
        person.username, password, name=person.name, role=role, home_code=county.code,
        unit_name=person.unit_name, current_county_code=county.code,
    )  # fmt: skip
    add_rows(user, [county.code], by=by, reason=_("首次开设"))
    after = {"username": user.username, "role": role, "units": county.name}
    trace("user.appointed", user, by=by, after=after)
    return Opened(user, password)
