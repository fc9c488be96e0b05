"""The portal's own worker or beat, with short leases and a kind of work that can be watched."""

import sys
from datetime import timedelta

import django

django.setup()

from config.celery import app  # noqa: E402
from tests.support.work import hasten, learn  # noqa: E402

app.conf.beat_schedule = {"sweep": {"task": "jobs.sweep", "schedule": timedelta(seconds=0.5)}}
app.conf.beat_max_loop_interval = 0.25
hasten()
app.loader.import_default_modules()
learn()
if sys.argv[1] == "worker":
    app.worker_main(sys.argv[1:])
else:
    app.start(sys.argv[1:])
