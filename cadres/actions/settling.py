"""What a row of posts must agree with beyond itself, asked while it is being written."""

from typing import Any

from django.utils.translation import gettext as _

from cadres.checking.posts import clash_of, held_by
from cadres.choices import Post
from cadres.models import PostTenure, ReservePlan
from villages.common.errors import DomainError


def settle_tenure(row: PostTenure, _by: Any) -> None:
    """Refuses posts that one person may not hold together; raises `posts_clash`. One query."""
    if row.ended_on is not None or not (row.person_id and row.village_id and row.post):
        return
    if clash := clash_of({*held_by(row.person_id, row.village_id, but=row.pk), row.post}):
        raise DomainError("posts_clash", clash, _("请先办理原职务的离任。"), post=clash)


def settle_reserve(row: ReservePlan, _by: Any) -> None:
    """Refuses a plan for somebody who is not in reserve; raises `not_in_reserve`. One query."""
    if not (row.person_id and row.village_id):
        return
    if Post.RESERVE not in held_by(row.person_id, row.village_id):
        said = _("此人不在该村的后备干部名单。")
        raise DomainError("not_in_reserve", said, _("请先在任职台账登记“后备干部”。"), person=said)
