"""Amending words in the form, without scripts."""

import re
from typing import Any

import pytest
from django.test import Client

from rectification.reports.actions.amending import amend
from rectification.reports.content import Line
from rectification.reports.models import Report
from rectification.reports.states import ReportStatus
from villages.accounts.models import User


def _url(report: Report) -> str:
    return f"/reports/{report.uid}/words/"


def _sent(client: Client, report: Report) -> dict[str, Any]:
    """What the browser would send when nothing is touched."""
    form = client.get(_url(report)).context["form"]
    data: dict[str, Any] = {}
    for bound in form:
        hidden = bound.field.show_hidden_initial
        if hidden:
            data[bound.html_initial_name] = str(bound.value())
        if bound.value() is not False and bound.value() is not None:
            data[bound.html_name] = str(bound.value())
    return data


def _with_figures(report: Report) -> Line:
    lines = (one for part in report.composed.sections for one in part.lines)
    return next(one for one in lines if len(one.figure_codes) > 1)


def test_the_page_holds_every_sentence_with_numbers_in_place(desk: Client, draft: Report) -> None:
    said = desk.get(_url(draft)).content.decode()

    for line in draft.composed.lines:
        assert f'name="w-{line.key}"' in said
        assert f'name="initial-w-{line.key}"' in said
    assert re.search(r"【\d+", said)


def test_a_sentence_is_reworded_and_its_figures_stay(desk: Client, draft: Report) -> None:
    line = _with_figures(draft)
    data = _sent(desk, draft)
    data[f"w-{line.key}"] = "经核对，" + data[f"w-{line.key}"]

    answer = desk.post(_url(draft), data)

    draft = Report.objects.get(pk=draft.pk)
    assert answer.headers["Location"] == f"/reports/{draft.uid}/"
    assert draft.edits == {line.key: f"经核对，{line.pattern}"}
    assert draft.revision == 2


def test_nothing_touched_is_nothing_saved(desk: Client, draft: Report) -> None:
    answer = desk.post(_url(draft), _sent(desk, draft))

    assert answer.status_code == 200
    assert "文字没有变化。" in answer.content.decode()
    assert Report.objects.get(pk=draft.pk).revision == 1


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ("全县很好。", "一句话里的数字不能改动、增加或去掉"),
        ("【99999】个村。", "没有编号为 99999 的数字。"),
        ("", "这句话没有文字。"),
    ],
)
def test_other_figures_are_refused_at_the_sentence(
    desk: Client, draft: Report, words: str, refusal: str
) -> None:
    name = f"w-{_with_figures(draft).key}"
    data = {**_sent(desk, draft), name: words}

    answer = desk.post(_url(draft), data)

    assert refusal in str(answer.context["form"].errors[name])
    assert Report.objects.get(pk=draft.pk).edits == {}


def test_typed_numbers_are_refused(desk: Client, draft: Report) -> None:
    name = f"w-{_with_figures(draft).key}"
    data = _sent(desk, draft)
    data[name] += "另有88个。"

    answer = desk.post(_url(draft), data)

    assert "不是报告里的数字" in str(answer.context["form"].errors[name])


def test_leaving_a_sentence_out_needs_a_reason(desk: Client, draft: Report) -> None:
    key = _with_figures(draft).key
    data = {**_sent(desk, draft), f"out-{key}": "on"}

    refused = desk.post(_url(draft), data)
    desk.post(_url(draft), {**data, "reason": "与上月重复"})

    assert "reason" in refused.context["form"].errors
    assert Report.objects.get(pk=draft.pk).edits == {key: None}


def test_what_says_gaps_is_not_left_out(desk: Client, draft: Report) -> None:
    form = desk.get(_url(draft)).context["form"]

    gaps = {line.key for line in draft.composed.front}
    boxes = {name.removeprefix("out-") for name in form.fields if name.startswith("out-")}
    assert gaps
    assert boxes == {line.key for line in draft.composed.lines} - gaps


def test_a_sentence_of_the_county_stands_at_the_end_of_its_section(
    desk: Client, draft: Report
) -> None:
    section = draft.composed.sections[0]
    data = {**_sent(desk, draft), f"w-own.{section.key}.1": "请各乡镇抓好落实。"}

    desk.post(_url(draft), data)

    draft = Report.objects.get(pk=draft.pk)
    assert draft.said.sections[0].lines[-1].pattern == "请各乡镇抓好落实。"


def test_two_people_at_once_lose_nothing(desk: Client, draft: Report, house: User) -> None:
    both, other = [one for one in draft.composed.lines if one.figure_codes][:2]
    data = _sent(desk, draft)
    data[f"w-{both.key}"] = "我写的：" + data[f"w-{both.key}"]
    theirs = {both.key: f"对方写的：{both.pattern}", other.key: f"对方改的：{other.pattern}"}
    amend(by=house, report=draft, revision=1, edits=theirs)

    answer = desk.post(_url(draft), data)

    said = answer.content.decode()
    assert answer.status_code == 409
    assert "我写的：" in said
    assert "对方写的：" in said
    assert answer.context["conflict"].taken == 1
    form = answer.context["form"]
    assert form[f"w-{other.key}"].value().startswith("对方改的：")
    assert desk.post(_url(draft), _again(form)).status_code == 302
    edits = Report.objects.get(pk=draft.pk).edits
    assert edits[both.key].startswith("我写的：")
    assert edits[other.key] == theirs[other.key]


def _again(form: Any) -> dict[str, Any]:
    """Sending the page of the conflict as it is."""
    return {name: values[-1] for name, values in form.data.lists() if values}


def test_only_drafts_of_the_own_county_are_amended(
    desk: Client, town: Client, foreign: Client, draft: Report
) -> None:
    assert town.get(_url(draft)).status_code == 403
    assert foreign.get(_url(draft)).status_code == 404
    Report.objects.filter(pk=draft.pk).update(status=ReportStatus.REVIEWED)
    answer = desk.get(_url(draft), follow=True)
    assert "只有草稿可以修改文字" in answer.content.decode()
