"""What the database refuses in a definition."""

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from villages.indicators.choices import Direction, Filer, IndicatorKind, IndicatorState, Rhythm
from villages.ledgers.constraints import after, check, filled, in_order, once, one_of

SLUG = r"^[a-z][a-z0-9-]{1,47}$"
_TWICE = _("已有一个同名的指标,请直接使用它,不要重复统计。")
_DRAFT, _OPEN = Q(state=IndicatorState.DRAFT), Q(state=IndicatorState.IN_FORCE)
_ENDED = Q(state=IndicatorState.ENDED)

REFUSED = [
    once("indicator_slug_once", "county_code", "slug", message=_("这个代码已经用过。")),
    once("indicator_edition_once", "county_code", "stem", "edition",
         message=_("这个版次已经有了。")),
    once("indicator_label_once", "county_code", "label", message=_TWICE),
    once("indicator_one_draft", "county_code", "stem", where=_DRAFT,
         message=_("这个指标已有一份草稿。")),
    once("indicator_one_in_force", "county_code", "stem", where=_OPEN,
         message=_("这个指标已有生效的版次。")),
    once("indicator_draft_name", "county_code", "name", where=_DRAFT, message=_TWICE),
    once("indicator_open_name", "county_code", "name", where=_OPEN, message=_TWICE),
    check("indicator_slug_form", Q(slug__regex=SLUG),
          _("代码用小写英文字母开头,只含字母、数字和短横线,例如 flush-toilets。")),
    check("indicator_edition_from_1", Q(edition__gte=1), _("版次从 1 开始。")),
    filled("indicator_has_name", "name", _("请填写指标名称。")),
    filled("indicator_has_about", "about", _("请写清口径:数什么、不数什么、截至哪一天。")),
    filled("indicator_has_office", "office", _("请写明提出部门。")),
    filled("indicator_has_purpose", "purpose", _("请写明用途:谁用、用来做什么决定。")),
    filled("indicator_has_basis", "basis", _("请写明文件依据。")),
    one_of("indicator_kind_known", "kind", IndicatorKind),
    one_of("indicator_rhythm_known", "rhythm", Rhythm),
    one_of("indicator_direction_known", "direction", Direction),
    one_of("indicator_filer_known", "filer", Filer),
    one_of("indicator_state_known", "state", IndicatorState),
    check("indicator_amount_has_unit",
          Q(kind__in=[IndicatorKind.SHARE, IndicatorKind.YES_NO]) | ~Q(unit=""),
          _("请填写单位。")),
    check("indicator_range", Q(high__gte=F("low")), _("最大值不能小于最小值。")),
    check("indicator_range_of_numbers",
          ~Q(kind=IndicatorKind.YES_NO) | Q(low=None, high=None),
          _("“是否”类指标没有最小值和最大值。")),
    check("indicator_draft_not_begun", ~_DRAFT | Q(begun_on=None, ended_on=None),
          _("草稿没有生效和停用日期。")),
    check("indicator_begun_day", _DRAFT | Q(begun_on__isnull=False), _("请填写生效日期。")),
    check("indicator_ended_day",
          (~_ENDED & Q(ended_on=None)) | (_ENDED & Q(ended_on__isnull=False)),
          _("停用的指标要有停用日期,没有停用的不能有。")),
    check("indicator_ended_why", ~_ENDED | ~Q(end_reason=""), _("请写明停用原因。")),
    in_order("indicator_days", "begun_on", "ended_on", _("停用日期不能早于生效日期。")),
    after("indicator_sunset_later", "begun_on", "sunset_on", _("到期日期应晚于生效日期。")),
]  # fmt: skip
