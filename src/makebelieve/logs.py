"""Log records as JSON lines, or as text for people."""

from __future__ import annotations

import logging
import sys
import traceback
from typing import Final

import orjson

from makebelieve.kit.clock import iso
from makebelieve.kit.origin import origin
from makebelieve.settings import Settings

_OWN: Final = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName", "color_message"}


def _extra(record: logging.LogRecord) -> dict[str, object]:
    extra = {key: value for key, value in record.__dict__.items() if key not in _OWN}
    # Whatever is logged on the way of a request says whose way it is, in threads, jobs and on other machines too.
    belongs = origin()
    return {"request": belongs.request, **extra} if belongs is not None else extra


class JsonLines(logging.Formatter):
    """One object a line: time, level, logger, message, and the record's extra fields."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "time": iso(record.created),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **_extra(record),
        }
        if record.exc_info:
            line["traceback"] = "".join(traceback.format_exception(*record.exc_info))
        return orjson.dumps(line, default=str).decode()


class Text(logging.Formatter):
    """Time, level, message, and the extra fields as key=value."""

    def format(self, record: logging.LogRecord) -> str:
        fields = " ".join(f"{key}={value}" for key, value in _extra(record).items() if value is not None and key != "traceback")
        line = f"{self.formatTime(record, '%H:%M:%S')} {record.levelname.lower():7} {record.getMessage()} {fields}".rstrip()
        body = record.__dict__.get("traceback")
        if body:
            line += f"\n{body}"
        if record.exc_info:
            line += "\n" + "".join(traceback.format_exception(*record.exc_info)).rstrip()
        return line


def configure_logging(settings: Settings) -> None:
    """Send records of `settings.log_level` and above to standard error, in the configured format."""
    text = settings.log_format == "text" or (settings.log_format == "auto" and sys.stderr.isatty())
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Text() if text else JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger("makebelieve").setLevel(settings.log_level.upper())
