"""Drafts of rule sets: written, changed, taken away. No colour changes by any of this."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from rectification.warnings.comparing import differences
from rectification.warnings.models import RuleDraft, RuleSet
from rectification.warnings.perms import may_keep_rules
from rectification.warnings.rule_contents import content_of, default_content
from rectification.warnings.rule_files.reading import checked
from rectification.warnings.rule_files.shape import Content
from villages.accounts.actors import ServiceActor
from villages.common.errors import DomainError
from villages.ledgers.keeping import changed, locked, refuse_broken
from villages.trace.record import record

_TOLD = 40


@transaction.atomic
def draft_rules(
    *, by: Any, county: str, content: Content, based_on: RuleSet | None = None
) -> RuleDraft:
    """A draft of the county with this content. Raises `rules_not_allowed`, `rule_file`."""
    require_keeper(by, county)
    said = checked(content)
    row = RuleDraft(
        county_code=county, name=said["name"], based_on=based_on, content=said, note=said["note"]
    )
    refuse_broken(row)
    row.save()
    record("rules.drafted", row, by=by, after={"name": row.name})
    return row


def draft_from_set(*, by: Any, county: str, row: RuleSet | None) -> RuleDraft:
    """A draft that begins as a copy of a set, or of the default rules; it has no day yet."""
    content = default_content() if row is None else content_of(row)
    content |= {"effective_from": "", "note": "", "basis": "" if row is None else content["basis"]}
    content["name"] = _("%s(修订)") % content["name"][:50]
    return draft_rules(by=by, county=county, content=content, based_on=row)


@transaction.atomic
def change_draft(draft: RuleDraft, *, by: Any, content: Content, version: int) -> RuleDraft:
    """Another content; `version` is the one that the person saw.

    Raises `rules_not_allowed`, `version_changed`, `draft_adopted`, `rule_file`.
    """
    row, said = ready(draft, by=by, version=version), checked(content)
    found = differences(row.content, said)
    changed(row, content=said, name=said["name"], note=said["note"])
    record(
        "rules.draft-changed", row, by=by, count=len(found),
        before={one.key: one.before for one in found[:_TOLD]},
        after={one.key: one.after for one in found[:_TOLD]},
    )  # fmt: skip
    return row


@transaction.atomic
def remove_draft(draft: RuleDraft, *, by: Any, version: int) -> None:
    """Takes a draft away. Raises as `change_draft`."""
    row = ready(draft, by=by, version=version)
    record("rules.draft-removed", row, by=by, before={"name": row.name})
    row.delete()


def require_keeper(by: Any, county: str) -> None:
    """Raises `rules_not_allowed` for everybody but the county's own department, and the command
    line of the machine."""
    keeps = may_keep_rules(by) or isinstance(by, ServiceActor)
    if keeps and by.territory.covers(county):
        return
    words = _("只有本县的组织部可以起草和发布预警规则。")
    raise DomainError("rules_not_allowed", words, _("请联系县委组织部。"))


def ready(draft: RuleDraft, *, by: Any, version: int) -> RuleDraft:
    """The draft as it is now, held to the end of the transaction."""
    row = locked(draft)
    require_keeper(by, row.county_code)
    if row.adopted_id:
        words = _("草案“%s”已经发布,不能再改。") % row.name
        raise DomainError("draft_adopted", words, _("请以发布的规则另起一份草案。"))
    if row.version != version:
        words = _("草案“%s”刚被他人改动。") % row.name
        raise DomainError("version_changed", words, _("请核对最新内容后再提交。"))
    return row
