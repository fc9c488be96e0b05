"""All paths on one database: `python -m tests.bench.run DATABASE [--quick] [PATH…]`."""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import django

from tests.bench.harness import Path_, Row, UnequalError, measure, report

_SCALE = "10,000 x 30"
_QUICK_PAIRS = 5


def main() -> int:
    """Migrates, makes a county, measures, writes `bench-<database>.json`, prints the table."""
    options = _options()
    django.setup()
    rows: list[Row] = []
    unequal: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for path in _paths(Path(folder), options):
            if options.paths and path.key not in options.paths:
                continue
            pairs = min(path.pairs, _QUICK_PAIRS) if options.quick else path.pairs
            try:
                rows.append(measure(replace(path, pairs=pairs), _SCALE, options.database))
            except UnequalError as error:
                unequal.append(str(error))
    print(report(rows, Path(f"bench-{options.database}.json")))
    print(*unequal, sep="\n", file=sys.stderr)
    return 1 if unequal else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("database")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("paths", nargs="*")
    return parser.parse_intermixed_args()


def _paths(folder: Path, options: argparse.Namespace) -> Iterator[Path_]:
    # Models can be loaded only now.
    from django.core.management import call_command

    from tests.bench import documents, evaluating, exports, filing, imports, reports, wide
    from tests.factories import UserFactory
    from villages.accounts.choices import Role

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    wide.make_places()
    UserFactory(role=Role.COUNTY_STAFF, at=wide.COUNTY)
    with imports.wide_table():
        yield from imports.paths(folder)
    yield from exports.paths(folder)
    yield from documents.paths()
    yield from filing.paths()
    if not options.paths or evaluating.KEYS.intersection(options.paths):
        yield from evaluating.paths(quick=options.quick)
    if not options.paths or reports.KEYS.intersection(options.paths):
        yield from reports.paths(quick=options.quick)


if __name__ == "__main__":
    sys.exit(main())
