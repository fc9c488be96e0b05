"""How acts about people read in the trail."""

from django.utils.translation import gettext_lazy as _

from villages.common.registries import Sentence

ACCOUNT, ACCESS, DEPUTY, HANDOVER = _("账号"), _("授权"), _("代理"), _("工作交接")
SIGN_IN, PASSWORD, SESSION = _("登录"), _("密码"), _("会话")
SECOND_FACTOR, AUDIT, COUNTY = _("两步验证"), _("留痕"), _("县")
TOKEN = _("接口令牌")

SENTENCES = (
    Sentence("user.opened", _("为{object}开设账号“{after_username}”,角色为{after_role}"), ACCOUNT),
    Sentence(
        "user.appointed",
        _("任命{object}(“{after_username}”)为{after_units}的{after_role}"),
        ACCOUNT,
    ),
    Sentence("user.started", _("{object}的账号启用"), ACCOUNT),
    Sentence("user.updated", _("修改{object}的账号资料"), ACCOUNT),
    Sentence("user.disabled", _("停用{object}的账号:{reason}"), ACCOUNT),
    Sentence("user.enabled", _("重新启用{object}的账号:{reason}"), ACCOUNT),
    Sentence("user.password_reset", _("为{object}重置密码:{reason}"), ACCOUNT),
    Sentence(
        "user.role_set", _("把{object}的角色由{before_role}改为{after_role}:{reason}"), ACCOUNT
    ),
    Sentence(
        "user.units_set", _("把{object}的管辖由{before_units}改为{after_units}:{reason}"), ACCOUNT
    ),
    Sentence(
        "access.requested",
        _("为{object}申请授权:{after_role},管辖{after_units};理由:{reason}"),
        ACCESS,
    ),
    Sentence("access.granted", _("同意{after_requested_by}为{object}提出的授权申请"), ACCESS),
    Sentence(
        "access.refused",
        _("不同意{after_requested_by}为{object}提出的授权申请:{reason}"),
        ACCESS,
    ),
    Sentence("access.withdrawn", _("撤回关于{object}的授权申请"), ACCESS),
    Sentence(
        "delegation.given",
        _("{object}委托{after_deputy}代理,{after_starts_on} 至 {after_ends_on}:{reason}"),
        DEPUTY,
    ),
    Sentence("delegation.ended", _("结束{before_deputy}对{object}的代理"), DEPUTY),
    Sentence("delegation.entered", _("开始代理{object}"), DEPUTY),
    Sentence("delegation.left", _("结束代理{object},恢复本人身份"), DEPUTY),
    Sentence(
        "handover.done",
        _("{object}离任,工作移交{after_successor}:{after_moved}"),
        HANDOVER,
    ),
    Sentence(
        "audit.verified",
        _("校验操作留痕:检查 {after_checked} 条,发现 {after_findings} 处问题"),
        AUDIT,
    ),
    Sentence(
        "token.created", _("新建接口令牌“{object}”({after_key}…),有效 {after_days} 天"), TOKEN
    ),
    Sentence("token.rotated", _("更换接口令牌“{object}”,新令牌 {after_key}…"), TOKEN),
    Sentence("token.revoked", _("作废接口令牌“{object}”:{reason}"), TOKEN),
    Sentence("token.all_revoked", _("作废{object}的全部 {count} 枚接口令牌:{reason}"), TOKEN),
    Sentence("county.opened", _("开设{object}({after_code})"), COUNTY),
    Sentence("account.signed_in", _("{object}登录"), SIGN_IN),
    Sentence("account.signed_out", _("{object}退出登录"), SIGN_IN),
    Sentence("account.sign_in_failed", _("用户名“{object}”登录失败"), SIGN_IN),
    Sentence(
        "account.locked", _("用户名“{object}”多次输错密码,锁定 {after_minutes} 分钟"), SIGN_IN
    ),
    Sentence("account.unlocked", _("解除{object}的登录锁定:{reason}"), SIGN_IN),
    Sentence("password.changed", _("{object}修改密码"), PASSWORD),
    Sentence("session.ended", _("结束{object}的 {count} 个会话"), SESSION),
    Sentence("second_factor.set_up", _("{object}启用两步验证"), SECOND_FACTOR),
    Sentence("second_factor.shown", _("{object}通过两步验证"), SECOND_FACTOR),
    Sentence("second_factor.recovered", _("{object}用恢复码通过两步验证"), SECOND_FACTOR),
    Sentence("second_factor.failed", _("{object}两步验证失败"), SECOND_FACTOR),
    Sentence("second_factor.codes_renewed", _("{object}重新生成恢复码"), SECOND_FACTOR),
    Sentence("second_factor.removed", _("解除{object}的两步验证:{reason}"), SECOND_FACTOR),
)
