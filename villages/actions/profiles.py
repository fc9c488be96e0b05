"""Basic figures of a village: a survey is a new dated row."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from villages.accounts.perms import may_change_map, works_for_township
from villages.common.errors import DomainError
from villages.models import Village, VillageProfile
from villages.trace.record import record


def may_write_profile(user: Any) -> bool:
    """Organization department staff and the township's people keep the basic figures."""
    return may_change_map(user) or works_for_township(user)


@transaction.atomic
def write_profile(
    *, village: Village, as_of: date, figures: dict[str, Any], source: str,
    version: int, today: date, by: Any,
) -> VillageProfile:  # fmt: skip
    """The village's figures as of a day; one row per day, a second one corrects the first.

    `figures` holds households, population, members, women_members, farmland_mu, groups; None is
    unknown. `version` is that of the village on the page. Raises `profile_not_allowed`,
    `profile_outdated`, `profile_future`, and `profile_invalid` with one message per field.
    """
    locked = Village.objects.select_for_update().get(pk=village.pk)
    _check(locked, as_of, version, today, by)
    row = VillageProfile.objects.filter(village=locked, as_of=as_of).first()
    before = _figures(row, figures) if row else {}
    row = row or VillageProfile(village=locked, county_code=locked.county_code, as_of=as_of)
    row.source = source
    for name, value in figures.items():
        setattr(row, name, value)
    _save(row, locked)
    record(
        "village.profile_written", row, by=by, name=locked.name, reason=source,
        before=before, after=_figures(row, figures) | {"as_of": as_of},
    )  # fmt: skip
    return row


def _check(village: Village, as_of: date, version: int, today: date, by: Any) -> None:
    if not may_write_profile(by) or not by.territory.covers(village.code):
        raise DomainError(
            "profile_not_allowed",
            _("只有县委组织部和所在乡镇可以填写基本情况。"),
            _("请联系所在乡镇的组织干事。"),
        )
    if village.version != version:
        raise DomainError(
            "profile_outdated",
            _("%s的资料刚被他人改动,您的填写没有保存。") % village.name,
            _("请对照最新数据后再次提交。"),
        )
    if as_of > today:
        message = _("数据日期不能晚于今天。")
        raise DomainError("profile_future", message, as_of=message)


def _save(row: VillageProfile, village: Village) -> None:
    try:
        row.full_clean(validate_unique=False)
    except ValidationError as error:
        messages = {name: " ".join(texts) for name, texts in error.message_dict.items()}
        named = {name: text for name, text in messages.items() if name != "__all__"}
        raise DomainError("profile_invalid", " ".join(messages.values()), **named) from error
    row.save()
    village.version += 1
    village.save(update_fields=["version"])


def _figures(row: VillageProfile, names: dict[str, Any]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}
