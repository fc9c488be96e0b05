"""Figures of joint review, dispositions and stationed teams, the same as on their pages."""

from collections.abc import Iterable
from datetime import date

from cadres.figures.dispositions import disposition_figures, dispositions
from cadres.figures.places import places
from cadres.figures.pools import pool_figures, pools
from cadres.figures.postings import team_figures, team_strength
from cadres.figures.residents import resident_figures, residents
from cadres.figures.reviews import review_figures, reviews
from cadres.figures.unreviewed import unreviewed, unreviewed_figures
from cadres.perms import may_see_judgements
from villages.accounts.perms import works_in_territory
from villages.common.figures import Figure
from villages.common.periods import Month
from villages.common.scope import Scope
from villages.rest.figure_views import DayFigures, reading


class _Figures(DayFigures):
    key, label_zh, label_en = "cadres", "村干部数据", "cadre figures"


class ReviewFiguresView(_Figures):
    """Joint reviews of the year, and who holds a post without one."""

    allowed = may_see_judgements
    operations = reading("review_figures", "Figures of joint reviews", "任职资格联审数据")

    def found(self, scope: Scope, county: str, on: date) -> Iterable[Figure]:
        """From January on; whoever sits without a review as of the day."""
        codes = {one.pk: one.code for one in places(scope, county, on)}
        year = reviews(scope, county, on.replace(month=1, day=1), on)
        held = unreviewed(scope, county, on)
        return (*review_figures(year), *unreviewed_figures(held, codes))


class DispositionFiguresView(_Figures):
    """Dispositions of the year, without names and facts."""

    allowed = may_see_judgements
    operations = reading("disposition_figures", "Figures of dispositions", "不胜任处置数据")

    def found(self, scope: Scope, county: str, on: date) -> Iterable[Figure]:
        """From January on."""
        year = dispositions(scope, county, on.replace(month=1, day=1), on)
        return disposition_figures(year)


class StationedFiguresView(_Figures):
    """Teams and helpers as of the day, days of the last whole month before it."""

    allowed = works_in_territory
    operations = reading("stationed_figures", "Figures of stationed teams", "驻村工作队数据")

    def found(self, scope: Scope, county: str, on: date) -> Iterable[Figure]:
        """In the order of the page."""
        month = residents(scope, county, Month.of(on).previous())
        teams, helped = team_strength(scope, county, on), pools(scope, county, on)
        return (*team_figures(teams), *resident_figures(month), *pool_figures(helped))
