"""Sentences about village cadres."""

from collections.abc import Iterator

from rectification.reports.content import Line, Paragraph, plain
from rectification.reports.told import Known, paragraph
from rectification.reports.topics.cadre_events import kinds_of
from rectification.reports.topics.spans import span_words

_MOST = 3


def words(known: Known) -> Iterator[Paragraph]:
    """People, teams, what is empty, what happened."""
    yield from paragraph("村干部队伍", _lines(known))


def _lines(known: Known) -> Iterator[Line]:
    if known.some("cadres.serving"):
        yield from _people(known)
    if known.has("cadres.team.branch", "cadres.team.committee", "cadres.team.both_share"):
        yield Line(
            "cadres.team",
            "党组织班子健全的村{cadres.team.branch}个，村委会班子健全的村{cadres.team.committee}个，"
            "两委班子都健全的占{cadres.team.both_share:share}。",
        )
    yield from _vacant(known)
    yield from _reviews(known)
    yield from _dispositions(known)


def _people(known: Known) -> Iterator[Line]:
    yield Line(
        "cadres.serving",
        f"截至{known.asked.day_words}，在任村干部{{cadres.serving}}人，高中及以上学历"
        "{cadres.high_school_or_above}人，占{cadres.high_school_share:share}；"
        "村党组织书记{cadres.secretaries}人，书记主任一肩挑{cadres.one_shoulder}人；"
        "后备干部{cadres.reserve}人。",
    )


def _vacant(known: Known) -> Iterator[Line]:
    parts = []
    if known.some("cadres.villages_without_secretary"):
        parts.append(
            "书记空缺{cadres.villages_without_secretary}个村，"
            "占{cadres.without_secretary_share:share}"
        )
    if known.some("cadres.vacancies.director"):
        parts.append("村委会主任空缺{cadres.vacancies.director}个村")
    if known.some("cadres.vacancies.seats"):
        parts.append("“两委”缺员{cadres.vacancies.seats}人")
    if known.some("cadres.vacancies.longest"):
        parts.append("空缺最长的{cadres.vacancies.longest}天")
    if parts:
        yield Line("cadres.vacancies", f"{'；'.join(parts)}。")


def _reviews(known: Known) -> Iterator[Line]:
    parts = [
        f"{label}{{cadres.reviews.{key}}}人次"
        for key, label in (
            ("initiated", "发起任职资格联审"), ("passed", "通过"), ("conditional", "有条件通过"),
            ("rejected", "不通过"), ("open", "期末正在联审"),
        )
        if known.some(f"cadres.reviews.{key}")
    ]  # fmt: skip
    if parts:
        lead = "联审" if not known.some("cadres.reviews.initiated") else ""
        yield Line("cadres.reviews", f"{span_words(known.asked)}{lead}{'，'.join(parts)}。")


def _dispositions(known: Known) -> Iterator[Line]:
    if known.some("cadres.dispositions"):
        kinds = kinds_of(known.tables["dispositions"])
        told = "、".join(
            f"{plain(kind)}{{cadres.dispositions.kind{place}}}人次"
            for place, kind in enumerate(kinds, 1)
        )
        yield Line(
            "cadres.dispositions",
            f"{span_words(known.asked)}处置不胜任村干部{{cadres.dispositions}}人次（{told}）。",
        )


def front(known: Known) -> Iterator[Line]:
    """Villages of which nobody keeps a ledger."""
    codes = list(known.items["cadres.serving"].missing)
    if codes and known.has("cadres.serving"):
        named = plain(known.asked.names(codes[:_MOST]))
        yield Line("cadres.gaps", f"没有村干部台账的村不计入队伍数据，如{named}。")
