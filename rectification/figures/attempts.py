"""What one attempt at the acceptance amounts to: its score and its judgement."""

from collections.abc import Iterable
from decimal import Decimal

from rectification.figures.schemes import bar_of
from rectification.models import Acceptance, ProblemItem, RectificationCase, SchemeAspect
from rectification.rules.acceptance import Held, Judgement, judge
from rectification.states import ProblemStatus


def judgement_of(attempt: Acceptance) -> Judgement:
    """The judgement of an attempt by the scheme of its case. Three queries at most."""
    scheme = attempt.case.scheme
    if scheme is None:
        raise ValueError("an attempt without a scheme cannot be judged")
    names = attempt.vetoes.select_related("veto").order_by("veto__position")
    return judge(bar_of(scheme), held_of(attempt, [str(one.veto) for one in names]))


def held_of(attempt: Acceptance, vetoes: Iterable[str]) -> Held:
    """What the attempt found, as the rule takes it."""
    return Held(
        score=attempt.score, eligible=attempt.eligible, satisfied=attempt.satisfied,
        basically=attempt.basically, dissatisfied=attempt.dissatisfied, vetoes=tuple(vetoes),
    )  # fmt: skip


def score_of(attempt: Acceptance, aspects: Iterable[SchemeAspect]) -> Decimal | None:
    """The sum of the points; None until every aspect is scored."""
    given = dict(attempt.scores.values_list("aspect_id", "points"))
    keys = [one.pk for one in aspects]
    if not keys or any(key not in given for key in keys):
        return None
    return sum((given[key] for key in keys), Decimal(0))


def unverified(case: RectificationCase) -> list[ProblemItem]:
    """Problems of the case that nobody has verified as solved."""
    rows = ProblemItem.objects.filter(case=case).exclude(status=ProblemStatus.VERIFIED)
    return list(rows.order_by("seq"))
