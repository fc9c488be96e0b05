"""Leaving a post and handing it over."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from cadres.actions.colleagues import person_named
from cadres.checking.posts import clash_of, held_by
from cadres.choices import EndReason, Post
from cadres.models import PostTenure
from villages.common.errors import DomainError
from villages.trace.record import record


@transaction.atomic
def end(
    tenure: PostTenure, *, by: Any, ended_on: date, end_reason: str, end_note: str = ""
) -> PostTenure:
    """Somebody leaves a post on a day; that day is no longer one in office.

    Raises `tenure_ended`, `tenure_end_early`.
    """
    locked: PostTenure = PostTenure.objects.select_for_update().get(pk=tenure.pk)
    _refuse_end(locked, ended_on)
    locked.ended_on, locked.end_reason, locked.end_note = ended_on, end_reason, end_note
    locked.version += 1
    locked.save(update_fields=["ended_on", "end_reason", "end_note", "version"])
    record(
        "tenure.ended", locked, by=by, reason=end_note,
        after={"ended_on": ended_on, "end_reason": str(EndReason(end_reason).label)},
    )  # fmt: skip
    return locked


def _refuse_end(tenure: PostTenure, ended_on: date) -> None:
    if tenure.ended_on is not None:
        raise DomainError("tenure_ended", _("此人已离任。"), _("请刷新页面后查看。"))
    if tenure.started_on and ended_on < tenure.started_on:
        said = _("离任时间不能早于任职时间。")
        raise DomainError("tenure_end_early", said, ended_on=said)


@transaction.atomic
def hand_over(
    tenure: PostTenure, *, by: Any, successor: str, on: date, how_filled: str = "",
    installed_by: str = "",
) -> PostTenure:  # fmt: skip
    """The post goes from its holder to somebody else of the village's ledger on one day.

    `successor` is a name; the new tenure is returned. Raises `person_unknown`,
    `person_ambiguous`, `same_person`, `tenure_ended`, `tenure_end_early`, `posts_clash`.
    """
    person = person_named(tenure.village_id, successor)
    if person.pk == tenure.person_id:
        said = _("接任人就是现任。")
        raise DomainError("same_person", said, successor=said)
    end(tenure, by=by, ended_on=on, end_reason=EndReason.ADJUSTED)
    if clash := clash_of({*held_by(person.pk, tenure.village_id), Post(tenure.post)}):
        raise DomainError("posts_clash", clash, successor=clash)
    begun: PostTenure = PostTenure.objects.create(
        person=person, village_id=tenure.village_id, county_code=tenure.county_code,
        post=tenure.post, duty=tenure.duty, started_on=on, recorded_on=on,
        how_filled=how_filled, installed_by=installed_by, term_number=tenure.term_number,
    )  # fmt: skip
    record("tenure.begun", begun, by=by, after={"started_on": on})
    return begun
