"""Demo accounts, one for each kind of user."""

from datetime import date

from django.contrib.auth.hashers import make_password

from villages.accounts.choices import Role
from villages.accounts.models import Jurisdiction, User
from villages.common import clock
from villages.models import County, Township, Village

# username, role, name, post
ACCOUNTS = (
    ("county", Role.COUNTY_STAFF, "周文静", "县委组织部组织科"),
    ("minister", Role.COUNTY_MINISTER, "郑国华", "县委组织部"),
    ("leader", Role.COUNTY_LEADER, "韩立新", "县委"),
    ("township", Role.TOWNSHIP_SECRETARY, "梁志强", "清溪镇党委"),
    ("clerk", Role.TOWNSHIP_CLERK, "宋晓东", "清溪镇党建办"),
    ("reviewer", Role.REVIEWER, "唐玉兰", "县民政局"),
    ("first-secretary", Role.FIRST_SECRETARY, "冯海燕", "县农业农村局驻村工作队"),
    ("sysadmin", Role.SYSTEM_ADMIN, "于世杰", "县委组织部信息中心"),
    ("secadmin", Role.SECURITY_ADMIN, "董永红", "县委组织部办公室"),
    ("auditor", Role.AUDIT_ADMIN, "萧春梅", "县委组织部监督科"),
    ("api", Role.API_CLIENT, "数据大屏接口", "县大数据中心"),
)


def build(county: County, password: str) -> list[User]:
    """The accounts with their jurisdictions. They skip forced change and second factor."""
    # One hash for all: they share the password, and hashing is slow on purpose.
    hashed = make_password(password)
    users = [_account(county, *row, password=hashed) for row in ACCOUNTS]
    User.objects.bulk_create(users)
    Jurisdiction.objects.bulk_create(
        Jurisdiction(
            user=user, unit_code=user.home_code, starts_on=date(2024, 1, 1), reason="演示账号"
        )
        for user in users
        if user.role != Role.REVIEWER
    )
    return users


def _account(
    county: County, username: str, role: Role, name: str, unit: str, *, password: str
) -> User:
    return User(
        username=username, role=role, name=name, unit_name=unit, password=password,
        home_code=_home(county, role), current_county_code=county.code, is_demo=True,
        must_change_password=False, password_changed_at=clock.instant(),
    )  # fmt: skip


def _home(county: County, role: Role) -> str:
    if role in {Role.TOWNSHIP_SECRETARY, Role.TOWNSHIP_CLERK}:
        return str(Township.objects.get(county=county, name="清溪镇").code)
    if role == Role.FIRST_SECRETARY:
        return str(Village.objects.filter(township__county=county, township__name="清溪镇")[0].code)
    return county.code
