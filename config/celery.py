"""Celery: messages carry only ids; the truth stands in the database."""

import os
from pathlib import Path

from celery import Celery
from celery.schedules import crontab
from kombu.transport import TRANSPORT_ALIASES

from config import env

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
TRANSPORT_ALIASES["filesystem"] = "config.broker:Transport"
VISIBLE_AGAIN = 1800
# Duties that may run twice or late without harm; everything else is a Job with its due time.
SCHEDULE = {
    "sweep": {"task": "jobs.sweep", "schedule": 10.0},
    "departed": {"task": "accounts.close_departed", "schedule": 3600.0},
    "open months": {"task": "months.open", "schedule": crontab(hour="0", minute="10")},
    "cases": {"task": "cases.daily", "schedule": crontab(hour="0", minute="20")},
    "supervision": {"task": "supervision.daily", "schedule": crontab(hour="0", minute="30")},
    "messages": {"task": "supervision.messages", "schedule": 60.0},
    "warnings": {"task": "warnings.evaluate_due", "schedule": crontab(hour="0", minute="50")},
    "warning papers": {"task": "warnings.daily", "schedule": crontab(hour="1", minute="10")},
    "reports": {"task": "reports.tick", "schedule": 120.0},
    "packs": {"task": "cases.forget_packs", "schedule": crontab(hour="0", minute="40")},
}
app = Celery("portal")


def _transport(url: str, data: Path) -> dict[str, object]:
    """Where the embedded broker keeps its messages; short timeouts for a real one.

    A web process gives up on Redis after half a second: the Job row is already safe.
    """
    if url.startswith(("redis", "rediss")):
        web = env.text("PORTAL_ROLE", "web") == "web"
        return {
            "socket_timeout": 0.5 if web else 5,
            "socket_connect_timeout": 0.5,
            "socket_keepalive": True,
            "health_check_interval": 30,
            "visibility_timeout": VISIBLE_AGAIN,
            "unacked_restore_throttle": 1,
            "max_retries": 0 if web else 3,
            "retry_on_timeout": False,
        }
    if not url.startswith("filesystem"):
        return {}
    folder = data / "broker"
    folders = {name: folder / name for name in ("queue", "done", "control")}
    for path in folders.values():
        path.mkdir(parents=True, exist_ok=True)
    return {
        "data_folder_in": str(folders["queue"]),
        "data_folder_out": str(folders["queue"]),
        "processed_folder": str(folders["done"]),
        "control_folder": str(folders["control"]),
        "store_processed": False,
        "polling_interval": 0.2,
    }


def configure(url: str, data: Path) -> None:
    """Settings that survive a killed worker: acknowledge late, requeue, JSON only."""
    app.conf.update(
        broker_url=url,
        broker_transport_options=_transport(url, data),
        broker_pool_limit=4,
        broker_connection_max_retries=None,
        visibility_timeout=VISIBLE_AGAIN,
        task_acks_late=True,
        task_reject_on_worker_lost=True,
        worker_prefetch_multiplier=1,
        task_time_limit=900,
        task_soft_time_limit=840,
        task_ignore_result=True,
        task_serializer="json",
        accept_content=["json"],
        task_publish_retry=False,
        broker_connection_retry_on_startup=True,
        worker_max_tasks_per_child=100,
        worker_max_memory_per_child=300_000,
        # A killed child is noticed at once; its job comes back when its lease runs out.
        worker_lost_wait=1.0,
        worker_soft_shutdown_timeout=10,
        worker_enable_soft_shutdown_on_idle=True,
        # A message that comes again finds its job taken, so the work at hand may go on: cancelling
        # it would spend one of its attempts whenever the broker restarts.
        worker_cancel_long_running_tasks_on_connection_loss=False,
        beat_schedule=SCHEDULE,
        timezone="Asia/Shanghai",
        enable_utc=True,
    )


configure(
    env.text("CELERY_BROKER_URL", "filesystem://localhost//"),
    Path(env.text("PORTAL_DATA", str(Path(__file__).resolve().parent.parent / ".data"))),
)
app.autodiscover_tasks()
