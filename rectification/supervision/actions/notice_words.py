"""The wordings of a notice: the last one is a draft until it is published."""

from django.utils.translation import gettext as _

from rectification.supervision.actions.storing import store
from rectification.supervision.models import Notice, NoticeVersion
from villages.common.errors import DomainError


def words_of(notice: Notice) -> NoticeVersion | None:
    """The last wording, published or not."""
    found: NoticeVersion | None = (
        NoticeVersion.objects.filter(notice=notice).order_by("-number").first()
    )
    return found


def require_seen(row: Notice, version: int | None) -> None:
    """Raises `version_changed` where somebody else wrote since the person looked."""
    if version is not None and row.version != version:
        words = _("“%s”刚被他人改动,您的填写没有保存。") % row
        raise DomainError("version_changed", words, _("请对照最新内容后再次提交。"))


def write_words(row: Notice, *, text: str, changes: str) -> NoticeVersion:
    """The words of the draft that comes after the version in force, made or replaced."""
    number = row.number + 1
    draft = NoticeVersion.objects.filter(notice=row, number=number).first()
    if draft is None:
        draft = NoticeVersion(county_code=row.county_code, notice=row, number=number)
    else:
        draft.version += 1
    draft.text, draft.changes = text.strip(), changes.strip()
    return store(draft)
