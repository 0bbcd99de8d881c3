"""Log lines as JSON with a fixed list of fields: never a value that a visitor typed."""

import hashlib
import logging
import sys
from collections.abc import MutableMapping
from contextlib import suppress
from pathlib import Path
from traceback import extract_tb
from types import TracebackType
from typing import Any, Final, TextIO, cast

import structlog

ALLOWED: Final = frozenset(
    (
        *("event", "level", "timestamp", "logger", "error", "where", "reason"),
        *("status", "count", "kind", "attempts", "process", "receipt_hash"),
    )
)
PLACES: Final = 6  # frames of a fault that are named
PACKAGE: Final = Path(__file__).resolve().parent


def configure(level: str) -> None:
    """Write lines of `level` ("debug", "info", "warning", "error") and above to standard error, libraries' included."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _only_allowed,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=_standard_error,
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers = [_Libraries()]
    root.setLevel(logging.WARNING)


def info(event: str, **fields: object) -> None:
    """Write a line; fields that are not on the list are left out, a `receipt` is hashed."""
    structlog.get_logger().info(event, **fields)


def warning(event: str, **fields: object) -> None:
    """Write a line that somebody should look at."""
    structlog.get_logger().warning(event, **fields)


def error(event: str, **fields: object) -> None:
    """Write a line that somebody has to do something about."""
    structlog.get_logger().error(event, **fields)


def fault(event: str, error: BaseException, **fields: object) -> None:
    """Write what kind of error it was and where, not what it says: that may hold what was typed."""
    structlog.get_logger().error(event, error=type(error).__name__, where=_where(error.__traceback__), **fields)


class _StandardError:
    """Standard error as it is when a line is written; a full disk or a closed pipe behind it stops nobody's inquiry."""

    def write(self, text: str) -> None:
        with suppress(OSError, ValueError, AttributeError):  # None in a worker of a process without one
            sys.stderr.write(text)

    def flush(self) -> None:
        with suppress(OSError, ValueError, AttributeError):
            sys.stderr.flush()


_STANDARD_ERROR = cast("TextIO", _StandardError())  # one: the lock that keeps lines apart is that of its file


def _standard_error(*_arguments: object) -> structlog.WriteLogger:
    return structlog.WriteLogger(_STANDARD_ERROR)


def _where(traceback: TracebackType | None) -> list[str]:
    frames = extract_tb(traceback)[-PLACES:]
    return [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def _short(filename: str) -> str:
    path = Path(filename)
    return str(path.relative_to(PACKAGE.parent)) if path.is_relative_to(PACKAGE) else f"{path.parent.name}/{path.name}"


def _only_allowed(_logger: object, _method: str, fields: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    receipt = fields.get("receipt")
    kept = {name: value for name, value in fields.items() if name in ALLOWED}
    if receipt is not None:
        kept["receipt_hash"] = hashlib.sha256(str(receipt).encode()).hexdigest()[:16]
    return kept


class _Libraries(logging.Handler):
    """What libraries log: who, how grave, which kind of error and where; their sentences may quote what was typed."""

    def emit(self, record: logging.LogRecord) -> None:
        fields: dict[str, object] = {"logger": record.name, "where": [f"{_short(record.pathname)}:{record.lineno}"]}
        if record.exc_info and record.exc_info[1] is not None:
            fields |= {"error": type(record.exc_info[1]).__name__, "where": _where(record.exc_info[2])}
        if record.name.startswith("uvicorn"):  # it speaks of starting and stopping, never of requests
            fields["reason"] = record.getMessage()
        structlog.get_logger().log(record.levelno, "library", **fields)
