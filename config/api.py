"""Everything under /api/v1/: resources of all apps, their meta data and their description."""

from django.urls import URLPattern, URLResolver, path, re_path
from rest_framework.routers import SimpleRouter

from villages.accounts.api import Me, Tokens
from villages.api import Counties, Townships, VillageFigures, Villages
from villages.enumerations import ENUMERATIONS
from villages.imports.api import (
    ImportConfirm,
    Imports,
    ImportTemplate,
    ImportUndo,
    ImportWorkbook,
    Months,
)
from villages.imports.enumerations import ENUMERATIONS as IMPORT_ENUMERATIONS
from villages.jobs.api import JobCancel, Jobs
from villages.jobs.enumerations import ENUMERATIONS as JOB_ENUMERATIONS
from villages.rest import docs
from villages.rest.meta import MetaEnums, MetaFields
from villages.rest.registry import announce
from villages.rest.resources import Resource

# One line per resource; `meta/fields`, the schema and token scopes follow from this list.
RESOURCES: tuple[type[Resource], ...] = (
    Counties,
    Townships,
    Villages,
    Tokens,
    Jobs,
    Months,
    Imports,
)
ALL_ENUMERATIONS = (*ENUMERATIONS, *IMPORT_ENUMERATIONS, *JOB_ENUMERATIONS)

announce(RESOURCES)
router = SimpleRouter()
for one in RESOURCES:
    router.register(one.key, one, basename=one.key)

app_name = "api"
urlpatterns: list[URLPattern | URLResolver] = [
    path("me/", Me.as_view(), name="me"),
    path("meta/enums/", MetaEnums.as_view(enumerations=ALL_ENUMERATIONS), name="enums"),
    path(
        "meta/fields/",
        MetaFields.as_view(resources=RESOURCES, enumerations=ALL_ENUMERATIONS),
        name="fields",
    ),
    re_path(
        r"^villages/(?P<code>[0-9]{12})/profile/$", VillageFigures.as_view(), name="village-profile"
    ),
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
    path("openapi.json", docs.openapi, name="openapi"),
    path("docs/", docs.swagger, name="swagger"),
    path("redoc/", docs.redoc, name="redoc"),
    path("problems/", docs.problems, name="problems"),
    path("problems/<slug:code>/", docs.problems, name="problem"),
    *router.urls,
]
