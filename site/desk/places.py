"""Where templates, static files and locales lie: beside site/ in a checkout, inside the package in a wheel."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def _place(name: str) -> Path:
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent.parent / name


TEMPLATES = _place("templates")
STATIC = _place("static")
LOCALES = _place("locales")
ORGANISATION = PACKAGE / "organisation.toml"
