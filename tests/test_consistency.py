"""What holds everywhere: one rule, one test, no exception without a reason."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command, get_commands
from django.db import models

ROOT = Path(__file__).resolve().parent.parent
OURS = ("config", "villages", "branches", "cadres", "collective_economy", "rectification")
CHINESE = re.compile(r"[一-鿿]")
LONGEST_FILE, LONGEST_NAME, LONGEST_TASK = 450, 30, 5
CLOCK = "villages/common/clock.py"

# Tables that belong to no place and to no person: everybody, or nobody, may read them.
UNPLACED = {
    "CalendarDay": "the national calendar is the same for everybody",
    "AuditHead": "ends of hash chains, read by the verifier alone",
    "Tick": "when regular duties last ran, shown to the system administrator",
    "ReportTemplate": "bytes of a document's frame; the report that uses it is scoped",
}
# Parts without a life of their own: they are reached through the whole, which is scoped.
PARTS = {"RuleVersion": "rule_set", "ReportFigure": "report", "ReportFile": "report"}

# Made before names were measured; forks in Oracle mode cut at thirty characters, PostgreSQL and
# SQLite do not. None may be added; each that gets a `db_table` leaves this list.
LONG_TABLES = {
    "villages_rest_idempotencyrecord", "villages_accounts_accessrequest",
    "villages_accounts_passwordrecord", "rectification_warnings_ruleversion",
    "rectification_warnings_evaluation", "rectification_warnings_villagewarning",
    "rectification_reports_reporttemplate", "rectification_reports_reportfigure",
    "rectification_reports_reportfile",
}  # fmt: skip

# Where HTML is made by hand, and why nothing of a person's can slip through.
RAW_HTML = {
    "villages/lists/tables.py": "rows are written by escaping writers, one string per row",
    "villages/lists/presenting.py": "style rules from column declarations, quoted for CSS",
    "villages/lists/cells.py": "writers of single cells, each escapes its value",
    "villages/help/markup.py": "Markdown of the repository and of notices, cleaned by nh3",
    "villages/templatetags/portal.py": "icons by a checked name",
    "villages/filings/views/receipts.py": "the code of the page's own address, drawn by segno",
}
SAFE_TEMPLATES = {
    "templates/help/article.html": "Markdown of the repository itself, cleaned by nh3",
    "templates/help/results.html": "Markdown of the repository itself, cleaned by nh3",
}

# The burden promise: none of this is ever stored about people.
NEVER_KEPT = re.compile(
    r"check_?in\b|punch|clock_?in\b|gps|latitude|longitude|geolocation|login_count|sign_in_count"
    r"|visit_count|online_(time|minutes)|step_count|red_black",
)
NEVER_SAID = re.compile(r"签到|打卡|定位|轨迹|登录次数|在线时长|步数")


def _own(model: type[models.Model]) -> bool:
    return model.__module__.split(".")[0] in OURS


MODELS = [model for model in apps.get_models() if _own(model)]


@cache
def _sources() -> dict[str, str]:
    """Our Python files without migrations."""
    files = (path for top in OURS for path in sorted((ROOT / top).rglob("*.py")))
    return {
        str(path.relative_to(ROOT)): path.read_text()
        for path in files
        if "migrations" not in path.parts
    }


@cache
def _templates() -> dict[str, str]:
    files = sorted((ROOT / "templates").rglob("*.html"))
    return {str(path.relative_to(ROOT)): path.read_text() for path in files}


@cache
def _trees() -> dict[str, ast.Module]:
    return {name: ast.parse(text) for name, text in _sources().items()}


def _lines(text: str, pattern: re.Pattern[str]) -> Iterator[int]:
    for number, line in enumerate(text.splitlines(), start=1):
        if pattern.search(line):
            yield number


# --- models -----------------------------------------------------------------------------------
@pytest.mark.parametrize("model", MODELS, ids=lambda one: one._meta.label)
def test_model_speaks_chinese(model: type[models.Model]):
    names = (str(model._meta.verbose_name), str(model._meta.verbose_name_plural))

    assert all(CHINESE.search(name) for name in names)


def test_every_model_is_scoped():
    bare = {
        model._meta.label: model._meta.default_manager.__class__.__name__
        for model in MODELS
        if not _is_scoped(model) and model.__name__ not in UNPLACED
    }

    assert not bare, f"give them a manager whose rows know visible_to(user): {bare}"
    assert len(UNPLACED) <= 5


def _is_scoped(model: type[models.Model]) -> bool:
    if whole := PARTS.get(model.__name__):
        return _is_scoped(model._meta.get_field(whole).related_model)
    return hasattr(model._meta.default_manager, "visible_to")


@pytest.mark.parametrize("model", MODELS, ids=lambda one: one._meta.label)
def test_constraints_speak_chinese(model: type[models.Model]):
    silent = [one.name for one in model._meta.constraints if not CHINESE.search(_message(one))]

    assert not silent, f"give them a violation_error_message: {silent}"


def _message(constraint: models.BaseConstraint) -> str:
    given = constraint.violation_error_message
    return "" if given == constraint.default_violation_error_message else str(given)


@pytest.mark.parametrize("model", MODELS, ids=lambda one: one._meta.label)
def test_names_in_the_database_are_short(model: type[models.Model]):
    named = [*model._meta.constraints, *model._meta.indexes]
    names = {model._meta.db_table, *(one.name for one in named)} - LONG_TABLES

    assert [name for name in names if len(name) > LONGEST_NAME] == []


@pytest.mark.django_db
def test_migrations_are_up_to_date():
    call_command("makemigrations", check=True, dry_run=True, stdout=StringIO())


# --- the burden promise -----------------------------------------------------------------------
def test_nothing_about_presence_or_use_is_stored():
    kept = [
        f"{model._meta.label}.{field.name}"
        for model in MODELS
        for field in model._meta.get_fields()
        if NEVER_KEPT.search(field.name)
        or NEVER_SAID.search(str(getattr(field, "verbose_name", "")))
    ]

    assert not kept


def test_no_form_and_no_body_asks_for_presence_or_use():
    asking = ("forms", "serializers", "fields")
    asked = [
        f"{name}:{line}"
        for name, text in _sources().items()
        if any(part in name for part in asking)
        for pattern in (NEVER_KEPT, NEVER_SAID)
        for line in _lines(text, pattern)
    ]

    assert not asked


# --- pages ------------------------------------------------------------------------------------
def test_html_is_made_by_hand_only_where_listed():
    python = {
        name for name, text in _sources().items() if re.search(r"\bmark_safe\(|SafeString\(", text)
    }
    pages = {
        name
        for name, text in _templates().items()
        if re.search(r"\|\s*safe\b|autoescape off", text)
    }

    assert python <= RAW_HTML.keys()
    assert pages <= SAFE_TEMPLATES.keys()


WRITES_HTML = re.compile(
    r"\.(?:inner|outer)HTML\s*\+?=|insertAdjacentHTML|document\.write|\beval\(|new Function\("
)


def test_no_script_of_ours_writes_html():
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in sorted((ROOT / "static" / "js").rglob("*.js"))
        for line in _lines(path.read_text(), WRITES_HTML)
    ]

    assert not found


STYLE = re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE)
HANDLER = re.compile(r"<[^>]*\son[a-z]+\s*=\s*[\"']", re.IGNORECASE)
INLINE_SCRIPT = re.compile(r"<script(?![^>]*\b(?:src|nonce)=)", re.IGNORECASE)


@pytest.mark.parametrize("pattern", [STYLE, HANDLER, INLINE_SCRIPT], ids=["style", "on", "script"])
def test_templates_keep_the_content_policy(pattern: re.Pattern[str]):
    found = [
        f"{name}:{line}" for name, text in _templates().items() for line in _lines(text, pattern)
    ]

    assert not found


TRANSLATED = re.compile(
    r"{#.*?#}|{%\s*comment\b.*?endcomment\s*%}|{%\s*blocktrans(?:late)?\b.*?endblocktrans(?:late)?\s*%}"
    r"|<!--.*?-->|{%.*?%}|{{.*?}}",
    re.DOTALL,
)
BARE_PAGES = {"templates/layout/bare.html": "shown when nothing works, not even translation"}


def test_words_of_templates_go_through_translation():
    bare = {
        name: found.group()
        for name, text in _templates().items()
        if name not in BARE_PAGES and (found := CHINESE.search(TRANSLATED.sub("", text)))
    }

    assert not bare


# --- code -------------------------------------------------------------------------------------
def test_files_are_short():
    lengths = {name: len(text.splitlines()) for name, text in _sources().items()}

    assert {name: count for name, count in lengths.items() if count > LONGEST_FILE} == {}


READS_CLOCK = re.compile(
    r"datetime\.now\(|datetime\.utcnow\(|date\.today\(|timezone\.now\b|time\.time\(|localdate\(\)"
    r"|auto_now"
)


def test_only_the_clock_reads_the_clock():
    found = [
        f"{name}:{line}"
        for name, text in _sources().items()
        if name != CLOCK and not name.startswith("config/launching")
        for line in _lines(text, READS_CLOCK)
    ]

    assert not found


def test_tasks_only_call_actions():
    long = [
        f"{name}:{one.name}"
        for name, tree in _trees().items()
        if name.endswith("/tasks.py")
        for one in tree.body
        if isinstance(one, ast.FunctionDef) and len(_spoken(one)) > LONGEST_TASK
    ]

    assert not long


def _spoken(function: ast.FunctionDef) -> list[ast.stmt]:
    """Statements without the docstring."""
    return function.body[1:] if ast.get_docstring(function) else function.body


# Functions that read rows without a territory, and what stands in its place.
UNSCOPED = {
    (
        "villages/accounts/views/sign_in.py",
        "_page",
    ): "hotlines and demo accounts, before signing in",
    ("villages/accounts/views/sign_in.py", "locked_out"): "hotlines, before signing in",
    ("villages/accounts/views/profile.py", "_about"): "one's own contents, by the signed-in person",
    ("villages/accounts/views/profile.py", "pending_form"): "one's own contents, by the person",
    ("villages/accounts/views/profile.py", "drop_pending"): "one's own contents, by the person",
    ("villages/accounts/api.py", "_made"): "the row that was made in the same request",
    ("villages/lists/views/settings.py", "_keep"): "one's own views, by their owner",
    ("villages/views/wizard.py", "_old_names"): "names of units in a change that was checked",
    ("villages/views/townships.py", "_successors"): "names of units, no secret on the map",
    ("villages/views/townships.py", "_predecessors"): "names of units, no secret on the map",
    ("villages/views/calendar.py", "_marks"): "the days of the county at hand",
    ("villages/api.py", "post"): "the row that was written for a village found by visible_to",
    ("villages/views/parameters.py", "parameter"): "numbers of no county, for their keeper",
    ("villages/affairs/views/gaps.py", "names_of"): "villages of a roll, within its own scope",
    ("villages/filings/views/place.py", "due_of"): "the due day of a month, known to everybody",
    ("villages/filings/api/list.py", "_take"): "the row that was found by visible_to just before",
    ("villages/filings/api/objects.py", "filing_object"): "of a village found by visible_to",
    ("villages/jobs/views.py", "job"): "the one row that was found by visible_to just before",
    ("villages/jobs/views.py", "progress"): "the one row that was found by visible_to just before",
    ("villages/jobs/api.py", "post"): "the row that was found by visible_to just before",
}


def test_pages_and_resources_read_rows_through_the_territory():
    unscoped = sorted(
        f"{name}:{line} {function}"
        for name, tree in _trees().items()
        if re.search(r"/(views|api)(/|\.py$)", name)
        for function, line in _unscoped(tree)
        if (name, function) not in UNSCOPED
    )

    assert not unscoped


def _unscoped(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Functions that name `Model.objects` in a statement that does not narrow it."""
    functions = [one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)]
    for function in functions:
        gets = "get_visible_or_404" in ast.unparse(function)
        for statement in _statements(function):
            text = ast.unparse(statement)
            named = set(re.findall(r"\b([A-Z]\w+)\.objects\b", text)) - UNPLACED.keys()
            if named and "visible_to" not in text and not gets:
                yield function.name, statement.lineno


def _statements(function: ast.FunctionDef) -> Iterator[ast.stmt]:
    """The simple statements of a function."""
    for one in ast.walk(function):
        if isinstance(one, ast.Assign | ast.AnnAssign | ast.Return | ast.Expr | ast.AugAssign):
            yield one


def test_exceptions_are_still_needed():
    gone = [
        f"{name} {function}"
        for name, function in UNSCOPED
        if name in _sources() and f"def {function}(" not in _sources()[name]
    ]

    assert not gone


def test_every_command_stands_in_the_readme():
    readme = (ROOT / "README.md").read_text()
    own = {name for name, app in get_commands().items() if str(app).split(".")[0] in OURS}

    assert sorted(name for name in own if f"{name}" not in readme) == []
