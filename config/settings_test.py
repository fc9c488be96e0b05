"""Settings of the tests: no key files, quick hashes, a cache of its own."""

import os
import tempfile

os.environ.setdefault("PORTAL_DATA", tempfile.mkdtemp(prefix="portal-test-"))
os.environ.setdefault("SECRET_KEY", "only-for-tests-" + "x" * 40)
os.environ.setdefault("FIELD_KEY", "only-for-tests-field-key")
os.environ.setdefault("TOKEN_PEPPER", "only-for-tests-pepper")

from config.settings import *  # noqa: F403
from config.settings import DATABASE_URL, DATABASES, STORAGES

if DATABASE_URL.startswith("sqlite"):
    DATABASES["default"]["NAME"] = ":memory:"
# Counts of queries are the same whatever the environment names; the real Redis has tests of its
# own (tests/villages/test_redis.py, tests/races).
CACHE_URL = "locmem://"
SESSION_ENGINE = "django.contrib.sessions.backends.db"
CACHES = {
    name: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": name}
    for name in ("default", "local")
}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = True
CELERY_BROKER_URL = "memory://"
# Counts of queries must not depend on which test looked last.
NOTICE_SECONDS = 0
# Tests of the second factor switch it on; elsewhere administrators sign in with one step.
MFA_REQUIRED = False
