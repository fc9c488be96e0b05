"""What the notices of the demo county must be; its tests load the county once."""

from rectification.supervision.figures.receipts import receipts_of
from rectification.supervision.models import Notice, NoticeReceipt, NoticeUnit, NoticeVersion
from rectification.supervision.notice_states import NoticeKind, NoticeStatus
from villages.accounts.models import User
from villages.trace.chain import digest_rows


def _named(title: str) -> Notice:
    found: Notice = Notice.objects.get(title__contains=title)
    return found


def check_notices_stand_in_every_state() -> None:
    assert set(Notice.objects.values_list("status", flat=True)) == set(NoticeStatus)
    assert set(Notice.objects.values_list("kind", flat=True)) == set(NoticeKind)
    assert {len(one) for one in Notice.objects.values_list("from_code", flat=True)} == {6, 9}


def check_a_notice_was_worded_anew_and_is_half_confirmed() -> None:
    row, county = _named("冬季党员集中培训"), User.objects.get(username="county")
    found = receipts_of(row, county)

    assert (row.number, len(found.confirmed), len(found.missing)) == (2, 7, 4)
    assert NoticeReceipt.objects.filter(version_read__notice=row).count() == 18


def check_the_service_is_read_in_the_villages() -> None:
    people = User.objects.filter(username__in=("first-secretary", "clerk", "township"))

    assert {_named("高龄津贴") in Notice.objects.visible_to(one) for one in people} == {True}
    assert _named("年终考核") not in Notice.objects.visible_to(people[0])


def check_notices_are_the_same_on_every_machine() -> None:
    notices = Notice.objects.values_list(
        "title", "from_code", "kind", "status", "number", "published_on"
    )
    versions = NoticeVersion.objects.values_list("notice__title", "number", "text", "changes")
    units = NoticeUnit.objects.values_list("notice__title", "unit_name")
    receipts = NoticeReceipt.objects.values_list(
        "unit__unit_name", "version_read__number", "read_on"
    )
    # Databases sort Chinese words each in its own way.
    told = sorted([str(one) for one in row] for row in (*notices, *versions, *units, *receipts))

    assert digest_rows(told)[:16] == "cf23e5d20a8e8555"


CHECKS = tuple(one for name, one in sorted(globals().items()) if name.startswith("check_"))
