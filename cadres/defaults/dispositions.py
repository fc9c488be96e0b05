"""Kinds of dispositions and situations of unfitness that a county starts with.

Kind: name, months of effect, retest, effect on the post, how it is lifted.
"""

from cadres.wording.dispositions import PostEffect, UnfitCategory

KINDS: tuple[tuple[str, int | None, bool, PostEffect, str], ...] = (
    ("警示谈话", 3, False, PostEffect.NONE, "影响期满没有再犯,自动解除。"),
    ("责令公开检讨并通报批评", 6, True, PostEffect.NONE, "影响期满再评通过后解除。"),
    ("停职检查", 3, True, PostEffect.SUSPENDED, "再评通过的恢复履职,未通过的按程序免职。"),
    ("责令辞职", None, False, PostEffect.ENDED, "本届不再担任村干部。"),
    ("依法罢免", None, False, PostEffect.ENDED, "按法定程序罢免,本届不再担任村干部。"),
)
SITUATIONS = {
    UnfitCategory.DISCLOSURE: (
        "党务村务财务不按期公开",
        "公开内容不真实或者隐瞒重大事项",
        "重大事项不经民主议事程序决定",
        "不按决议办事,擅自改变集体决定",
        "财务收支不入账或者坐收坐支",
        "村民质询不答复,阻挠村务监督",
        "公章、账册、资料拒不移交",
        "补贴、救助对象不评议不公示",
    ),
    UnfitCategory.INTERESTS: (
        "办事吃拿卡要,收受好处",
        "优亲厚友,在低保救助中徇私",
        "截留、挪用惠农补贴或者集体资金",
        "低价发包、违规处置集体资产资源",
        "违规向群众收费、摊派",
        "插手工程项目谋取私利",
        "对待群众态度粗暴,打击报复",
        "拉帮结派,煽动宗族矛盾",
        "弄虚作假,套取项目或者荣誉",
    ),
    UnfitCategory.DUTY: (
        "长期在外,不在村履职",
        "无故不参加村里的会议和值班",
        "交办的工作拖着不办,屡催不改",
        "班子闹不团结,影响工作开展",
        "矛盾纠纷不管不问,引发越级上访",
        "安全、防火、防汛等责任不落实",
        "连续两年考核排在末位且没有改进",
        "因身体或能力原因长期不能履职",
    ),
}
