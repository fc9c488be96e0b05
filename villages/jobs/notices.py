"""What every page says while background work stands still."""

from typing import Any

from django.utils.translation import gettext as _

from villages.accounts.perms import may_run_system
from villages.common.registries import Notice, NoticeSource
from villages.jobs.health import is_late


def _late(user: Any) -> Notice | None:
    if not is_late():
        return None
    if may_run_system(user):
        hint = _("请检查后台进程和消息队列;任务都已保存,恢复后会自动继续。")
    else:
        hint = _("您提交的内容都已保存,可以离开页面,完成后在“后台任务”里查看。")
    return Notice("warning", _("后台任务处理变慢,结果会晚些出来。"), hint)


NOTICES = (NoticeSource("jobs_late", lambda user: True, _late),)
