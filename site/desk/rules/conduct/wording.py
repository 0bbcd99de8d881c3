"""An unusual wording as findings, to be shown among what was set aside."""

from collections.abc import Iterator, Mapping

from desk.rules.conduct.opinion import FIELDS, Opinion, Stretch
from desk.rules.conduct.shapes import BY_WORDING, Finding


def as_findings(opinion: Opinion, fields: Mapping[str, str]) -> Iterator[Finding]:
    """Findings of the act that was guessed, none without a guess: the words that weigh, or else the whole fields."""
    if not opinion.act_guess:
        return
    whole = [Stretch(name, 0, len(fields[name]), fields[name]) for name in FIELDS if fields.get(name)]
    for words in opinion.words or whole:
        place = words.field, words.start, words.end, words.text
        yield Finding(opinion.act_guess, BY_WORDING, "medium", *place, "plain")
