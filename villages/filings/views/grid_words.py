"""What the script of the grid is told: addresses, words, where it may keep a local copy."""

from typing import Any

from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from villages.filings.views.place import Place


def facts(user: Any, place: Place) -> dict[str, Any]:
    """`keep` names the local copy: it belongs to one person without naming anybody."""
    owner = salted_hmac("filing-grid", str(user.pk), algorithm="sha256").hexdigest()[:16]
    return {
        "save_url": place.url("grid_save"),
        "desk_url": place.url("grid_desk"),
        "keep": f"filing:{place.month.code}:{place.township.code}:{owner}",
        "words": _words(),
    }


def _words() -> dict[str, str]:
    return {
        "saved": _("已保存 %s"),
        "saving": _("正在保存"),
        "unsaved": _("有改动,即将保存"),
        "offline": _("离线,待同步;内容已留在本机"),
        "signed_out": _("登录已过期,待同步;请重新登录,内容已留在本机"),
        "conflict": _("冲突:%s 没有保存,请对照后选择"),
        "refused": _("没有保存:%s"),
        "again": _("没有保存成功,正在自动重试(第 %s 次),成功后进入核对;继续填写即取消"),
        "gave_up": _("多次重试仍没有保存,暂不能核对;内容已留在本机,显示“已保存”后请再点“核对提交”"),
        "restored": _("已恢复本机未同步的内容,正在保存"),
        "pasted": _("已粘贴 %s 格"),
        "left_out": _("%s 格在表外或不能修改,没有写入"),
        "filled": _("已向下填充 %s 格"),
        "undone": _("已撤销"),
        "changed": _("● 改 %s 项"),
        "confirmed": _("✓ 已确认"),
        "open": _("未确认"),
        "echo": _("= %s 万元"),
        "compare": _("对照两份:%s"),
        "missing": _("%s 村未填"),
    }
