"""One valid row of any ledger, from its model alone.

`make_row(ledger, village, n)` saves one, `built(ledger.model, village, n)` only builds it.
Fields are filled by their types, choices and defaults; keys get a row of the same village. What
a model's rules ask beyond that stands in `OVERRIDES`, by model label.
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.db import models

from villages.ledgers.declaring import Ledger
from villages.models import County, Township, Village

FIRST_DAY = date(2026, 10, 1)
FIRST_MONTH = (2026, 10)
# What ends ends later than it begins.
ENDS = re.compile("end|until|expire|due|_to$|left|closed")
LATER = 400
# No test numbers its own rows so.
POINTED_AT = 999
Given = dict[str, Any]

# A county has one of theirs a year to point at: their own fields tell the rows apart.
SHARING = {"rectification_reports.AssessmentObjection"}

# What a model needs beside what its fields say: (village, n) -> values.
OVERRIDES: dict[str, Callable[[Village, int], Given]] = {
    "villages_affairs.Disclosure": lambda village, n: {"period": _code(n), "kind": "finance"},
    "villages_affairs.MajorMatter": lambda village, n: {"proposed_on": FIRST_DAY},
    "villages_affairs.Survey": lambda village, n: {
        "asked": 10,
        "answered": 9,
        "satisfied": 6,
        "fairly": 2,
        "dissatisfied": 1,
    },
    "villages_affairs.SealUse": lambda village, n: {"approved_by": "secretary"},
    "villages_indicators.IndicatorDefinition": lambda village, n: {
        "slug": f"count-{n}",
        "unit": "个",
    },
    "villages_indicators.IndicatorValue": lambda village, n: {"value": 3, "period": _code(n)},
    "branches.BranchElection": lambda village, n: {"candidates": 4},
    "cadres.Establishment": lambda village, n: {
        "party_seats": 5,
        "committee_seats": 5,
        "supervision_seats": 3,
    },
    "cadres.PublicContact": lambda village, n: {"office_phone": "0000-1234567"},
    "cadres.ResidentDuty": lambda village, n: {"month": 202611},
    "collective_economy.EconomyCost": lambda village, n: {"taxes_fen": 0},
    "collective_economy.ResourcePlot": lambda village, n: {"user": "示例合作社"},
    "collective_economy.DebtRepayment": lambda village, n: {"principal_fen": 100},
    "cadres.TeamAssessment": lambda village, n: {"period": "2026Q3"},
    # One live event of a rule a village; long public.
    "rectification_warnings.Alert": lambda village, n: {
        "rule": f"W{n % 28 + 1:02d}",
        "level": "yellow",
        "raised_at": datetime(2026, 10, 1, tzinfo=UTC),
        "public_at": datetime(2026, 10, 2, tzinfo=UTC),
        "ended_from": None,
        "ended_on": None,
        "order": None,
        "case": None,
        "parent": None,
    },
    "rectification_warnings.Question": lambda village, n: {
        "kind": "copied", "outcome": "", "settled_on": None, "other": None,
        "key": f"{village.code}:{n}",
        "facts": {"kind": "copied", "where": "月度填报说明", "text": f"第{n}句话", "percent": 95,
                  "other_text": f"第{n}句话。", "villages": 2},
    },
    "rectification_warnings.WarningDecision": lambda village, n: {
        "kind": "acknowledge",
        "at": datetime(2026, 10, 1, n % 24, tzinfo=UTC),
    },
    "rectification_warnings.ColourOverride": lambda village, n: _asked(n),
    "rectification_warnings.Exemption": lambda village, n: _asked(n),
    "rectification_supervision.Contest": lambda village, n: {"period": "2026Q3"},
    "rectification.RectificationCase": lambda village, n: _case_at_work(village, n),
    "rectification.CaseEvent": lambda village, n: {
        "at": datetime(2026, 10, 1, n % 24, tzinfo=UTC),
        "step": "opened",
    },
    "rectification.ProblemItem": lambda village, n: {"kind": _word(village, "problem")},
    "rectification.CaseLink": lambda village, n: {
        "kind": _word(village, "helper"),
        "person": f"孙{n}",
    },
    "rectification.DutyHolder": lambda village, n: {"to": FIRST_DAY + timedelta(days=LATER)},
    "rectification.WorkDone": lambda village, n: {"kind": _word(village, "work")},
    "rectification.Acceptance": lambda village, n: {
        "attempt": n,
        "result": "" if n in (1, POINTED_AT) else "passed",
        "from_ledger": n not in (1, POINTED_AT),
    },
    "rectification.AcceptanceScheme": lambda village, n: {
        "valid_from": FIRST_DAY - timedelta(days=n)
    },
    "rectification.SchemeAspect": lambda village, n: {"position": n},
    "rectification.SchemeVeto": lambda village, n: {"position": n},
    "rectification.AspectScore": lambda village, n: {
        "aspect": _of_scheme("SchemeAspect", village, n)
    },
    "rectification.VetoFound": lambda village, n: {"veto": _of_scheme("SchemeVeto", village, n)},
    "rectification.CaseRevisit": lambda village, n: {"months": n % 60 + 1},
    "rectification_supervision.InspectionPlan": lambda village, n: {
        "from_on": date(2026, 1, 1),
        "to_on": date(2026, 12, 31),
    },
    "rectification_supervision.PlanTrip": lambda village, n: {
        "unit_code": village.township.code,
        "unit_name": village.township.name,
        "month": 202601 + n % 12,
    },
    "rectification_supervision.InspectionSite": lambda village, n: {
        "inspection": _listed("Inspection", village, n, title=f"检查{n}")
    },
    "rectification_supervision.SiteAnswer": lambda village, n: {
        "is_yes": True,
        "point": _listed("ChecklistPoint", village, n, name=f"要点{n}"),
    },
    "rectification_supervision.Finding": lambda village, n: {"seq": n},
    "rectification_supervision.ListTask": lambda village, n: {"seq": n},
    "rectification_supervision.Notice": lambda village, n: {
        "from_code": village.county_code, "status": "draft",
    },
    "rectification_supervision.NoticeUnit": lambda village, n: {
        "unit_kind": "township", "unit_code": village.township.code, "department": None,
        "unit_name": f"乡镇{n}",
    },
    "rectification_supervision.NoticeVersion": lambda village, n: {"number": n},
    "rectification_supervision.Delivery": lambda village, n: {
        "made_at": datetime(2026, 10, 1, n % 24, tzinfo=UTC), "log": [],
        "due_at": datetime(2026, 10, 1, n % 24, tzinfo=UTC), "tried_at": None,
    },
    "rectification_supervision.Channel": lambda village, n: {
        "user": None, "department": None, "unit_code": village.county_code,
    },
    "rectification_reports.ReportHead": lambda village, n: {
        "valid_from": FIRST_DAY - timedelta(days=n)
    },
    "rectification_reports.AssessmentScheme": lambda village, n: {
        "valid_from": FIRST_DAY - timedelta(days=n)
    },
    "rectification_reports.AssessmentBlock": lambda village, n: {"seq": n, "key": f"block-{n}"},
    "rectification_reports.Assessment": lambda village, n: {"year": 2000 + n % 99},
    "rectification_reports.AssessmentEntry": lambda village, n: {
        "kind": "calibration", "points": 1, "township_code": village.township.code,
        "entered_on": FIRST_DAY + timedelta(days=n),
    },
    "rectification_reports.AssessmentObjection": lambda village, n: {
        "block": f"block-{n}", "township_code": village.township.code,
    },
    "rectification.ScreeningStandard": lambda village, n: {"edition": n},
    "rectification.ScreeningItem": lambda village, n: {"code": f"WL{n}"},
    "rectification.CaseSituation": lambda village, n: {"item": _item(village, n)},
    "rectification.ScreeningDecision": lambda village, n: {"year": 2000 + n % 99},
    "rectification.CaseExtension": lambda village, n: {
        "ordinal": n,
        "old_deadline": date(2026, 9, 30),
        "new_deadline": date(2026, 12, 15),
        "answer": "waiting" if n == 1 else "refused",
        "answered_on": None if n == 1 else date(2026, 12, 1),
    },
    "rectification_supervision.SupervisionOrder": lambda village, n: {
        "from_code": village.county_code
    },
    "rectification_supervision.OrderUnit": lambda village, n: {
        "unit_code": village.township.code
    },
    "rectification_supervision.OrderItem": lambda village, n: {"comparison": ""},
    "rectification_supervision.OrderReply": lambda village, n: {
        "seq": n, "is_done": True, **_answered(n, "returned"), "reason": "材料不全",
    },
    "rectification_supervision.OrderExtension": lambda village, n: {
        "ordinal": n, "old_due_on": date(2026, 9, 30), "new_due_on": date(2026, 12, 15),
        **_answered(n, "refused"),
    },
    "rectification_supervision.OrderEvent": lambda village, n: {
        "at": datetime(2026, 10, 1, n % 24, tzinfo=UTC), "step": "drafted",
    },
    "rectification_supervision.DepartmentSeat": lambda village, n: {
        "valid_to": None if n in (1, POINTED_AT) else FIRST_DAY + timedelta(days=LATER)
    },
    "rectification_supervision.OrderRule": lambda village, n: {
        "prefix": f"督{n}", "next_kind": "", "valid_from": FIRST_DAY - timedelta(days=n),
    },
}  # fmt: skip


def _answered(n: int, answer: str) -> Given:
    """Of one whole only one request waits."""
    if n in (1, POINTED_AT):
        return {"answer": "waiting", "answered_on": None}
    return {"answer": answer, "answered_on": date(2026, 12, 1)}


def _asked(n: int) -> Given:
    """A request of a month of its own."""
    month = _code(n).replace("-", "")
    return {"from_month": int(month), "until_month": int(month), "ended_from": None}


def _case_at_work(village: Village, n: int) -> Given:
    """A case of a paper ledger, whose file takes rows; a village has one open case."""
    return {
        # Rows of several villages may each point at one of their own.
        "number": f"2026-{n:03d}" if n != POINTED_AT else f"2026-9{village.pk:05d}",
        "origin": "ledger",
        "status": "in_progress" if n in (1, POINTED_AT) else "consolidated",
        "status_since": FIRST_DAY,
        "confirmed_on": date(2026, 3, 2),
        "deadline": date(2026, 9, 30),
        "case_class": "weak_lax",
        "consolidated_on": None if n in (1, POINTED_AT) else FIRST_DAY,
    }


def _of_scheme(name: str, village: Village, n: int) -> models.Model:
    """A part of the county's acceptance scheme, another for another `n`."""
    model = apps.get_model("rectification", name)
    found = model._default_manager.filter(county_code=village.county_code, position=n).first()
    return found or _saved(built(model, village, n))  # type: ignore[no-any-return]


