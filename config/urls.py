"""All addresses."""

from django.contrib import admin
from django.urls import include, path
from django.views.i18n import set_language

from villages.views.appearance import appearance
from villages.views.health import csp_report, healthz, readyz
from villages.views.home import home, menu, shortcuts

urlpatterns = [
    path("", home, name="home"),
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path("csp-report/", csp_report, name="csp_report"),
    path("menu/", menu, name="menu"),
    path("shortcuts/", shortcuts, name="shortcuts"),
    path("appearance/", appearance, name="appearance"),
    path("language/", set_language, name="set_language"),
    path("accounts/", include("villages.accounts.urls")),
    path("ledgers/", include("villages.ledgers.urls")),
    path("lists/", include("villages.lists.urls")),
    path("help/rules/", include("rectification.warnings.help_urls")),
    path("help/", include("villages.help.urls")),
    path("admin/", admin.site.urls),
    path("api/v1/", include("config.api")),
    path("filings/", include("villages.filings.urls")),
    path("branches/", include("branches.urls")),
    path("cadres/", include("cadres.urls")),
    path("public/villages/", include("cadres.public_urls")),
    path("public/voices/", include("rectification.supervision.public_urls")),
    path("economy/", include("collective_economy.urls")),
    path("cases/", include("rectification.urls")),
    path("orders/", include("rectification.supervision.urls")),
    path("warnings/", include("rectification.warnings.urls")),
    path("reports/", include("rectification.reports.urls")),
    path("", include("villages.jobs.urls")),
    path("", include("villages.imports.urls")),
    path("", include("villages.affairs.urls")),
    path("", include("villages.indicators.urls")),
    path("", include("villages.urls")),
]
handler400 = "villages.views.errors.bad_request"
handler403 = "villages.views.errors.forbidden"
handler404 = "villages.views.errors.not_found"
handler500 = "villages.views.errors.server_error"
