"""Reasons of the rules about people and branches in words."""

from typing import Any

import pytest

from rectification.warnings.sentences import reason


@pytest.mark.parametrize(
    ("rule", "evidence", "words"),
    [
        ("W02", {"missing": 2, "seats": 6, "of": 2, "days": 90, "certain": 1, "limit": 90},
         "两委职数 6 名,缺员 2 名,其中 2 名已缺 90 天"),
        ("W02", {"missing": 1, "seats": 6, "of": 1, "days": 60, "certain": 0, "limit": 60},
         "两委职数 6 名,缺员 1 名,其中 1 名已缺至少 60 天"),
        ("W02", {"why": "since_unknown", "missing": 1, "seats": 6},
         "两委缺员 1 名,缺员起始日期没有登记"),
        ("W03", {"days": -3, "extended": 0}, "党组织任期已届满 3 天,尚未换届"),
        ("W03", {"days": 90, "extended": 1, "limit": 90},
         "经批准的延期还有 90 天届满,尚未换届"),
        ("W04", {"times": 2, "limit": 2}, "连续 2 个季度没有召开党员大会"),
        ("W05", {"times": 1, "limit": 1}, "连续 1 个月没有召开支委会"),
        ("W06", {"times": 2, "limit": 2}, "连续 2 个月没有开展主题党日"),
        ("W07", {"times": 1, "limit": 1}, "连续 1 个季度没有上党课"),
        ("W08", {"year": 2025, "missed": "org_life appraisal", "limit": 331},
         "2025 年度组织生活会、民主评议党员到次年 3 月 31 日没有开展"),
        ("W09", {"why": "meetings", "attended": 6999, "should": 10000, "meetings": 3, "limit": 70},
         "最近 3 次平均到会率 69.9%,低于 70%"),
        ("W09", {"why": "election", "attended": 79, "should": 100, "limit": 80},
         "最近一次选举到会率 79.0%,低于 80%"),
        ("W10", {"months": 24, "certain": 0, "limit": 24}, "至少 24 个月没有发展党员"),
        ("W10", {"months": 12, "certain": 1, "limit": 12}, "12 个月没有发展党员"),
        ("W13", {"why": "rejected", "people": 1}, "1 人联审不通过仍在任"),
        ("W13", {"why": "late", "people": 2, "days": 16, "limit": 15},
         "2 人未经联审任职,最久的已任职 16 天"),
        ("W14", {"why": "people", "people": 1, "limit": 1}, "近期受处置村干部 1 人"),
        ("W14", {"why": "secretary", "people": 1}, "近期受处置村干部 1 人,其中有书记"),
        ("W14", {"why": "secretary_on_file", "people": 0}, "书记正在处置程序中"),
    ],
)  # fmt: skip
def test_a_finding_in_words(rule: str, evidence: dict[str, Any], words: str) -> None:
    level = "unknown" if evidence.get("why") == "since_unknown" else "red"

    assert reason({"rule": rule, "level": level, "evidence": evidence}) == words
