"""Names of kinds, fields and values in the trail, in Chinese, from the models themselves."""

from functools import cache
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

# Keys that actions write beside the fields of their object.
FURTHER = {
    "units": gettext_lazy("管辖"),
    "deputy": gettext_lazy("代理人"),
    "successor": gettext_lazy("接任人"),
    "requested_by": gettext_lazy("申请人"),
    "leaves_on": gettext_lazy("离任日期"),
    "starts_on": gettext_lazy("开始日期"),
    "ends_on": gettext_lazy("结束日期"),
    "moved": gettext_lazy("移交的工作"),
    "filters": gettext_lazy("筛选条件"),
    "rows": gettext_lazy("行数"),
    "count": gettext_lazy("行数"),
    "format": gettext_lazy("格式"),
    "columns": gettext_lazy("列"),
    "minutes": gettext_lazy("分钟"),
    "watermark": gettext_lazy("水印编号"),
    "digest": gettext_lazy("摘要"),
    "address": gettext_lazy("地址"),
    "browser": gettext_lazy("浏览器"),
    "role": gettext_lazy("角色"),
    "code": gettext_lazy("区划代码"),
    "name": gettext_lazy("名称"),
    "list": gettext_lazy("列表"),
    "query": gettext_lazy("查询条件"),
    "username": gettext_lazy("用户名"),
    "county": gettext_lazy("县"),
    "findings": gettext_lazy("发现的问题"),
    "checked": gettext_lazy("检查的记录"),
}
CHANNELS = {
    "page": gettext_lazy("页面"),
    "api": gettext_lazy("接口"),
    "shell": gettext_lazy("命令行"),
    "job": gettext_lazy("后台作业"),
    "schedule": gettext_lazy("定时任务"),
    "import": gettext_lazy("导入"),
}
RESULTS = {
    "ok": gettext_lazy("成功"),
    "failed": gettext_lazy("失败"),
    "refused": gettext_lazy("拒绝"),
}


def kind_name(object_kind: str) -> str:
    """What the model is called; the stored name where the model is gone."""
    model = _model(object_kind)
    return str(model._meta.verbose_name) if model else object_kind


def field_name(object_kind: str, key: str) -> str:
    """What a field is called: by its model, else by the shared list, else as stored."""
    field = _field(object_kind, key)
    if field is not None and str(field.verbose_name) != field.name.replace("_", " "):
        return str(field.verbose_name)
    return str(FURTHER.get(key, key))


def value_in_words(object_kind: str, key: str, value: Any) -> str:
    """A stored value as people read it: choices by their label, 是/否, 空 for nothing."""
    field = _field(object_kind, key)
    choices = dict(getattr(field, "flatchoices", None) or ())
    match value:
        case _ if value in (None, "", [], {}):
            return _("空")
        case bool():
            return _("是") if value else _("否")
        case list():
            return "、".join(value_in_words(object_kind, key, one) for one in value)
        case dict():
            pairs = ((field_name("", name), one) for name, one in value.items())
            return ";".join(f"{name} {value_in_words('', '', one)}" for name, one in pairs)
        case _:
            return str(choices.get(value, value))


@cache
def _model(object_kind: str) -> Any:
    try:
        return apps.get_model(object_kind)
    except (LookupError, ValueError):
        return None


@cache
def _field(object_kind: str, key: str) -> "Field[Any, Any] | None":
    model = _model(object_kind)
    if model is None:
        return None
    try:
        found = model._meta.get_field(key)
    except FieldDoesNotExist:
        return None
    return found if isinstance(found, Field) else None
