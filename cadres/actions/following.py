"""Posts after a change of the map: they end in the old village and go on in the new one."""

from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _

from cadres.choices import EndReason, Post
from cadres.models import Person, PostTenure, ReservePlan, SupervisionLink
from villages.divisions.mapchange import MapChange
from villages.models import Village

# A village has one holder of each of these; of two merged teams nobody can say which one stays.
ONLY_ONE = frozenset({Post.SECRETARY, Post.DIRECTOR, Post.SUPERVISION_CHAIR})


def follow(change: MapChange) -> int:
    """How many people went along.

    Everybody stands in the ledger of the main follower from that day. Open posts of villages
    that end are ended (区划变更) and opened anew there on the same day; a post that a village
    has only once goes on where just one of those merged held it, and is otherwise left empty
    for the new team to be formed. History stays with the old village.
    """
    heirs = heirs_of_ended(change)
    villages = Village.objects.in_bulk(list(set(heirs.values())), field_name="code")
    held = PostTenure.objects.open().filter(village__code__in=list(heirs))
    tenures = list(held.select_related("village").order_by("id"))
    begun = list(_begun(tenures, heirs, villages, change))
    for one in tenures:
        # Nothing can end before it began: a post that was to begin later ends as it begins.
        one.ended_on = max(change.effective_on, one.started_on or change.effective_on)
        one.end_reason, one.end_note = EndReason.ADJUSTED, _("区划变更")
        one.version += 1
    PostTenure.objects.bulk_update(tenures, ["ended_on", "end_reason", "end_note", "version"])
    PostTenure.objects.bulk_create(begun)
    _end_links(heirs, change)
    _move_plans(heirs, villages)
    return _move_people(heirs, villages)


def heirs_of_ended(change: MapChange) -> dict[str, str]:
    """The main follower of each village that ends."""
    ended = {one.code for one in change.closes}
    return {one.old: one.new for one in change.follows if one.old in ended and one.is_main}


def _begun(
    tenures: list[PostTenure], heirs: dict[str, str], villages: dict[str, Village],
    change: MapChange,
) -> Iterable[PostTenure]:  # fmt: skip
    there = set(
        PostTenure.objects.open()
        .filter(village__in=villages.values())
        .values_list("village__code", "post", "duty", "person_id")
    )
    coming = [(heirs[one.village.code], one.post, one.duty, one.person_id) for one in tenures]
    people = _people({*there, *coming})
    for one, key in zip(tenures, coming, strict=True):
        heir, post, _duty, _person = key
        if key in there or (post in ONLY_ONE and len(people[heir, post]) > 1):
            continue
        there.add(key)
        yield _continued(one, villages[heir], change)


def _people(held: Iterable[tuple[str, str, str, int]]) -> dict[tuple[str, str], set[int]]:
    """Who holds each post of each village, those who come together with those who are there."""
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    for village, post, _duty, person in held:
        found[village, post].add(person)
    return found


def _continued(one: PostTenure, village: Village, change: MapChange) -> PostTenure:
    return PostTenure(
        person_id=one.person_id, village=village, county_code=one.county_code, post=one.post,
        duty=one.duty, started_on=change.effective_on, recorded_on=change.effective_on,
        how_filled=one.how_filled, installed_by=one.installed_by, term_number=one.term_number,
        source=_("区划变更"),
    )  # fmt: skip


def _end_links(heirs: dict[str, str], change: MapChange) -> None:
    """Links to a village that ends are over."""
    links = SupervisionLink.objects.filter(village__code__in=list(heirs), ended_on=None)
    links.filter(started_on__lte=change.effective_on).update(ended_on=change.effective_on)


def _move_plans(heirs: dict[str, str], villages: dict[str, Village]) -> None:
    for old, new in heirs.items():
        there = ReservePlan.objects.filter(village=villages[new]).values("person")
        plans = ReservePlan.objects.filter(village__code=old).exclude(person__in=there)
        plans.update(village=villages[new])


def _move_people(heirs: dict[str, str], villages: dict[str, Village]) -> int:
    moved = 0
    for old, new in heirs.items():
        rows = Person.objects.filter(village__code=old)
        moved += rows.update(village=villages[new])
    return moved