def _item(village: Village, n: int) -> models.Model:
    """A situation of the county's screening standard, another for another `n`."""
    model = apps.get_model("rectification", "ScreeningItem")
    found = model._default_manager.filter(county_code=village.county_code, code=f"WL{n}").first()
    return found or _saved(built(model, village, n))  # type: ignore[no-any-return]


def _listed(model_name: str, village: Village, n: int, **given: Any) -> models.Model:
    """An inspection or a point of the county's checklist, another for another `n`."""
    model = apps.get_model("rectification_supervision", model_name)
    found = model._default_manager.filter(county_code=village.county_code, **given).first()
    return found or _saved(built(model, village, n, **given))  # type: ignore[no-any-return]


def _word(village: Village, use: str) -> models.Model:
    """A word of the county's for this use."""
    words = apps.get_model("rectification", "CaseWord")._default_manager
    given = {"county_code": village.county_code, "use": use, "name": f"{use}类"}
    return words.get_or_create(**given, defaults={"unit": "个"})[0]  # type: ignore[no-any-return]


def make_row(ledger: Ledger, village: Village, n: int = 1, **given: Any) -> Any:
    """A saved row of the ledger about this village; another `n` gives another natural key."""
    row = built(ledger.model, village, n, **given)
    row.save()
    return row


