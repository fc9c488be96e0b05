"""The database itself refuses to change the trail, and what is forced is found."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from villages.accounts.actors import COMMAND_LINE
from villages.db import append_only
from villages.trace.chain import seal
from villages.trace.models import AuditEntry, AuditHead
from villages.trace.record import record
from villages.trace.verify import findings, latest_findings

pytestmark = pytest.mark.django_db
TABLE = "villages_trace_auditentry"


@pytest.fixture
def entries():
    """Six entries in the main chain."""
    return [
        record("thing.changed", by=COMMAND_LINE, name=f"事项{number}", after={"number": number})
        for number in range(6)
    ]


def forced(statement, *values):
    """Lifts the guard as only somebody with the database could, and changes a row."""
    with connection.cursor() as cursor:
        for drop in append_only._drop(connection.vendor, TABLE):
            cursor.execute(drop)
        cursor.execute(statement, values)


def verdict():
    """Exit code and answer of the command."""
    out = StringIO()
    try:
        call_command("audit_verify", "--json", stdout=out)
    except SystemExit as end:
        return end.code, json.loads(out.getvalue())
    return 0, json.loads(out.getvalue())


@pytest.mark.parametrize(
    "change",
    [
        lambda: AuditEntry.objects.filter(number=3).update(reason="改"),
        lambda: AuditEntry.objects.filter(number=3).delete(),
        lambda: AuditEntry.objects.all().delete(),
        lambda: AuditEntry.objects.get(number=3).save(),
    ],
    ids=["update", "delete", "delete all", "save"],
)
def test_the_database_refuses_to_change_the_trail(entries, change):
    with pytest.raises(DatabaseError, match="只能追加"), transaction.atomic():
        change()

    assert AuditEntry.objects.count() == 6


def test_raw_sql_is_refused_too(entries):
    for statement in (f"UPDATE {TABLE} SET reason = 'x'", f"DELETE FROM {TABLE}"):
        with (
            pytest.raises(DatabaseError, match="只能追加"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


def test_an_untouched_trail_holds(entries):
    assert verdict() == (
        0,
        {
            "ok": True, "entries": 6, "findings": [],
            "heads": [{"chain": "main", "number": 6, "digest": entries[-1].digest}],
        },
    )  # fmt: skip


@pytest.mark.parametrize("column", ["actor_name", "action", "reason", "object_name", "address"])
def test_one_changed_sign_is_found_in_any_column(entries, column):
    forced(f"UPDATE {TABLE} SET {column} = {column} || '.' WHERE number = %s", 3)

    assert [(one.number, one.problem) for one in findings()] == [(3, "内容被改动")]
    assert verdict()[0] == 1


def test_one_changed_bit_of_a_stored_value_is_found(entries):
    forced(f"UPDATE {TABLE} SET after = %s WHERE number = %s", '{"number": 3}', 3)

    assert [(one.number, one.problem) for one in findings()] == [(3, "内容被改动")]


def test_a_changed_time_is_found(entries):
    moved = "at + interval '1 microsecond'" if connection.vendor == "postgresql" else (
        "strftime('%%Y-%%m-%%d %%H:%%M:%%f', at, '+1 second')"
    )  # fmt: skip
    forced(f"UPDATE {TABLE} SET at = {moved} WHERE number = %s", 2)

    assert [one.number for one in findings()] == [2]


@pytest.mark.parametrize(("number", "where"), [(1, 1), (3, 3), (6, 6)])
def test_a_deleted_row_is_found_at_either_end_and_inside(entries, number, where):
    forced(f"DELETE FROM {TABLE} WHERE number = %s", number)

    assert {one.number for one in findings()} & {where, where + 1}


def test_a_row_that_is_changed_and_sealed_again_breaks_the_next_one(entries):
    forged = AuditEntry.objects.filter(number=3).values().get() | {"reason": "改"}
    forced(f"UPDATE {TABLE} SET reason = %s, digest = %s WHERE number = %s", "改", seal(forged), 3)

    assert [(one.number, one.problem) for one in findings()] == [(4, "与前一条记录不衔接")]


def test_a_cut_tail_is_found_by_the_head(entries):
    forced(f"DELETE FROM {TABLE} WHERE number > %s", 4)

    assert [one.problem for one in findings()] == ["链尾与最后一条记录不符"]


def test_a_chain_without_head_is_found(entries):
    AuditHead.objects.all().delete()

    assert len(list(findings())) == 6


def test_a_short_look_reads_the_newest_entries_only(entries, django_assert_num_queries):
    forced(f"UPDATE {TABLE} SET reason = 'x' WHERE number = %s", 2)

    assert list(latest_findings(["main"], 3)) == []
    assert [one.number for one in latest_findings(["main"], 5)] == [2]
    with django_assert_num_queries(3):
        list(latest_findings(["main"], 3))


def test_the_command_says_findings_in_chinese(entries):
    forced(f"UPDATE {TABLE} SET reason = 'x' WHERE number = %s", 3)
    out = StringIO()

    with pytest.raises(SystemExit):
        call_command("audit_verify", stdout=out)

    assert "链 main 第 3 条:内容被改动" in out.getvalue()
    assert "发现 1 处问题" in out.getvalue()
