"""Which posts one person may hold at the same time in one village."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from cadres.choices import COMMITTEE, SENT_POSTS, SUPERVISION, Post
from cadres.models import PostTenure


def clash_of(posts: Iterable[str]) -> str:
    """Why these posts cannot be held together, for people; empty where they can.

    村民委员会组织法 (2025 text, Art. 37): members of the villagers' committee do not sit on the
    supervision committee; the 2017 opinion on these committees adds accountants and clerks.
    """
    held = {Post(one) for one in posts}
    if held & SUPERVISION and held & COMMITTEE:
        return _("村务监督委员会成员不能同时是村民委员会成员。")
    if held & SUPERVISION and Post.CLERK in held:
        return _("村务监督委员会成员不能兼任文书、会计或报账员。")
    if Post.RESERVE in held and held & SENT_POSTS:
        return _("派驻人员不列为后备干部。")
    return ""


def held_by(person: int, village: int, *, but: int | None = None) -> set[str]:
    """Open posts of a person in a village, `but` the tenure of this key. One query."""
    rows = PostTenure.objects.open().filter(person_id=person, village_id=village)
    return set(rows.exclude(pk=but).values_list("post", flat=True))
