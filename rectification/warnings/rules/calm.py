"""W19-W21: petitions, incidents, what people think."""

from fractions import Fraction

from rectification.warnings.rules.declaring import (
    Category,
    Examples,
    Finding,
    Level,
    Parameters,
    Threshold,
    rule,
)
from rectification.warnings.rules.measures import Bad, Measure
from rectification.warnings.rules.village import VillageFacts

_WHOLE = 100


def _petition_measures(facts: VillageFacts, values: Parameters) -> tuple[Measure, ...]:
    known = facts.petitions_first is not None
    rows = (
        ("当月初信初访", facts.petitions_first, values["yellow_first"], None),
        ("月末超期未办结", facts.petitions_overdue, values["yellow_overdue"], None),
        ("集体访和越级访", _grave(facts), None, values["red_grave"]),
        ("月末未办结", facts.petitions_unresolved, None, values["red_unresolved"]),
    )
    return tuple(
        Measure(label, "件", value if known else None, Bad.REACHED, yellow, red)
        for label, value, yellow, red in rows
    )


def _grave(facts: VillageFacts) -> int:
    return facts.petitions_collective + facts.petitions_beyond


@rule(
    "W19",
    "信访矛盾突出",
    Category.MASSES,
    basis="5 人以上为集体访;信访事项应在 60 日内办结。",
    thresholds={
        "yellow_first": Threshold(2, "当月初信初访达到此件数为黄色", "件"),
        "yellow_overdue": Threshold(1, "月末超期件达到此件数为黄色", "件"),
        "red_grave": Threshold(1, "当月集体访、越级访达到此件数为红色", "件"),
        "red_unresolved": Threshold(3, "月末未办结达到此件数为红色", "件"),
    },
    examples=Examples(
        red=VillageFacts(10, petitions_first=1, petitions_collective=1),
        yellow=VillageFacts(10, petitions_first=2, petitions_unresolved=2),
        green=VillageFacts(10, petitions_first=1, petitions_unresolved=2),
        unknown=VillageFacts(10),
    ),
    source="villages_affairs.PetitionCount.first",
    ledgers=("petitions",),
    measuring=_petition_measures,
)
def petitions(facts: VillageFacts, values: Parameters) -> Finding | None:
    """The month's counts; a village that did not file the month is unknown, not calm."""
    if facts.petitions_first is None:
        return Finding(Level.UNKNOWN, {"why": "not_filed"})
    rows = (
        (Level.RED, "grave", _grave(facts), "red_grave"),
        (Level.RED, "unresolved", facts.petitions_unresolved, "red_unresolved"),
        (Level.YELLOW, "first", facts.petitions_first, "yellow_first"),
        (Level.YELLOW, "overdue", facts.petitions_overdue, "yellow_overdue"),
    )
    for level, why, count, key in rows:
        if count >= values[key]:
            return Finding(level, {"why": why, "count": count, "limit": values[key]})
    return None


def _incident_measures(facts: VillageFacts, values: Parameters) -> tuple[Measure, ...]:
    known = facts.incidents is not None
    mass = int(facts.incidents_mass) if known else None
    grade = facts.incident_grade if known else None
    return (
        Measure("上报事件", "起", facts.incidents, Bad.REACHED, values["yellow_count"]),
        Measure("群体性事件", "起", mass, Bad.REACHED, red=1),
        Measure("事故等级", "级", grade, Bad.REACHED, red=values["red_grade"]),
    )


@rule(
    "W20",
    "安全和群体性事件",
    Category.MASSES,
    basis="发生群体性事件或重大安全事故的,列入信访矛盾、治安问题集中的排查情形。",
    thresholds={
        "yellow_count": Threshold(1, "当月上报事件达到此起数为黄色", "起"),
        "red_grade": Threshold(3, "事故达到此等级为红色(1 一般,2 较大,3 重大,4 特别重大)", "级"),
    },
    examples=Examples(
        red=VillageFacts(10, incidents=1, incidents_mass=True, incident_grade=1),
        yellow=VillageFacts(10, incidents=1, incident_grade=2),
        green=VillageFacts(10, incidents=0),
        unknown=VillageFacts(10),
    ),
    source="villages_affairs.Incident.grade",
    ledgers=("incidents",),
    measuring=_incident_measures,
)
def incidents(facts: VillageFacts, values: Parameters) -> Finding | None:
    """Any mass incident is red; of accidents the grade decides. A natural disaster is told and
    never red: nobody in the village made it."""
    if facts.incidents is None:
        return Finding(Level.UNKNOWN, {"why": "no_ledger"})
    counted = {"count": facts.incidents, "grade": facts.incident_grade}
    if facts.incidents_mass:
        return Finding(Level.RED, {"why": "mass", **counted})
    if facts.incident_grade >= values["red_grade"]:
        return Finding(Level.RED, {"why": "grade", **counted, "limit": values["red_grade"]})
    if facts.incidents >= values["yellow_count"]:
        return Finding(Level.YELLOW, {"why": "count", **counted, "limit": values["yellow_count"]})
    return None


def _survey_measures(facts: VillageFacts, values: Parameters) -> tuple[Measure, ...]:
    share = None
    if facts.survey_content is not None and facts.survey_answered:
        share = Fraction(facts.survey_content * _WHOLE, facts.survey_answered)
    yellow, red = values["yellow_percent"], values["red_percent"]
    return (Measure("群众满意率", "%", share, Bad.BELOW, yellow, red, places=2),)


@rule(
    "W21",
    "群众满意度偏低",
    Category.MASSES,
    basis="群众满意度低于 60% 的,列入软弱涣散排查情形。",
    thresholds={
        "yellow_percent": Threshold(80, "满意率低于此数为黄色", "%"),
        "red_percent": Threshold(60, "满意率低于此数为红色", "%"),
    },
    examples=Examples(
        red=VillageFacts(10, survey_content=59, survey_answered=100),
        yellow=VillageFacts(10, survey_content=60, survey_answered=100),
        green=VillageFacts(10, survey_content=80, survey_answered=100),
        unknown=VillageFacts(10),
    ),
    source="villages_affairs.Survey.satisfied",
    ledgers=("surveys",),
    measuring=_survey_measures,
)
def people_not_content(facts: VillageFacts, values: Parameters) -> Finding | None:
    """The newest valid survey, compared exactly."""
    if facts.survey_content is None or not facts.survey_answered:
        return Finding(Level.UNKNOWN, {"why": "no_survey"})
    for level, key in ((Level.RED, "red_percent"), (Level.YELLOW, "yellow_percent")):
        if facts.survey_content * _WHOLE < values[key] * facts.survey_answered:
            counted = {"content": facts.survey_content, "answered": facts.survey_answered}
            return Finding(level, {**counted, "limit": values[key]})
    return None


RULES = (petitions, incidents, people_not_content)
