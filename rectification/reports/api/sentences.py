"""`reports/{uid}/sentences/`: the words of a report, and other ones for a draft."""

from typing import Any

from django.http import HttpResponse
from rest_framework.request import Request

from rectification.reports.actions.amending import amend
from rectification.reports.api.fields import SENTENCE_FIELDS
from rectification.reports.api.keeping import REASON, ReportActing
from rectification.reports.api.schemas import many, whole_schema
from rectification.reports.editable import from_editable, to_editable
from rectification.reports.models import Report
from villages.common.errors import DomainError
from villages.ledgers.api.resources import problems
from villages.rest import figure_asking, shapes
from villages.rest.answers import respond
from villages.rest.fields import Field, Input
from villages.rest.operations import Operation
from villages.rest.writing import WriteSerializer, checked


def sentences_schema() -> dict[str, Any]:
    """The sentences of a report."""
    made = shapes.object_of(())
    fields = (
        *SENTENCE_FIELDS,
        Field("editable", "可改文字", "The sentence with bracketed numbers in place of figures"),
    )
    made["properties"]["results"] = many(fields, "Sentences in order.", "句子")
    made["required"] = ["results"]
    return made


class SentenceChange(WriteSerializer):
    """Other words for one sentence; null leaves it out."""

    inputs = (
        Input(Field("key", "句号", "Key of the sentence", about_en="Key of the sentence; "
                    "own.<section>.<1-5> for one of the county's own."),
              required=True, max_length=120),
        Input(Field("text", "文字", "The sentence", nullable=True,
                    about_en="With the bracketed number of each figure in its place, each exactly "
                    "as often as before; null leaves the sentence out."),
              default=None, max_length=1000),
        Input(REASON, default="", max_length=300),
    )  # fmt: skip


class ReportSentences(ReportActing):
    """Sentences as people amend them."""

    operations = {
        "get": Operation(
            "report_sentences", "List the sentences of a report", "报告句子",
            answer="ReportSentences", schema=sentences_schema(), problems=(404,),
        ),
        "patch": Operation(
            "report_sentences_change", "Amend a sentence of a draft", "修改报告文字",
            answer="ReportWhole", schema=whole_schema(), body="SentenceChange",
            inputs=SentenceChange.inputs, matches=True, problems=(404, 409),
        ),
    }  # fmt: skip

    def get(self, request: Request, uid: str) -> HttpResponse:
        """With the revision that an amendment must name as ETag."""
        figure_asking.reader().filtering(request.query_params)
        report = self.report(request, uid)
        content = report.said
        results = [
            {"key": line.key, "text": content.said(line).text,
             "editable": to_editable(line.pattern, content)}
            for line in content.lines
        ]  # fmt: skip
        return respond(request._request, {"results": results}, version=report.revision)

    def patch(self, request: Request, uid: str) -> HttpResponse:
        """409 where figures would change; 412 where somebody was faster."""
        report = self.found(request, uid)
        said = checked(SentenceChange, request.data)
        edits = {said["key"]: _pattern(report, said["text"])}
        with problems():
            amend(by=request.user, report=report, revision=report.revision, edits=edits,
                  reason=said["reason"])  # fmt: skip
        return self.answer(request, uid)


def _pattern(report: Report, text: str | None) -> str | None:
    """The words with codes in place of numbers. Raises `report_words_figures`."""
    if text is None:
        return None
    try:
        return from_editable(text, report.composed)
    except KeyError as error:
        words = f"报告里没有编号为{error.args[0]}的数字。"
        raise DomainError("report_words_figures", words, "请保留方括号里的编号。") from error
