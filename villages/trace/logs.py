"""Structured logs: one JSON object a line, with the request id, without personal data."""

import json
import logging
import re

from villages.trace.context import origin

_ID_NUMBER = re.compile(r"(?<!\d)(\d{3})\d{11}(\d{3}[\dXx])(?!\d)")
_PHONE = re.compile(r"(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)")
_SECRET = re.compile(r"(?i)(bearer\s+|token=|password=)[^\s&\"']+|vpb_[0-9a-f]+")


def scrub(text: str) -> str:
    """Masks ID numbers, phones and secrets that slipped into a message."""
    text = _SECRET.sub(r"\1***", _ID_NUMBER.sub(r"\1***********\2", text))
    return _PHONE.sub(r"\1****\2", text)


class RequestFilter(logging.Filter):
    """Adds the request id of the current origin."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keeps every record."""
        record.request_id = origin().request_id
        return True


class JsonFormatter(logging.Formatter):
    """JSON escapes line breaks, so one event is one line."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": scrub(record.getMessage()),
            "request_id": getattr(record, "request_id", ""),
        }
        if record.exc_info:
            line["error"] = scrub(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)
