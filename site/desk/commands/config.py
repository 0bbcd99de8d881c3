"""`desk config`: the effective settings, secrets covered."""

import argparse

from pydantic import SecretStr

from desk.commands.output import as_json, table
from desk.settings import SECRETS, Settings, read


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("config", help="show the effective settings, secrets covered")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print every setting, its value and what it is."""
    shown = effective(read())
    if options.json:
        as_json(shown)
    else:
        described = Settings.model_fields
        table(
            ("variable", "value", "what it is"),
            ((f"DESK_{name.upper()}", value, described[name].description) for name, value in shown.items()),
        )
    return 0


def effective(settings: Settings) -> dict[str, str]:
    """Each setting as text; what is derived is shown derived, a secret only as being set or not."""
    derived: dict[str, object] = {
        "origin": settings.address,
        "mail_from": settings.sender,
        "data": settings.data.resolve(),
        "organisation": settings.organisation or "(the shipped one)",
    }
    # What these are when nobody set them holds no secret.
    derived |= {} if settings.database else {"database": settings.database_url}
    derived |= {} if settings.keys else {"keys": settings.keys_file.resolve()}
    return {name: str(derived.get(name, _shown(name, getattr(settings, name)))) for name in Settings.model_fields}


def _shown(name: str, value: object) -> object:
    if name in SECRETS:
        return "(set, not shown)" if isinstance(value, SecretStr) else "(not set)"
    if isinstance(value, tuple):
        return ",".join(str(part) for part in value)
    return "" if value is None else value
