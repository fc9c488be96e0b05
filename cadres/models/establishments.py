"""How many seats a village's bodies have (职数)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from villages.ledgers.constraints import check, filled, once, within
from villages.ledgers.models import VillageRow


class Establishment(VillageRow):
    """Seats of the party organization, the villagers' committee and the supervision committee
    of a village, from a day until the next row."""

    valid_from = models.DateField(_("起始日期"))
    party_seats = models.PositiveSmallIntegerField(_("党组织职数"))
    committee_seats = models.PositiveSmallIntegerField(_("村委会职数"))
    supervision_seats = models.PositiveSmallIntegerField(_("监委会职数"), null=True, blank=True)
    basis = models.CharField(_("依据"), max_length=120)

    class Meta:
        verbose_name = _("职数核定")
        verbose_name_plural = _("职数核定")
        constraints = [
            once(
                "establishment_day_once", "village", "valid_from",
                message=_("该村这一天已有职数核定。"),
            ),
            within("establishment_party", "party_seats", 1, 9, _("党组织职数应为 1 至 9 人。")),
            # 村民委员会组织法: chairman, deputies and members together three to seven.
            within(
                "establishment_committee", "committee_seats", 3, 7, _("村委会职数应为 3 至 7 人。"),
            ),
            within(
                "establishment_supervision", "supervision_seats", 1, 9,
                _("监委会职数应为 1 至 9 人。"),
            ),
            filled("establishment_basis", "basis", _("请写明核定职数的依据。")),
            check(
                "establishment_not_ancient", Q(valid_from__gte="1949-10-01"),
                _("起始日期过早,请核对。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.village} {self.valid_from:%Y-%m-%d}"
