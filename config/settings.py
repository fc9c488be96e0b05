"""Settings: one file, values from the environment, safe defaults.

Places differ by values, not by files. What can be wrong for a real installation is found by
`manage.py check --deploy` and by `config.checks`.
"""

import os
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONCE
from django.utils.translation import gettext_lazy as _

from config import env

BASE_DIR = Path(__file__).resolve().parent.parent
PORTAL_DATA = Path(env.text("PORTAL_DATA", str(BASE_DIR / ".data"))).resolve()
PORTAL_ROLE = env.text("PORTAL_ROLE", "web")
PORTAL_VERSION = "0.1.0"
PUBLIC_URL = env.text("PUBLIC_URL", f"http://127.0.0.1:{env.text('PORT', '8000')}")
_public = urlsplit(PUBLIC_URL)
TLS = _public.scheme == "https"

# A data folder with the demo county lives on the demo's own date in every process.
PORTAL_DEMO_DATE = env.demo_date(PORTAL_DATA / "demo.json")
PORTAL_DEMO = PORTAL_DEMO_DATE is not None

DEBUG = env.flag("DEBUG")
_keys = PORTAL_DATA / "keys"
SECRET_KEY = env.secret("SECRET_KEY", _keys)
SECRET_KEY_FALLBACKS = env.words("SECRET_KEY_FALLBACKS")
FIELD_KEY = env.secret("FIELD_KEY", _keys)
TOKEN_PEPPER = env.secret("TOKEN_PEPPER", _keys)
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", f"{_public.hostname},127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if TLS else []

INSTALLED_APPS = [
    "config.apps.PortalConfig",
    "config.backoffice.BackOfficeConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "axes",
    "csp",
    "django_filters",
    "django_htmx",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "django_tables2",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "knox",
    "rest_framework",
    "villages",
    "villages.trace",
    "villages.lists",
    "villages.rest",
    "villages.accounts",
    "villages.jobs",
    "villages.imports",
    "villages.ledgers",
    "villages.filings",
    "villages.affairs",
    "villages.indicators",
    "villages.help",
    "branches",
    "cadres",
    "collective_economy",
    "rectification",
    "rectification.supervision",
    "rectification.warnings",
    "rectification.reports",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "villages.trace.middleware.RequestTrace",
    "villages.rest.edge.ApiEdge",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "villages.accounts.middleware.SessionGuard",
    "villages.accounts.middleware.Standing",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "villages.accounts.middleware.ForcedSteps",
    "villages.middleware.DomainErrors",
    "villages.middleware.NoStore",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
ASGI_APPLICATION = "config.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "villages.context.portal",
            ],
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- data ------------------------------------------------------------------------------------
DATABASE_URL = env.text("DATABASE_URL", f"sqlite:///{PORTAL_DATA / 'portal.sqlite3'}")
DATABASES = {"default": env.database(DATABASE_URL, role=PORTAL_ROLE)}
CACHE_URL = env.text("CACHE_URL", "db://portal_cache")
CACHES = {
    "default": env.cache(CACHE_URL),
    # Of each process, for seconds: what many lines of one page ask for again and again.
    "local": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "local"},
}
MEDIA_ROOT = PORTAL_DATA / "files"
FILE_UPLOAD_PERMISSIONS = 0o640
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 20

# --- language, time --------------------------------------------------------------------------
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("中文"))]
LOCALE_PATHS = [BASE_DIR / "config" / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

# --- static files ----------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = PORTAL_DATA / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "config.bundles.BundleFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "config.static.HashedStatic"},
}
WHITENOISE_MAX_AGE = 3600

# --- people ----------------------------------------------------------------------------------
AUTH_USER_MODEL = "villages_accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "villages.accounts.backends.ActiveUserBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
PASSWORD_PROFILE = env.text("PASSWORD_PROFILE", "dengbao")
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "villages.accounts.passwords.ProfileValidator"},
    {"NAME": "villages.accounts.passwords.ContextWordsValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "villages.accounts.passwords.HistoryValidator"},
]
MFA_REQUIRED = env.flag("MFA_REQUIRED", default=True)
MFA_EVERYBODY = env.flag("MFA_EVERYBODY")
OTP_TOTP_ISSUER = "村级党建督导平台"
LOGIN_URL = "accounts:sign_in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "accounts:sign_in"
TRUSTED_PROXIES = env.number("TRUSTED_PROXIES", 0)
# Windows, limits and locks are parameters: villages/accounts/lockout.py.
AXES_HANDLER = "villages.accounts.lockout.WindowedHandler"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "villages.trace.middleware.client_address"
AXES_LOCKOUT_CALLABLE = "villages.accounts.views.sign_in.locked_out"
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

