"""Departments and items of the joint review that a county starts with."""

from cadres.wording.reviews import ItemSide

DEPARTMENTS = (
    "县纪委监委机关", "县委组织部", "县委宣传部", "县委政法委", "县公安局", "县检察院",
    "县法院", "县司法局", "县信访局", "县卫生健康局", "县民政局", "县农业农村局",
)  # fmt: skip
POSITIVE = (
    "政治立场坚定,拥护党的领导",
    "为人正派,办事公道",
    "遵纪守法,带头执行村规民约",
    "有带领群众发展的本领",
    "愿意为村民服务,有时间和精力",
    "群众基础好,多数村民认可",
    "身体健康,年龄和学历符合规定",
)
NEGATIVE = (
    "受过刑事处罚(含缓刑)",
    "参与或包庇黑恶势力",
    "参加邪教,组织非法宗教活动",
    "正被立案调查,或党纪政务处分影响期未满",
    "贿选或者破坏选举秩序",
    "煽动、组织、策划违法上访",
    "违法用地、违法建房尚未整改",
    "被法院列为失信被执行人",
    "侵占集体资产,或长期拖欠集体款项",
    "吸毒、赌博、嫖娼等严重道德失范",
)
ITEMS = (
    *((ItemSide.POSITIVE, number, name) for number, name in enumerate(POSITIVE, start=1)),
    *((ItemSide.NEGATIVE, number, name) for number, name in enumerate(NEGATIVE, start=1)),
)
