"""Questions about figures that look inflated, for programs, and their answers."""

from typing import Any

from django.http import Http404, HttpResponse
from rest_framework.request import Request

from collective_economy.actions.checks import answer_check
from collective_economy.api.figure_views import PARAMETERS, asked
from collective_economy.api.question_fields import INPUTS, QUESTION, SCHEMA
from collective_economy.checks.running import Asked, questions
from collective_economy.perms import may_answer_checks
from villages.accounts.perms import works_in_territory
from villages.common import clock
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.models import Village
from villages.rest.answers import respond
from villages.rest.idempotency import repeatable
from villages.rest.operations import Operation
from villages.rest.problems import Problem
from villages.rest.views import ApiView
from villages.rest.writing import WriteSerializer, checked


class AnswerWrite(WriteSerializer):
    """One answer."""

    inputs = INPUTS


class EconomyQuestions(ApiView):
    """The questions of one unit and month; they feed no score."""

    key, label_zh, label_en = "income", "收入核查问题", "questions about income"
    allowed = works_in_territory
    operations = {
        "get": Operation(
            "economy_questions_list", "Questions about income", "收入核查问题",
            answer="EconomyQuestions", schema=SCHEMA, problems=(400, 404), parameters=PARAMETERS,
        ),
    }  # fmt: skip

    def get(self, request: Request) -> HttpResponse:
        """All questions with the numbers behind each, and what was answered."""
        scope, unit, month = asked(request)
        found = [_shown(one) for one in questions(scope, unit[:6], month)]
        return respond(request._request, {"unit": unit, "month": month.code, "results": found})


class CheckAnswers(ApiView):
    """Answers to questions."""

    key, label_zh, label_en = "income", "收入核查答复", "answers about income"
    allowed = works_in_territory
    operations = {
        "post": Operation(
            "economy_answer_create", "Answer a question about income", "答复收入核查问题",
            answer="EconomyQuestion", schema=QUESTION, body="EconomyAnswerWrite", inputs=INPUTS,
            status=201, repeatable=True, problems=(404,),
        ),
    }  # fmt: skip

    @repeatable()
    def post(self, request: Request) -> HttpResponse:
        """One sentence for one question that is asked now; 404 where it is not."""
        if not may_answer_checks(request.user):
            raise Problem("permission_denied")
        body = checked(AnswerWrite, request.data)
        village = Village.objects.visible_to(request.user).filter(code=body["village"]).first()
        if village is None:
            raise Http404
        month = Month.from_number(body["month"])
        _asked(village, month, body["code"])
        answer_check(
            village=village, month=month, code=body["code"], answer=body["answer"],
            on=clock.today(), by=request.user,
        )  # fmt: skip
        shown = _shown(_asked(village, month, body["code"]))
        return respond(request._request, shown, status=201)


def _asked(village: Village, month: Month, code: str) -> Asked:
    for one in questions(Scope.of([village.code]), village.county_code, month):
        if one.check.code == code:
            return one
    raise Http404


def _shown(one: Asked) -> dict[str, Any]:
    return {
        "village": one.village.code,
        "code": one.check.code,
        "title": str(one.check.title),
        "asks": str(one.check.asks),
        "numbers": [{"what": what, "how_much": how} for what, how in one.hit.numbers],
        "state": one.state,
        "answer": one.answer.answer if one.answer else "",
        "sent_back": one.answer.sent_back if one.answer else "",
    }
