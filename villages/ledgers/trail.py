"""Sentences of the trail about rows of ledgers."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

_LEDGERS = _("台账")

SENTENCES = (
    Sentence("ledger.created", _("登记“{object}”"), _LEDGERS),
    Sentence("ledger.changed", _("更正“{object}”,说明:{reason}"), _LEDGERS),
    Sentence("ledger.removed", _("删除“{object}”,理由:{reason}"), _LEDGERS),
    Sentence("ledger.written", _("批量登记{object} {count} 行"), _LEDGERS),
    Sentence("ledger.many", _("对{object}批量{after_verb} {count} 行,{reason}"), _LEDGERS),
    Sentence("ledger.cleared", _("批量删除{object} {count} 行,理由:{reason}"), _LEDGERS),
)