def built(model: Any, village: Village, n: int = 1, **given: Any) -> Any:
    """The row, not saved; the rows it points at are."""
    own = OVERRIDES.get(model._meta.label, _nothing)(village, n)
    values = {**own, **given}
    for field in model._meta.concrete_fields:
        if field.name not in values and not _fills_itself(field):
            values[field.name] = _value(field, village, n)
    return model(**values)


def crowd(model: Any, villages: list[Village]) -> list[Any]:
    """A saved row about each village, in few statements; rows share what they may share."""
    keys = {one.name: _pointed_at(model, one, villages) for one in _keys(model)}
    rows = [
        built(model, village, village.pk, **{name: found[place] for name, found in keys.items()})
        for place, village in enumerate(villages)
    ]
    return list(model._default_manager.bulk_create(rows))


def _pointed_at(model: Any, key: Any, villages: list[Village]) -> list[Any]:
    """For each village its own row where the key makes rows unique, else one for all."""
    if key.unique or key.name in _leading(model):
        return crowd(key.related_model, villages)
    return [some(key.related_model, villages[0])] * len(villages)


def _keys(model: Any) -> list[Any]:
    fields = [field for field in model._meta.concrete_fields if field.is_relation]
    return [field for field in fields if field.name != "village" and not field.null]


