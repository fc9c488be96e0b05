"""Who answers for a task of a list."""

from typing import Any

from rectification.supervision.models import DepartmentSeat
from rectification.supervision.perms import may_keep_task_lists, may_tick_tasks
from rectification.supervision.querysets import person_of


def owns(user: Any, task: Any) -> bool:
    """Whether the person answers for the unit that owns the task.

    For a department without anybody in its seat, and for tasks of its own, the organization
    department does. One query for departments.
    """
    if not may_tick_tasks(user):
        return False
    county = may_keep_task_lists(user) and user.territory.covers(task.county_code)
    if task.unit_code:
        return not county and bool(user.territory.covers(task.unit_code))
    if task.department_id is None:
        return bool(county)
    seats = DepartmentSeat.objects.filter(department=task.department_id, valid_to=None)
    taken = set(seats.values_list("user_id", flat=True))
    return person_of(user).pk in taken or bool(county and not taken)
