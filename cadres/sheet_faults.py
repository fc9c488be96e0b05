"""What is wrong between rows of a cadre sheet, or between the sheet and the ledger."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from cadres.actions.following import ONLY_ONE
from cadres.actions.matching import key_of
from cadres.choices import Political, Post
from cadres.models import PostTenure
from villages.imports.declaring import Context, Key, Row, RowFault, Values

_MEMBERS = frozenset({Political.MEMBER, Political.PROBATIONARY})


def faults_between(
    context: Context, rows: list[Row], stored: Mapping[Key, Values]
) -> Iterator[RowFault]:
    """All of them. One query."""
    yield from foreign_people(context, rows, stored)
    yield from joined_without_party(rows)
    yield from taken_posts(context, rows)


def foreign_people(
    context: Context, rows: Iterable[Row], stored: Mapping[Key, Values]
) -> Iterator[RowFault]:
    """Nobody takes over a person who stands in the ledger of a place outside his territory."""
    for row in rows:
        home = stored.get(key_of(row), {}).get("code", "")
        if home and not context.by.territory.covers(home):
            yield RowFault(
                row, "id_number", "foreign_person",
                _("这个身份证号登记在您管辖范围以外的村。"),
                _("请核对号码;确属调动的,请由组织部导入。"),
            )  # fmt: skip


def joined_without_party(rows: Iterable[Row]) -> Iterator[RowFault]:
    """A day of joining beside a political status that has none."""
    for row in rows:
        political = row.values.get("political")
        if row.values.get("joined_party_on") and political and political not in _MEMBERS:
            yield RowFault(
                row, "joined_party_on", "joined_without_party",
                _("填了入党时间,政治面貌却不是党员。"), _("请核对政治面貌和入党时间。"),
            )  # fmt: skip


def taken_posts(context: Context, rows: list[Row]) -> Iterator[RowFault]:
    """A second secretary, director or chair of supervision in a village; the later row's fault.

    Somebody who is in the sheet holds what the sheet says; whoever is not goes on as before.
    """
    held = _held_by_others(context.county, rows)
    for row in rows:
        for post in sorted({one.post for one in row.values["posts"].held} & ONLY_ONE):
            mine = (row.values["name"], row)
            other = held.setdefault((row.village.code, post), mine)
            if other is not mine:
                yield _taken(row, post, other[0])


def _taken(row: Row, post: str, other: str) -> RowFault:
    words = {"name": other, "post": Post(post).label}
    return RowFault(
        row, "posts", "post_taken", _("该村的%(post)s已登记为%(name)s。") % words,
        _("一个村只有一名在任;请先办理原任的离任,或在表中更正职务。"),
    )  # fmt: skip


def _held_by_others(county: str, rows: list[Row]) -> dict[tuple[str, str], tuple[str, Any]]:
    """Village and post → name, of those whom the sheet does not mention."""
    mentioned = {key_of(row) for row in rows} | {key_of(row, by_number=False) for row in rows}
    found = PostTenure.objects.open().filter(county_code=county, post__in=ONLY_ONE)
    read = found.values_list(
        "village__code", "post", "person__name", "person__village__code", "person__birth_month",
        "person__id_index",
    )  # fmt: skip
    return {
        (code, post): (name, None)
        for code, post, name, home, birth, index in read
        if ("name", home, name, birth) not in mentioned and ("id", index) not in mentioned
    }