def _leading(model: Any) -> set[str]:
    """Of each constraint that rows of one village could break, the first key."""
    if model._meta.label in SHARING:
        return set()
    keys = {field.name for field in _keys(model)}
    unique = (one for one in model._meta.constraints if isinstance(one, models.UniqueConstraint))
    parts = [[name for name in one.fields if name in keys] for one in unique
             if "village" not in one.fields]  # fmt: skip
    return {one[0] for one in parts if one}


def some(model: Any, village: Village) -> Any:
    """A row to point at: one of this village or county where there is one, else a new one."""
    if model in (Village, Township, County):
        return {Village: village, Township: village.township}.get(model, village.township.county)
    names = {field.name for field in model._meta.fields}
    rows = model._default_manager.all()
    if "village" in names:
        rows = rows.filter(village=village)
    elif "county_code" in names:
        rows = rows.filter(county_code=village.county_code)
    found = rows.first()
    return found or _saved(built(model, village, POINTED_AT))


def _saved(row: Any) -> Any:
    row.save()
    return row


def _nothing(_village: Village, _n: int) -> Given:
    return {}


def _fills_itself(field: Any) -> bool:
    return field.primary_key or (field.has_default() and field.name != "county_code")


def _value(field: Any, village: Village, n: int) -> Any:
    if field.name == "county_code":
        return village.county_code
    if field.name == "village":
        return village
    if field.is_relation:
        return None if field.null else some(field.related_model, village)
    if field.null:
        return None
    if field.choices:
        return field.flatchoices[n % len(field.flatchoices)][0] if field.unique else _first(field)
    return _plain(field, n)


def _first(field: Any) -> Any:
    return field.flatchoices[0][0]


def _plain(field: Any, n: int) -> Any:
    match field:
        case models.DateField():
            return FIRST_DAY + timedelta(days=n % 20 + (LATER if ENDS.search(field.name) else 0))
        case models.BooleanField():
            return False
        case models.DecimalField():
            return Decimal(1)
        case models.IntegerField():
            return _integer(field, n)
        case models.JSONField():
            return {}
        case models.CharField() | models.TextField():
            return "" if field.blank else f"{field.verbose_name}{n}"[-(field.max_length or 99) :]
    raise TypeError(f"{field}: say in OVERRIDES what {field.model._meta.label} needs")


def _integer(field: Any, n: int) -> int:
    if field.name == "month" or field.name.endswith("_month"):
        return _month(n)
    if "year" in field.name:
        return 2026
    return n % 30_000 if field.name.endswith("_fen") else 1


def _code(n: int) -> str:
    year, month = divmod(_month(n), 100)
    return f"{year}-{month:02d}"


def _month(n: int) -> int:
    year, month = divmod(FIRST_MONTH[0] * 12 + FIRST_MONTH[1] - 1 - n % 120, 12)
    return year * 100 + month + 1