# --- sessions, cookies, transport ------------------------------------------------------------
SESSION_ENGINE = (
    "django.contrib.sessions.backends.db"
    if CACHE_URL.startswith("db:")
    else "django.contrib.sessions.backends.cached_db"
)
SESSION_COOKIE_NAME = "__Host-portal" if TLS else "portal"
CSRF_COOKIE_NAME = "__Host-csrf" if TLS else "csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = TLS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
# Idle and absolute limits are parameters; the key outlives them, so that what was typed in an
# ended session is known to be whose and can be given back.
SESSION_COOKIE_AGE = 24 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SECURE = TLS
CSRF_FAILURE_VIEW = "villages.views.errors.csrf_failure"
SECURE_HSTS_SECONDS = 31_536_000 if TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = TLS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if TLS and TRUSTED_PROXIES else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SILENCED_SYSTEM_CHECKS: list[str] = []

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'", NONCE],
        "style-src": ["'self'", NONCE],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
        "frame-ancestors": ["'none'"],
        "manifest-src": ["'self'"],
        "report-uri": "/csp-report/",
    }
}

# --- background ------------------------------------------------------------------------------
# Mail is optional: nothing in the portal depends on it.
EMAIL_HOST = env.text("EMAIL_HOST")
EMAIL_PORT = env.number("EMAIL_PORT", 25)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS")
EMAIL_USE_SSL = env.flag("EMAIL_USE_SSL")
EMAIL_TIMEOUT = 5
DEFAULT_FROM_EMAIL = env.text("EMAIL_FROM", "portal@localhost")
# Networks beside the public ones that messages may be pushed to, such as 10.1.0.0/16.
WEBHOOK_NETWORKS = env.words("WEBHOOK_NETWORKS")
# A PEM file with authorities that receivers may be certified by, beside those the system trusts.
WEBHOOK_CA_FILE = env.text("WEBHOOK_CA_FILE")

CELERY_BROKER_URL = env.text("CELERY_BROKER_URL", "filesystem://localhost//")
# So long a process trusts its last look at the state of background work; 0: pages never look.
NOTICE_SECONDS = 60

# --- logs: one JSON object per line, request id, never personal data -------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request": {"()": "villages.trace.logs.RequestFilter"}},
    "formatters": {"json": {"()": "villages.trace.logs.JsonFormatter"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "json",
            "filters": ["request"],
        }
    },
    "root": {"handlers": ["console"], "level": os.environ.get("LOG_LEVEL", "INFO")},
    "loggers": {"axes": {"level": "ERROR"}, "django.request": {"level": "ERROR"}},
}

# --- API -------------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "villages.accounts.authentication.BearerAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": [
        "villages.rest.permissions.SignedIn",
        "villages.rest.permissions.TokenAllows",
        "villages.rest.permissions.Allowed",
    ],
    "DEFAULT_THROTTLE_CLASSES": ["villages.rest.limits.RateLimited"],
    "DEFAULT_RENDERER_CLASSES": ["villages.rest.renderers.OrjsonRenderer"],
    "DEFAULT_PARSER_CLASSES": ["villages.rest.parsers.OrjsonParser"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "villages.rest.negotiation.Negotiation",
    "DEFAULT_SCHEMA_CLASS": "villages.rest.schema.ResourceSchema",
    "DEFAULT_METADATA_CLASS": None,
    "URL_FORMAT_OVERRIDE": None,
    "EXCEPTION_HANDLER": "villages.rest.refusals.handler",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}
KNOX_TOKEN_MODEL = "villages_accounts.ApiToken"  # noqa: S105
REST_KNOX = {
    "TOKEN_MODEL": KNOX_TOKEN_MODEL,
    "SECURE_HASH_ALGORITHM": "villages.accounts.token_hash.keyed",
    "AUTH_HEADER_PREFIX": "Bearer",
    "TOKEN_PREFIX": "vpb_",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "村级党建督导平台 API",
    "DESCRIPTION": "Supervision of village party building in a county: read and write by program.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "SERVE_INCLUDE_SCHEMA": False,
    "POSTPROCESSING_HOOKS": [],
    "SECURITY": [{"bearer": []}],
    "APPEND_COMPONENTS": {
        "securitySchemes": {
            "bearer": {
                "type": "http",
                "scheme": "bearer",
                "description": "A token from the page 接口令牌 or `manage.py token`.",
            }
        }
    },
}
DJANGO_TABLES2_TEMPLATE = "components/table.html"
