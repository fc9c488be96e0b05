"""There is one way to start background work: a Job. What else starts something has a reason."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
APPS = ("config", "villages", "branches", "cadres", "collective_economy", "rectification")
STARTERS = {
    "delay", "apply_async", "delay_on_commit", "apply_async_on_commit", "send_task", "Thread",
    "Timer", "Process", "Popen", "ThreadPoolExecutor", "ProcessPoolExecutor", "fork",
    "create_subprocess_exec", "run_in_executor",
}  # fmt: skip
SUBPROCESS = {"run", "call", "check_call", "check_output", "Popen", "getoutput"}
ALLOWED = {
    "villages/jobs/publishing.py": "sends the id of a job with a deadline",
    "villages/jobs/leases.py": "renews the lease of the job at hand",
    "villages/imports/reading/run.py": "reads a file in a limited child and waits for it",
    "villages/imports/reading/child.py": "loads a module while the file is read",
    "villages/imports/reading/scanning.py": "looks through the XML while the child reads it",
    "config/launching/child.py": "starts the processes of the portal",
    "config/launching/manage.py": "prepares the database before the portal starts",
    "config/launch.py": "starts the portal",
    "config/assets.py": "fetches browser files at set-up",
    "config/install.py": "installs at set-up",
}


def _starts(path: Path) -> Iterator[int]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        name = getattr(function, "attr", getattr(function, "id", ""))
        module = getattr(getattr(function, "value", None), "id", "")
        if name in STARTERS or (module == "subprocess" and name in SUBPROCESS):
            yield node.lineno


def _found() -> dict[str, list[int]]:
    paths = (path for app in APPS for path in (ROOT / app).rglob("*.py"))
    lines = {str(path.relative_to(ROOT)): list(_starts(path)) for path in paths}
    return {path: found for path, found in lines.items() if found}


def test_nothing_else_starts_background_work():
    strange = {path: lines for path, lines in _found().items() if path not in ALLOWED}

    assert strange == {}, "use villages.jobs.actions.request_job"


def test_every_exception_is_still_needed():
    unused = {path for path in ALLOWED if (ROOT / path).exists()} - set(_found())

    assert unused - {"config/launch.py"} == set()
