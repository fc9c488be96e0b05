"""The screening standard that a county begins with: 18 situations (WL01-WL18)."""

from typing import Any, NamedTuple

# What other places list, for information: never a quota.
LOW_SHARE, HIGH_SHARE = 5, 10
TITLE = "软弱涣散(后进)村党组织排查标准"


class Situation(NamedTuple):
    """One line: `limit` None takes that of the hint; without a hint people alone say it."""

    code: str
    situation: str
    basis: str
    hint: str = ""
    limit: Any = None
    points: int = 1
    restricted: bool = False


NOTICE_2015 = "2015年选派第一书记通知"
SITUATIONS = (
    Situation("WL01", "班子配备不齐、书记缺职", NOTICE_2015, "secretary_vacant_days", 90, 3),
    Situation("WL02", "书记不胜任现职、工作不在状态", NOTICE_2015, "secretary_grade", 2, 3),
    Situation("WL03", "班子不团结、内耗严重", NOTICE_2015, points=3),
    Situation("WL04", "组织制度形同虚设", "支部工作条例", "meetings_missed", 2, 2),
    Situation("WL05", "长期不发展党员", "发展党员工作细则", "months_without_member", 24, 2),
    Situation("WL06", "班子老化、后继乏人", NOTICE_2015, "reserve_cadres", 2, 1),
    Situation(
        "WL07", "宗族宗教、黑恶势力干扰渗透", "政法机关通报", points=5, restricted=True
    ),
    Situation(
        "WL08", "换届拉票贿选、到期选不出来", "基层组织选举工作条例", "term_overdue_days", 0, 3
    ),
    Situation(
        "WL09", "村务财务公开和民主管理混乱", "村民委员会组织法", "disclosure_missed", 2, 2
    ),
    Situation("WL10", "信访矛盾、治安问题集中", "信访工作条例", "unrest", 3, 3),
    Situation("WL11", "服务意识差、群众满意度低", NOTICE_2015, "satisfaction", 60, 2),
    Situation("WL12", "集体经济薄弱、空壳", NOTICE_2015, "operating_income", 50_000, 1),
    Situation("WL13", "没有活动场所或者场所破旧", NOTICE_2015, "site_area", 200, 1),
    Situation(
        "WL14", "村干部违纪违法多发", "纪检监察机关通报", "sanctioned_cadres", 2, 4, True
    ),
    Situation("WL15", "村级债务沉重", NOTICE_2015, "debt_times", 3, 2),
    Situation("WL16", "重点任务长期落后", "县委年度考核", "last_places", 1, 1),
    Situation("WL17", "整顿后反弹", "后进村整顿办法", "months_since_closed", 24, 3),
    Situation("WL18", "县委常委会认定的其他情形", "县委常委会决定", points=1),
)  # fmt: skip
