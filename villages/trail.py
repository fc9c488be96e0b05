"""How acts on the map read in the trail."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

_MAP = _("区划")
_CALENDAR = _("工作日历")
_PARAMETERS = _("参数")

SENTENCES = (
    Sentence("divisions.loaded", _("导入区划名录({object}),新增或改名 {count} 个单位"), _MAP),
    Sentence("county.renamed", _("县由“{before_name}”改名为“{after_name}”,依据:{reason}"), _MAP),
    Sentence(
        "township.renamed", _("乡镇由“{before_name}”改名为“{after_name}”,依据:{reason}"), _MAP
    ),
    Sentence("village.renamed", _("村由“{before_name}”改名为“{after_name}”,依据:{reason}"), _MAP),
    Sentence("map.merge", _("合并村,承接为{object},依据:{reason}"), _MAP),
    Sentence("map.split", _("拆分村,主要承接为{object},依据:{reason}"), _MAP),
    Sentence("map.transfer", _("划转 {count} 个村,依据:{reason}"), _MAP),
    Sentence("map.townships", _("撤并乡镇,并入{object},依据:{reason}"), _MAP),
    Sentence("village.kind_set", _("批量改变 {count} 个村的类型,理由:{reason}"), _MAP),
    Sentence(
        "village.profile_written", _("填写{object}的基本情况({after_as_of}),来源:{reason}"), _MAP
    ),
    Sentence("demo.loaded", _("载入{object}的演示数据,{count} 个村"), _MAP),
    Sentence("month.history_loaded", _("载入{object}的 {count} 个月份"), _MAP),
    Sentence(
        "parameter.set",
        _("参数“{object}”由 {before_value} 改为 {after_value},依据:{reason}"),
        _PARAMETERS,
    ),
    Sentence("calendar.set", _("在工作日历登记{object}"), _CALENDAR),
    Sentence("calendar.removed", _("从工作日历删除{object}"), _CALENDAR),
    Sentence("calendar.seeded", _("按公布的安排登记 {count} 天节假日与调休"), _CALENDAR),
)
