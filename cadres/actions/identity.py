"""Identity and telephone numbers: written sealed, shown once to those who say why."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from cadres.checking.identity import contradictions
from cadres.choices import Sex
from cadres.models import Person
from cadres.perms import may_reveal
from cadres.sealing import index_of, seal, unseal
from villages.common.errors import DomainError
from villages.common.identity import birth_date_of, fault_of, normalise_id_number, sex_of
from villages.trace.record import record

LEAST_REASON = 5
SEALED = {"id_number": "id_sealed", "phone": "phone_sealed"}


def labels() -> dict[str, str]:
    """What the sealed fields are called."""
    return {"id_number": _("身份证号"), "phone": _("联系电话")}


@transaction.atomic
def reveal(*, person: Person, field: str, reason: str, by: Any) -> str:
    """The number itself, once; who looked, at what and why stands in the trail, the number not.

    `field` is `id_number` or `phone`. Raises `reveal_not_allowed`, `reveal_field`,
    `reveal_reason`, `reveal_nothing`.
    """
    _refuse_reveal(person, field, reason, by)
    raw = unseal(getattr(person, SEALED[field]))
    if not raw:
        raise DomainError(
            "reveal_nothing", _("还没有登记%s。") % labels()[field], _("可以在这一页登记。")
        )
    record("cadre.revealed", person, by=by, after={"field": labels()[field]}, reason=reason)
    return raw


def _refuse_reveal(person: Person, field: str, reason: str, by: Any) -> None:
    _require_right(person, by)
    if field not in SEALED:
        said = _("只能查看身份证号或联系电话。")
        raise DomainError("reveal_field", said, field=said)
    if len(reason.strip()) < LEAST_REASON:
        said = _("请写明查看理由,至少 5 个字。")
        raise DomainError("reveal_reason", said, reason=said)


def _require_right(person: Person, by: Any) -> None:
    if not may_reveal(by) or not by.territory.covers(person.village.code):
        raise DomainError(
            "reveal_not_allowed",
            _("只有组织部和所在乡镇的工作人员可以查看或登记证件和电话。"),
            _("请联系所在乡镇的组织干事。"),
        )


@transaction.atomic
def set_identity(
    *, person: Person, by: Any, id_number: str = "", phone: str = "", checked: bool = False
) -> Person:
    """Writes the identity number, the telephone, or both; what is not given stays.

    Sex and month of birth are taken over where the ledger has none; where it says otherwise the
    person who writes must have `checked` it. Raises `reveal_not_allowed`, `id_…` (see
    `IdFault`), `id_taken`, `phone`, `id_contradicts`.
    """
    _require_right(person, by)
    locked: Person = Person.objects.select_for_update().get(pk=person.pk)
    written = [name for name, given in (("id_number", id_number), ("phone", phone)) if given]
    if id_number:
        _put_number(locked, normalise_id_number(id_number), checked)
    if phone:
        locked.phone_sealed = seal(_digits(phone))
    locked.version += 1
    locked.save()
    said = "、".join(labels()[name] for name in written)
    record("cadre.identity_set", locked, by=by, after={"fields": said})
    return locked


def _put_number(person: Person, number: str, checked: bool) -> None:
    if fault := fault_of(number):
        said = _("身份证号不正确,请对照证件逐位核对。")
        raise DomainError(str(fault), said, id_number=said)
    _refuse_twin(person, number)
    if not checked and (said := "".join(contradictions(person, number))):
        hint = _("核对无误的,请勾选“已核对”后再保存。")
        raise DomainError("id_contradicts", said, hint, id_number=f"{said}{hint}")
    born = birth_date_of(number)
    person.birth_month = person.birth_month or born.year * 100 + born.month
    person.sex = person.sex or str(Sex(sex_of(number)))
    if index_of(number) != person.id_index:
        person.id_sealed, person.id_index = seal(number), index_of(number)


def _refuse_twin(person: Person, number: str) -> None:
    same = Person.objects.filter(county_code=person.county_code, id_index=index_of(number))
    if same.exclude(pk=person.pk).exists():
        said = _("本县已登记这个身份证号。")
        raise DomainError("id_taken", said, _("请核对是否同一个人。"), id_number=said)


def _digits(phone: str) -> str:
    digits = "".join(one for one in phone if one not in " -()（）")
    if not digits.removeprefix("+").isdigit() or not 7 <= len(digits) <= 15:
        said = _("电话应为 7 至 15 位数字。")
        raise DomainError("phone", said, phone=said)
    return digits
