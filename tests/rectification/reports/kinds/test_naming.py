"""Names of reports are said as people say them."""

import pytest

from rectification.reports.kinds.naming import report_name


@pytest.mark.parametrize(
    ("period", "kind", "name"),
    [
        ("2026年10月", "月调度通报", "2026年10月调度通报"),
        ("2026年三季度", "季度督导通报", "2026年三季度督导通报"),
        ("2026年上半年", "半年小结", "2026年上半年小结"),
        ("2026年度", "年终考核通报", "2026年度年终考核通报"),
    ],
)
def test_what_ends_the_period_is_not_said_again(period: str, kind: str, name: str) -> None:
    assert report_name(period, kind) == name
