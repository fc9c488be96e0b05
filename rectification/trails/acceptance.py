"""How acts on acceptance, closing and what follows read in the trail."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

_GROUP = _("整顿")


def _said(action: str, text: object) -> Sentence:
    return Sentence(action, text, _GROUP)


SENTENCES: tuple[Sentence, ...] = (
    _said("case.begin-acceptance", _("组织验收:{object},{after_on},验收组:{reason}")),
    _said("case.pass", _("验收合格:{object},{after_on} {reason}")),
    _said("case.fail", _("验收不合格:{object},{after_on},{reason}")),
    _said("case.sample", _("列入市级抽查:{object},{after_on} {reason}")),
    _said("case.spot-pass", _("市级抽查合格:{object},{after_on} {reason}")),
    _said("case.spot-fail", _("市级抽查不合格:{object},{after_on},{reason}")),
    _said("case.notice", _("销号公示:{object},{after_on} 起,{reason}")),
    _said("case.close", _("销号:{object},{after_on} {reason}")),
    _said("case.follow", _("转入巩固期:{object},{after_on}")),
    _said("case.consolidate", _("巩固达标:{object},{after_on} {reason}")),
    _said("case.relapse", _("认定反弹:{object},{after_on},{reason}")),
    _said("case.relapse-opened", _("反弹后重新列入:{object},{after_on},{reason}")),
    _said(
        "acceptance.recorded",
        _("填写验收表:{object},得分 {after_score},满意 {after_satisfied},"
          "基本满意 {after_basically},不满意 {after_dissatisfied}"),
    ),
    _said("revisit.recorded", _("登记回访:{object},{after_held_on},{after_result}")),
    _said("scheme.installed", _("采用默认验收办法,自 {after_valid_from} 起")),
    _said("scheme.copied", _("复制验收办法“{before_name}”为{object},自 {after_valid_from} 起")),
    _said("scheme.ended", _("停用验收办法:{object},到 {after_valid_to} 止")),
)  # fmt: skip
