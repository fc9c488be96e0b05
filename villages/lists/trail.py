"""How acts on lists read in the trail."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

LIST = _("列表与导出")

SENTENCES = (
    Sentence("list.exported", _("导出“{object}”{count} 行,筛选:{after_filters}"), LIST),
    Sentence("list.view_shared", _("共享列表视图“{object}”"), LIST),
    Sentence("list.view_unshared", _("取消共享列表视图“{object}”"), LIST),
    Sentence("list.view_renamed", _("列表视图“{before_name}”更名为“{after_name}”"), LIST),
    Sentence("list.view_columns_changed", _("改变列表视图“{object}”显示的列"), LIST),
    Sentence("list.view_deleted", _("删除列表视图“{before_name}”"), LIST),
)
