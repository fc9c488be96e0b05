"""Tables of supervision: orders, inspections, task lists, voices, contests, notices."""

from rectification.supervision.models.contests import (
    Contest,
    ContestAspect,
    ContestEntry,
    JudgeScore,
)
from rectification.supervision.models.deliveries import Channel, Delivery
from rectification.supervision.models.events import OrderEvent
from rectification.supervision.models.findings import Finding
from rectification.supervision.models.inspections import (
    ChecklistPoint,
    Inspection,
    InspectionSite,
    SiteAnswer,
)
from rectification.supervision.models.items import OrderItem
from rectification.supervision.models.lists import Department, DepartmentSeat, OrderRule
from rectification.supervision.models.notices import (
    Notice,
    NoticeReceipt,
    NoticeUnit,
    NoticeVersion,
)
from rectification.supervision.models.orders import SupervisionOrder
from rectification.supervision.models.plans import InspectionPlan, PlanTrip
from rectification.supervision.models.replies import OrderExtension, OrderReply
from rectification.supervision.models.series import OrderSeries
from rectification.supervision.models.tasklists import DayNote, GroupMeeting, ListTask, TaskList
from rectification.supervision.models.units import OrderUnit
from rectification.supervision.models.voices import Voice

__all__ = [
    "Channel",
    "ChecklistPoint",
    "Contest",
    "ContestAspect",
    "ContestEntry",
    "DayNote",
    "Delivery",
    "Department",
    "DepartmentSeat",
    "Finding",
    "GroupMeeting",
    "Inspection",
    "InspectionPlan",
    "InspectionSite",
    "JudgeScore",
    "ListTask",
    "Notice",
    "NoticeReceipt",
    "NoticeUnit",
    "NoticeVersion",
    "OrderEvent",
    "OrderExtension",
    "OrderItem",
    "OrderReply",
    "OrderRule",
    "OrderSeries",
    "OrderUnit",
    "PlanTrip",
    "SiteAnswer",
    "SupervisionOrder",
    "TaskList",
    "Voice",
]
