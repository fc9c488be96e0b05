"""Questions by kind, and one question with what it is about side by side."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from rectification.warnings.actions.settling_questions import may_answer
from rectification.warnings.choices import QuestionKind, QuestionOutcome
from rectification.warnings.ledgers.questions import QUESTIONS
from rectification.warnings.models import Question
from rectification.warnings.passages import passages
from rectification.warnings.perms import may_see_questions, may_settle_questions
from rectification.warnings.question_words import said
from rectification.warnings.views.at import crumbs
from villages.accounts.access import requires
from villages.accounts.county_at_hand import county_code
from villages.common.money import yuan_text
from villages.common.periods import Month
from villages.ledgers.finding import address
from villages.lists.getting import get_visible_or_404
from villages.models import Village

SHOWN = 50


@require_safe
@requires(may_see_questions)
def questions(request: HttpRequest) -> HttpResponse:
    """What is not settled yet and what was confirmed, by kind. Two queries."""
    rows = Question.objects.visible_to(request.user).in_county(county_code(request))
    live = rows.exclude(outcome=QuestionOutcome.EXPLAINED)
    found = live.select_related("village__township").order_by("-month", "village__code", "pk")
    kinds: dict[str, list[tuple[Question, str, str]]] = {kind: [] for kind in QuestionKind.values}
    for one in found[: SHOWN * len(kinds)]:
        month = Month.from_number(one.month).label
        kinds[one.kind].append((one, said(one.kind, one.facts), month))
    title = str(QUESTIONS.title)
    context = {
        "title": title,
        "kinds": [
            (kind.label, kinds[kind][:SHOWN], len(kinds[kind]), _listed(kind))
            for kind in QuestionKind
            if kinds[kind]
        ],
        "settles": may_settle_questions(request.user),
        "breadcrumbs": crumbs((title, "")),
    }
    return render(request, "warnings/questions/list.html", context)


def _listed(kind: str) -> str:
    return f"{reverse('ledgers:questions')}?{urlencode({'kind': kind})}"


@require_safe
@requires(may_see_questions)
def question(request: HttpRequest, uid: str) -> HttpResponse:
    """One question; of another township's village only what this person may see."""
    user: Any = request.user
    rows = Question.objects.select_related("village__township", "other__township")
    row: Any = get_visible_or_404(rows, user, uid=uid)
    title = f"{row.village.name}:{row.get_kind_display()}"
    context = {
        "row": row, "title": title, "said": said(row.kind, row.facts),
        "month": Month.from_number(row.month),
        "verbs": [
            (one.label, address(QUESTIONS, f"do_{one.key}", row.uid), one.danger)
            for one in QUESTIONS.verbs
            if one.may(user) and one.offered(user, row)
        ],
        "facts": list(_facts(row, user)), "texts": _texts(row, user),
        "places": _places(row, user), "answers": may_answer(user, row),
        "breadcrumbs": crumbs((_("提问"), reverse("warnings:questions")), (title, "")),
    }  # fmt: skip
    return render(request, "warnings/questions/question.html", context)


def _covers(user: Any, village: Village | None) -> bool:
    return village is not None and user.territory.covers(village.code)


def _texts(row: Question, user: Any) -> list[dict[str, Any]]:
    """Both texts in pieces; the other one only where the person covers its village."""
    facts = row.facts
    if row.kind != QuestionKind.COPIED:
        return []
    own, other = passages(facts["text"], facts["other_text"])
    here = {"name": row.village.name, "when": Month.from_number(row.month).label, "pieces": own}
    if facts.get("months"):
        earlier = Month.from_number(facts["earlier"]).label
        return [here, {"name": row.village.name, "when": earlier, "pieces": other}]
    if not _covers(user, row.other):
        return [here]
    there = row.other.name if row.other else ""
    return [here, {"name": there, "when": here["when"], "pieces": other}]


def _places(row: Question, user: Any) -> list[Village]:
    """The villages of the township that the question is about, beside its own."""
    codes = str(row.facts.get("codes", "")).split("、")
    found = Village.objects.visible_to(user).filter(code__in=codes).select_related("township")
    return list(found.order_by("code")) if codes != [""] else []


def _facts(row: Question, user: Any) -> Iterator[tuple[Any, ...]]:
    yield _("村"), row.village.full_name, row.village.get_absolute_url()
    yield _("月份"), Month.from_number(row.month).label
    yield _("提出日期"), row.asked_on.isoformat()
    if row.other and row.other_id != row.village_id:
        if _covers(user, row.other):
            yield _("另一村"), row.other.full_name, row.other.get_absolute_url()
        else:
            yield _("另一村"), _("不在您的管辖范围内,不显示村名")
    yield from _of_kind(row, user)


def _of_kind(row: Question, user: Any) -> Iterator[tuple[Any, ...]]:
    facts = row.facts
    if row.kind == QuestionKind.COPIED and facts.get("again"):
        yield _("与以前月份也大同小异"), _("%s 个村") % facts["again"]
    if row.kind == QuestionKind.ROUND_TRIP:
        yield _("对方"), facts["party"]
        yield _("收款"), f"{facts['received_on']} {yuan_text(facts['received_fen'])}{_('元')}"
        yield _("付款"), f"{facts['returned_on']} {yuan_text(facts['returned_fen'])}{_('元')}"
    if row.kind == QuestionKind.BACKFILLED and facts.get("names"):
        yield _("例如"), facts["names"]
    if row.kind == QuestionKind.REUSED:
        yield _("文件"), facts["file"]
        if not facts["far"] or _covers(user, row.other):
            yield _("另一处"), f"{facts['other_title']} {facts['other_file']}"
