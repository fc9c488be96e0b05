"""Everything under /api/v1/: resources of all apps, their meta data and their description."""

from django.urls import URLPattern, URLResolver, path, re_path
from rest_framework.routers import SimpleRouter

from branches.api import BranchFigures
from cadres.api import CadreFigures, CadreReveal, CadreStructure
from cadres.judging_api import DispositionFiguresView, ReviewFiguresView, StationedFiguresView
from collective_economy.api import CheckAnswers, EconomyQuestions, Income, IncomeFiguresView
from collective_economy.enumerations import ENUMERATIONS as ECONOMY_ENUMERATIONS
from rectification.api.effects import CaseEffectRows, CaseEffects
from rectification.api.listing import ScreeningList
from rectification.api.measures import CaseMeasures
from rectification.api.packs import PackFile, Packs
from rectification.api.papers import CaseFile
from rectification.api.rebound import CaseRebound
from rectification.api.screening import ScreeningCandidates
from rectification.reports.api.assessment_routes import ROUTES as ASSESSMENT_ROUTES
from rectification.reports.api.reports import Reports
from rectification.reports.api.routes import ROUTES as REPORT_ROUTES
from rectification.reports.enumerations import ENUMERATIONS as REPORT_ENUMERATIONS
from rectification.supervision.api.meetings import MeetingPaper
from rectification.supervision.api.notices import Notices, NoticeVersions
from rectification.supervision.api.orders import OrderFigures
from rectification.supervision.api.phones import VoicePhone
from rectification.supervision.api.tasks import TaskFigures
from rectification.supervision.api.voices import VoiceFigures
from rectification.warnings.api.disputes import DisputeFigures
from rectification.warnings.api.evaluating import Evaluate
from rectification.warnings.api.relapse import RelapseScores, RelapseTest
from rectification.warnings.api.requests import (
    DisputeRequests,
    ExemptionRequests,
    OverrideRequests,
)
from rectification.warnings.api.rule_drafts import RuleDrafts
from rectification.warnings.api.rule_sets import RuleSetDiff, RuleSetFile, RuleSets
from rectification.warnings.api.townships import TownshipColours
from rectification.warnings.api.trying import Simulate
from rectification.warnings.api.warnings import VillageReceipt, Warnings
from rectification.warnings.enumerations import ENUMERATIONS as WARNING_ENUMERATIONS
from villages.accounts.api import Me, Tokens
from villages.affairs.api import AffairsFigures
from villages.api import Counties, Townships, VillageFigures, Villages
from villages.enumerations import ENUMERATIONS
from villages.filings.api import FilingInputs, FilingProgress, Filings, VillageFiling
from villages.filings.api.enumerations import ENUMERATIONS as FILING_ENUMERATIONS
from villages.imports.api import (
    ImportConfirm,
    Imports,
    ImportTemplate,
    ImportUndo,
    ImportWorkbook,
    Months,
    ReopeningRequests,
)
from villages.imports.enumerations import ENUMERATIONS as IMPORT_ENUMERATIONS
from villages.indicators.api import IndicatorFigures
from villages.jobs.api import JobCancel, Jobs
from villages.jobs.enumerations import ENUMERATIONS as JOB_ENUMERATIONS
from villages.ledgers.api import ledger_enumerations, ledger_resources
from villages.rest import docs
from villages.rest.meta import MetaEnums, MetaFields
from villages.rest.registry import announce
from villages.rest.resources import Resource

# Ledgers whose resource an app makes by hand.
BY_HAND = frozenset({"income", "notices"})
# One line per resource; `meta/fields`, the schema and token scopes follow from this list.
RESOURCES: tuple[type[Resource], ...] = (
    Counties,
    Townships,
    Villages,
    Tokens,
    Jobs,
    Months,
    ReopeningRequests,
    Imports,
    Filings,
    Income,
    Packs,
    Notices,
    NoticeVersions,
    Warnings,
    RuleSets,
    RuleDrafts,
    Reports,
    *ledger_resources(besides=BY_HAND),
)
OWN_ENUMERATIONS = (
    *ENUMERATIONS,
    *IMPORT_ENUMERATIONS,
    *JOB_ENUMERATIONS,
    *FILING_ENUMERATIONS,
    *ECONOMY_ENUMERATIONS,
    *WARNING_ENUMERATIONS,
    *REPORT_ENUMERATIONS,
)
ALL_ENUMERATIONS = (
    *OWN_ENUMERATIONS,
    *ledger_enumerations({one.choices for one in OWN_ENUMERATIONS}),
)

announce(RESOURCES)
router = SimpleRouter()
for one in RESOURCES:
    router.register(one.key, one, basename=one.key)

