"""Reads the long texts of both languages: every version of the policy and of the notice, held against each other."""

from pathlib import Path

from desk.rules.policy import Policy, PolicyError, parity, read

LANGUAGES = ("ja", "en")

Versions = dict[str, tuple[Policy, ...]]
"""The versions of one text by language, oldest first; the same versions in every language."""


def policies(folder: Path) -> Versions:
    """Every version of the policy below `folder`. Raises PolicyError naming the file, the line and the remedy."""
    return _versions(folder, "policy")


def notices(folder: Path) -> Versions:
    """Every version of the notice below `folder`. Raises PolicyError naming the file, the line and the remedy."""
    return _versions(folder, "notice")


def _versions(folder: Path, kind: str) -> Versions:
    found = {language: _read_all(folder / language, kind, language) for language in LANGUAGES}
    _same_in_both(folder, kind, found)
    return found


def _read_all(folder: Path, kind: str, language: str) -> tuple[Policy, ...]:
    texts = (read(path.read_text("utf-8"), path.name, language) for path in folder.glob(f"{kind}.*.md"))
    return tuple(sorted(texts, key=lambda text: (text.in_force, text.version)))


def _same_in_both(folder: Path, kind: str, found: Versions) -> None:
    japanese, english = found["ja"], found["en"]
    versions = {text.version for text in japanese} ^ {text.version for text in english}
    if versions or not japanese:
        missing = ", ".join(sorted(versions)) or "any"
        problem = f"version {missing} does not stand in both ja/ and en/."
        raise PolicyError(str(folder / f"*/{kind}.*.md"), 1, problem, "Write each version in both languages.")
    for one, other in zip(japanese, english, strict=True):
        for difference in parity(one, other):
            raise PolicyError(str(folder / f"*/{kind}.{one.version}.md"), 1, difference, "Mend one of the two.")
