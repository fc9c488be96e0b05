"""How acts on screening and listing read in the trail."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

_CASES = _("整顿")

SENTENCES: tuple[Sentence, ...] = (
    Sentence("screening.installed", _("采用默认排查标准:{object},{count} 项情形"), _CASES),
    Sentence("screening.words_installed", _("采用默认整顿词表 {count} 个词"), _CASES),
    Sentence("screening.copied", _("复制排查标准为 {after_year} 年第 {after_edition} 版"), _CASES),
    Sentence(
        "screening.published", _("发布排查标准:{object},{after_published_on} 起不再改动"), _CASES
    ),
    Sentence(
        "screening.decided",
        _("{after_year} 年排查决定:{object},{after_outcome},理由:{reason}"),
        _CASES,
    ),
    Sentence(
        "case.listed_many",
        _("按 {after_document_no} 一次认定 {count} 个村({after_year} 年),理由:{reason}"),
        _CASES,
    ),
    Sentence("case.propose", _("提名上报:{object},{after_on},理由:{reason}"), _CASES),
    Sentence("case.drop", _("排查后不上报:{object},{after_on},原因:{reason}"), _CASES),
    Sentence("case.send-back", _("退回重新排查:{object},{after_on},{reason}"), _CASES),
    Sentence("case.start-review", _("组织联合研判:{object},{after_on}"), _CASES),
    Sentence("case.confirm", _("认定:{object},{after_on} {reason}"), _CASES),
    Sentence("case.not-confirm", _("不予认定:{object},{after_on},原因:{reason}"), _CASES),
    Sentence("case.withdraw", _("误列撤销:{object},{after_on},原因:{reason}"), _CASES),
    Sentence("objection.upheld", _("答复异议(成立):{object},{reason}"), _CASES),
    Sentence("objection.refused", _("答复异议(不成立):{object},{reason}"), _CASES),
)