app_name = "api"
urlpatterns: list[URLPattern | URLResolver] = [
    path("me/", Me.as_view(), name="me"),
    path("branch-figures/", BranchFigures.as_view(), name="branch-figures"),
    path("screening-candidates/", ScreeningCandidates.as_view(), name="screening-candidates"),
    path("screening-candidates/list/", ScreeningList.as_view(), name="screening-list"),
    path("affairs-figures/", AffairsFigures.as_view(), name="affairs-figures"),
    re_path(
        r"^indicators/(?P<uid>[0-9a-f]{32})/figures/$",
        IndicatorFigures.as_view(),
        name="indicator-figures",
    ),
    path("meta/enums/", MetaEnums.as_view(enumerations=ALL_ENUMERATIONS), name="enums"),
    path(
        "meta/fields/",
        MetaFields.as_view(resources=RESOURCES, enumerations=ALL_ENUMERATIONS),
        name="fields",
    ),
    re_path(
        r"^villages/(?P<code>[0-9]{12})/profile/$", VillageFigures.as_view(), name="village-profile"
    ),
    re_path(
        r"^villages/(?P<code>[0-9]{12})/filings/(?P<period>20[0-9]{2}-(?:0[1-9]|1[0-2]))/$",
        VillageFiling.as_view(),
        name="village-filing",
    ),
    path("filings/progress/", FilingProgress.as_view(), name="filing-progress"),
    path("filing-inputs/", FilingInputs.as_view(), name="filing-inputs"),
    re_path(r"^jobs/(?P<uid>[0-9a-f]{32})/cancel/$", JobCancel.as_view(), name="job-cancel"),
    path("imports/template/", ImportTemplate.as_view(), name="import-template"),
    re_path(
        r"^imports/(?P<uid>[0-9a-f]{32})/confirm/$", ImportConfirm.as_view(), name="import-confirm"
    ),
    re_path(r"^imports/(?P<uid>[0-9a-f]{32})/undo/$", ImportUndo.as_view(), name="import-undo"),
    re_path(
        r"^imports/(?P<uid>[0-9a-f]{32})/workbook/$",
        ImportWorkbook.as_view(),
        name="import-workbook",
    ),
    path("cadre-figures/", CadreFigures.as_view(), name="cadre-figures"),
    path("cadre-structure/", CadreStructure.as_view(), name="cadre-structure"),
    path("review-figures/", ReviewFiguresView.as_view(), name="review-figures"),
    path("disposition-figures/", DispositionFiguresView.as_view(), name="disposition-figures"),
    path("stationed-figures/", StationedFiguresView.as_view(), name="stationed-figures"),
    re_path(r"^cadres/(?P<uid>[0-9a-f]{32})/reveal/$", CadreReveal.as_view(), name="cadre-reveal"),
    path("income-figures/", IncomeFiguresView.as_view(), name="income-figures"),
    path("income-questions/", EconomyQuestions.as_view(), name="income-questions"),
    path("income-answers/", CheckAnswers.as_view(), name="income-answers"),
    re_path(r"^cases/(?P<uid>[0-9a-f]{32})/file/$", CaseFile.as_view(), name="case-file"),
    re_path(r"^packs/(?P<uid>[0-9a-f]{32})/file/$", PackFile.as_view(), name="pack-file"),
    path("case-effects/", CaseEffects.as_view(), name="case-effects"),
    re_path(
        r"^case-effects/(?P<key>[a-z0-9-]{1,60})/$",
        CaseEffectRows.as_view(),
        name="case-effect-rows",
    ),
    path("case-measures/", CaseMeasures.as_view(), name="case-measures"),
    path("case-rebound/", CaseRebound.as_view(), name="case-rebound"),
    path("order-figures/", OrderFigures.as_view(), name="order-figures"),
    path("voice-figures/", VoiceFigures.as_view(), name="voice-figures"),
    re_path(r"^voices/(?P<uid>[0-9a-f]{32})/phone/$", VoicePhone.as_view(), name="voice-phone"),
    re_path(
        r"^group-meetings/(?P<uid>[0-9a-f]{32})/paper/$",
        MeetingPaper.as_view(),
        name="meeting-paper",
    ),
    path("task-figures/", TaskFigures.as_view(), name="task-figures"),
    path("dispute-figures/", DisputeFigures.as_view(), name="dispute-figures"),
    path("exemption-requests/", ExemptionRequests.as_view(), name="exemption-requests"),
    path("override-requests/", OverrideRequests.as_view(), name="override-requests"),
    path("dispute-requests/", DisputeRequests.as_view(), name="dispute-requests"),
    path("rule-sets/diff/", RuleSetDiff.as_view(), name="rule-set-diff"),
    re_path(
        r"^rule-sets/(?P<uid>[0-9a-f]{32})/file/$", RuleSetFile.as_view(), name="rule-set-file"
    ),
    path("warnings/evaluate/", Evaluate.as_view(), name="warnings-evaluate"),
    path("warnings/simulate/", Simulate.as_view(), name="warnings-simulate"),
    path("relapse-scores/", RelapseScores.as_view(), name="relapse-scores"),
    path("relapse-test/", RelapseTest.as_view(), name="relapse-test"),
    re_path(
        r"^warnings/(?P<period>20[0-9]{2}-(?:0[1-9]|1[0-2]))/(?P<village>[0-9]{12})/$",
        VillageReceipt.as_view(),
        name="village-warning",
    ),
    path("township-colours/", TownshipColours.as_view(), name="township-colours"),
    *REPORT_ROUTES,
    *ASSESSMENT_ROUTES,
    path("openapi.json", docs.openapi, name="openapi"),
    path("docs/", docs.swagger, name="swagger"),
    path("redoc/", docs.redoc, name="redoc"),
    path("problems/", docs.problems, name="problems"),
    path("problems/<slug:code>/", docs.problems, name="problem"),
    *router.urls,
]
