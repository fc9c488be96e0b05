"""The words that a county begins with: kinds of problems, helpers and works, reasons to return."""

from typing import NamedTuple

from rectification.choices import WordUse, WorkLine

P, H, W, R = WordUse.PROBLEM, WordUse.HELPER, WordUse.WORK, WordUse.RETURN
TEAM, RANKS, INDUSTRY = WorkLine.TEAM, WorkLine.RANKS, WorkLine.INDUSTRY
SYSTEM, FOCUS, SITE = WorkLine.SYSTEM, WorkLine.FOCUS, WorkLine.SITE


class Word(NamedTuple):
    """One word; `aliases` are other spellings in sheets."""

    use: WordUse
    name: str
    unit: str = ""
    line: str = ""
    aliases: str = ""


WORDS = (
    Word(P, "班子不健全", line=TEAM, aliases="班子不齐、班子配备不齐、书记缺职"),
    Word(P, "班子不团结", line=TEAM, aliases="内耗、不团结"),
    Word(P, "书记不胜任", line=TEAM, aliases="书记不胜任现职"),
    Word(P, "长期不发展党员", line=RANKS, aliases="不发展党员、党员发展停滞"),
    Word(P, "后备力量不足", line=RANKS, aliases="后继乏人、后备干部不足"),
    Word(P, "组织生活不正常", line=SYSTEM, aliases="三会一课不落实、制度不落实"),
    Word(P, "财务管理混乱", line=SYSTEM, aliases="财务混乱、村务财务公开不规范"),
    Word(P, "集体经济薄弱", line=INDUSTRY, aliases="集体经济空壳、无集体收入"),
    Word(P, "村级债务沉重", line=INDUSTRY, aliases="村级债务、债务沉重"),
    Word(P, "无活动场所", line=SITE, aliases="场所破旧、没有活动场所、活动场所不达标"),
    Word(P, "道路损坏", line=FOCUS, aliases="道路不通、道路破损"),
    Word(P, "街道整治", line=FOCUS, aliases="街道脏乱、街道硬化"),
    Word(P, "土地承包纠纷", line=FOCUS, aliases="土地问题、土地纠纷"),
    Word(P, "宅基地纠纷", line=FOCUS, aliases="宅基地问题、宅基地"),
    Word(P, "税费尾欠", line=FOCUS, aliases="税费、尾欠"),
    Word(P, "信访矛盾突出", line=FOCUS, aliases="信访突出、上访、信访"),
    Word(P, "宗派矛盾", line=FOCUS, aliases="宗族矛盾、派性、宗派"),
    Word(P, "治安问题", line=FOCUS, aliases="治安混乱"),
    Word(P, "其他", line=FOCUS),
    Word(H, "县级领导联村", aliases="县领导联村、县级领导"),
    Word(H, "乡镇班子包村", aliases="乡镇领导包村、包村领导"),
    Word(H, "第一书记驻村", aliases="第一书记、驻村第一书记"),
    Word(H, "机关单位结对", aliases="结对单位、帮扶单位"),
    Word(H, "政法干警", aliases="干警、驻村干警"),
    Word(H, "科技特派员", aliases="特派员"),
    Word(H, "其他"),
    Word(W, "大棚", "座", INDUSTRY, "日光温室、温室大棚"),
    Word(W, "机井", "眼", INDUSTRY, "打井"),
    Word(W, "道路", "公里", FOCUS, "修路、硬化道路"),
    Word(W, "经济作物", "亩", INDUSTRY, "经济作物面积"),
    Word(W, "养殖小区", "个", INDUSTRY, "养殖场"),
    Word(W, "惠及农户", "户", FOCUS, "受益户、受益农户"),
    Word(W, "支部班子组建", "个", TEAM, "组建支部班子"),
    Word(W, "村委会补选", "个", TEAM, "补选村委会"),
    Word(W, "活动场所新建改建", "平方米", SITE, "活动场所"),
    Word(W, "资金", "万元", INDUSTRY, "投入资金、帮扶资金"),
    Word(W, "其他", "件", FOCUS),
    Word(R, "措施空泛", aliases="措施不具体"),
    Word(R, "问题不实", aliases="问题找不准"),
    Word(R, "责任人不明", aliases="责任不清"),
    Word(R, "时限不合理", aliases="时限过长"),
    Word(R, "材料不全", aliases="缺材料"),
    Word(R, "任务未完成", aliases="没有完成"),
    Word(R, "情形不符", aliases="不符合标准"),
    Word(R, "其他"),
)
