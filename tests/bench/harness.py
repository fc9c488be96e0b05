"""Interleaved measuring: floor and product take turns, medians are compared."""

import gc
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from typing import Any

PAIRS = 7


@dataclass(frozen=True)
class Row:
    """One line of the table: ours over the floor's, smaller is better.

    `queries` counts the statements of one turn of ours, `mb` is the peak memory of the process
    that the goal is about, `spread` the quartile distance of ours over its median.
    """

    path: str
    scale: str
    database: str
    ratio: float
    goal: float
    floor: str
    queries: int
    mb: float
    floor_ms: float = 0.0
    ours_ms: float = 0.0
    spread: float = 0.0

    @property
    def met(self) -> bool:
        """Whether the goal is met."""
        return self.ratio <= self.goal


@dataclass(frozen=True)
class Path_:  # noqa: N801 - `Path` is pathlib's
    """A path to measure. Both sides must give equal results before anything is timed.

    `before` sets the stage for one turn, `result` says afterwards what that turn did; neither
    is timed. `most_queries` bounds the statements of ours, `scale` says how
    much is measured where that is not what the others measure.
    """

    key: str
    goal: float
    floor_words: str
    floor: Callable[[], Any]
    ours: Callable[[], Any]
    before: Callable[[], Any] = lambda: None
    result: Callable[[Any], Any] = lambda given: given
    equal: Callable[[Any, Any], bool] = lambda a, b: a == b
    most_queries: int = 0
    count: Callable[[Callable[[], Any]], tuple[int, Any]] = lambda call: (0, call())
    memory: Callable[[], float] = lambda: 0.0
    pairs: int = PAIRS
    scale: str = ""


class UnequalError(AssertionError):
    """Floor and product gave different results, or ours asks too much: nothing is compared."""


def measure(path: Path_, scale: str, database: str) -> Row:
    """Medians of interleaved turns; raises UnequalError before timing where results differ."""
    queries = _proven(path)
    floors, ours = [], []
    for turn in range(path.pairs):
        floors.append(_seconds(path, path.floor))
        ours.append(_seconds(path, path.ours))
        _tell(path.key, turn + 1, path.pairs)
    quarters = quantiles(ours, n=4)
    return Row(
        path.key, path.scale or scale, database, round(median(ours) / median(floors), 3), path.goal,
        path.floor_words, queries, round(path.memory(), 1),
        round(median(floors) * 1000, 2), round(median(ours) * 1000, 2),
        round((quarters[2] - quarters[0]) / median(ours), 3),
    )  # fmt: skip


def _proven(path: Path_) -> int:
    """The number of statements of ours, once it is shown to do what its floor does."""
    path.before()
    expected = path.result(path.floor())
    path.before()
    queries, given = path.count(path.ours)
    if not path.equal(expected, path.result(given)):
        raise UnequalError(f"{path.key}: results differ")
    if path.most_queries and queries > path.most_queries:
        raise UnequalError(f"{path.key}: {queries} statements, {path.most_queries} allowed")
    return queries


def _seconds(path: Path_, call: Callable[[], Any]) -> float:
    path.before()
    gc.collect()
    began = perf_counter()
    call()
    return perf_counter() - began


def child_megabytes(code: str, *arguments: str) -> float:
    """Peak memory of a process that runs this code, started by a small process: a large one would
    count."""
    starter = (
        "import resource, subprocess, sys; "
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    command = [sys.executable, "-c", starter, sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, capture_output=True, check=True)
    return int(done.stdout) / 1024


def _tell(key: str, done: int, total: int) -> None:
    bar = "#" * done + "." * (total - done)
    sys.stderr.write(f"\r{key:<24} [{bar}]")
    sys.stderr.write("\n" if done == total else "")
    sys.stderr.flush()


def report(rows: list[Row], target: Path) -> str:
    """Writes the rows as JSON and gives the table in words."""
    target.write_text(json.dumps([asdict(row) for row in rows], indent=1), encoding="utf-8")
    lines = [
        f"{'path':<24}{'scale':<18}{'database':<12}{'ratio':>8}{'goal':>7}"
        f"{'floor ms':>10}{'ours ms':>9}{'queries':>9}{'MB':>6}"
    ]
    for row in rows:
        mark = "" if row.met else "  missed"
        lines.append(
            f"{row.path:<24}{row.scale:<18}{row.database:<12}{row.ratio:>8.2f}{row.goal:>7.2f}"
            f"{row.floor_ms:>10.0f}{row.ours_ms:>9.0f}{row.queries:>9}{row.mb:>6.0f}{mark}"
        )
    return "\n".join(lines)
