"""What a collective owns: assets and natural resources (三资)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from collective_economy.kinds import AssetKind, AssetState, PlotKind, PlotUse
from villages.ledgers.constraints import at_most, check, in_order, not_negative, once
from villages.ledgers.models import VillageRow


class Asset(VillageRow):
    """One asset of a collective at its book value."""

    number = models.CharField(_("资产编号"), max_length=40)
    name = models.CharField(_("资产名称"), max_length=80)
    kind = models.CharField(_("资产类别"), max_length=12, choices=AssetKind.choices)
    acquired_on = models.DateField(_("取得日期"), null=True, blank=True)
    original_fen = models.BigIntegerField(_("原值"), null=True, blank=True)
    net_fen = models.BigIntegerField(_("净值"), null=True, blank=True)
    state = models.CharField(_("使用状态"), max_length=10, choices=AssetState.choices)
    disposed_on = models.DateField(_("处置日期"), null=True, blank=True)

    class Meta:
        db_table = "economy_asset"
        verbose_name = _("集体资产")
        verbose_name_plural = _("集体资产")
        constraints = [
            once("asset_once", "village", "number", message=_("这个村已有这个编号的资产。")),
            not_negative("asset_value", "original_fen", "net_fen", message=_("价值不能为负数。")),
            at_most("asset_net_within", "net_fen", "original_fen", _("净值不能多于原值。")),
            check(
                "asset_disposed",
                (Q(state=AssetState.DISPOSED) & Q(disposed_on__isnull=False))
                | (~Q(state=AssetState.DISPOSED) & Q(disposed_on=None)),
                _("已处置的资产写明处置日期,其他资产不写。"),
            ),
            in_order("asset_dates", "acquired_on", "disposed_on", _("处置日期不能早于取得日期。")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


class ResourcePlot(VillageRow):
    """One piece of land, forest or water of a collective, and who works it."""

    number = models.CharField(_("地块编号"), max_length=40)
    name = models.CharField(_("地块名称"), max_length=80)
    kind = models.CharField(_("资源类别"), max_length=12, choices=PlotKind.choices)
    area_mu = models.DecimalField(_("面积"), max_digits=10, decimal_places=2)
    use = models.CharField(_("利用方式"), max_length=12, choices=PlotUse.choices)
    user = models.CharField(_("使用方"), max_length=80, blank=True, default="")
    contract_no = models.CharField(_("合同编号"), max_length=40, blank=True, default="")

    class Meta:
        db_table = "economy_plot"
        verbose_name = _("集体资源")
        verbose_name_plural = _("集体资源")
        constraints = [
            once("plot_once", "village", "number", message=_("这个村已有这个编号的地块。")),
            check("plot_area", Q(area_mu__gt=0), _("面积应大于零。")),
            check(
                "plot_user", ~Q(use__in=(PlotUse.POOLED, PlotUse.CONTRACTED)) | ~Q(user=""),
                _("流转或发包的地块写明使用方。"),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name
