"""Reading a policy from Markdown in which every block ends with the id of its clause in braces."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from itertools import pairwise
from typing import NoReturn

from markdown_it import MarkdownIt
from markdown_it.token import Token

from desk.rules.policy.clauses import Clause, Kind, Piece, Policy
from desk.rules.policy.outline import CLAUSES, GROUPS, NOTICE, OWN, REQUIRED, TITLES

_FIRST_LINE = re.compile(r"<!-- version: ([0-9A-Za-z][0-9A-Za-z.-]*) · in force: (\d{4}-\d{2}-\d{2}) -->")
_ID = re.compile(r"\s*\{#([a-z][a-z0-9.-]*)\}$")
_HREF = re.compile(r"https://[^\s/?#@\\]+(?:[/?#][^\s\\]*)?|/(?:[A-Za-z0-9][A-Za-z0-9./#-]*)?")
_SILENT = {f"{block}_{end}" for block in ("heading", "paragraph", "list_item") for end in ("open", "close")}
_LISTS: dict[str, Kind] = {"bullet_list": "item", "ordered_list": "point"}


class PolicyError(ValueError):
    """A text that cannot be read: which file, which line (from 1), what is wrong and what to do."""

    def __init__(self, filename: str, line: int, problem: str, remedy: str) -> None:
        """Keep the parts beside the message they make."""
        # Without the last full stop, as every fault is told: what tells it may go on.
        super().__init__(f"{filename}, line {line}: {problem} {remedy.removesuffix('.')}")
        self.filename, self.line, self.problem, self.remedy = filename, line, problem, remedy


def read(text: str, filename: str, language: str) -> Policy:
    """Read the text of a policy or of a notice (its ids say which); PolicyError where it cannot be trusted."""
    first_line, _, body = text.removeprefix("\ufeff").partition("\n")
    version, day = _version(first_line.strip(), filename)
    # The first line stays as an empty one, so that the lines of the parser are the lines of the file.
    found = tuple(_Reader(filename, language).clauses(_parser().parse("\n" + body)))
    _check_outline(found, filename)
    return Policy(version, day, language, tuple(clause for _, clause in found))


def _version(first_line: str, filename: str) -> tuple[str, date]:
    remedy = "Write it as <!-- version: 2026-10-01 · in force: 2026-10-01 -->."
    match = _FIRST_LINE.fullmatch(first_line)
    if not match:
        raise PolicyError(filename, 1, "This is not the line of the version and of its first day in force.", remedy)
    version, day = match.groups()
    if not filename.endswith(f".{version}.md"):
        problem = f"The version {version} is not the one in the file's name."
        raise PolicyError(filename, 1, problem, "Make them the same.")
    try:
        return version, date.fromisoformat(day)
    except ValueError:
        raise PolicyError(filename, 1, f"There is no day {day}.", remedy) from None


def _parser() -> MarkdownIt:
    # HTML and every kind of link are recognised only to be refused by name: unrecognised they would show as odd words.
    parser = MarkdownIt("commonmark", {"html": True})
    parser.validateLink = _any_link  # type: ignore[method-assign]
    return parser


def _any_link(url: str) -> bool:
    return bool(url)


def _check_outline(found: tuple[tuple[int, Clause], ...], filename: str) -> None:
    outline = NOTICE if any(clause.id in NOTICE for _, clause in found) else CLAUSES
    _check_known(found, outline, filename)
    for (_, before), (line, after) in pairwise(pair for pair in found if pair[1].id in outline):
        if outline.index(before.id) > outline.index(after.id):
            raise PolicyError(filename, line, f"{after.id} stands after {before.id}.", f"Move it before {before.id}.")
    for clause_id in outline:
        if clause_id in REQUIRED and clause_id not in {clause.id for _, clause in found}:
            last = found[-1][0] if found else 1
            remedy = "Findings and decisions refer to it: add it."
            raise PolicyError(filename, last, f"The clause {clause_id} is missing.", remedy)


def _check_known(found: tuple[tuple[int, Clause], ...], outline: tuple[str, ...], filename: str) -> None:
    lines: dict[str, int] = {}
    for line, clause in found:
        if clause.id in lines:
            problem = f"The id {clause.id} stands in line {lines[clause.id]} already."
            raise PolicyError(filename, line, problem, "Give each clause its own id.")
        lines[clause.id] = line
        if clause.id not in outline and not clause.id.startswith(OWN):
            near = get_close_matches(clause.id, outline, n=1)
            remedy = (
                f"Write {near[0]} if that is meant."
                if near
                else f"Begin the id of a clause of your own with {OWN} as in {OWN}more."
            )
            raise PolicyError(filename, line, f"There is no clause {clause.id}.", remedy)


class _Reader:
    """Walks the parser's tokens; holds what an error must name and how deep in lists the walk is."""

    def __init__(self, filename: str, language: str) -> None:
        self.filename, self.line, self.lists = filename, 1, list[Kind]()
        self.line_break = "" if language == "ja" else " "  # Japanese sets no space between words

    def clauses(self, tokens: list[Token]) -> Iterator[tuple[int, Clause]]:
        """Each clause with its line in the file, from 1."""
        for before, token in pairwise([Token("", "", 0), *tokens]):
            self.line = token.map[0] + 1 if token.map else self.line
            block, _, end = token.type.rpartition("_")
            if token.type == "inline":
                yield self.line, self._clause(before, token)
            elif block in _LISTS and end == "open":
                self.lists.append(_LISTS[block])
            elif block in _LISTS:
                self.lists.pop()
            elif token.type not in _SILENT:
                self._refuse_markup(token)

    def _clause(self, opening: Token, inline: Token) -> Clause:
        clause_id, pieces = self._split_id(self._pieces(inline.children or []))
        if opening.type == "heading_open":
            kind: Kind = "title" if clause_id in TITLES else "group" if clause_id in GROUPS else "heading"
            return Clause(clause_id, kind, int(opening.tag[1:]), pieces)
        return Clause(clause_id, self.lists[-1] if self.lists else "paragraph", len(self.lists), pieces)

    def _split_id(self, pieces: list[Piece]) -> tuple[str, tuple[Piece, ...]]:
        match = _ID.search(pieces[-1].text) if pieces and pieces[-1] == Piece(pieces[-1].text) else None
        if not match:
            self._refuse("This block has no id.", "End it with the id of its clause in braces, as in {#pol.def}.")
        rest = [*pieces[:-1], Piece(pieces[-1].text[: match.start()])]
        kept = tuple(piece for piece in rest if piece.text)
        if not kept:
            self._refuse(f"The clause {match[1]} has no words.", "Write its text before the id.")
        if any("{#" in piece.text for piece in kept):
            self._refuse("Two ids stand in one block.", "Leave an empty line between two blocks.")
        return match[1], kept

    def _pieces(self, children: list[Token]) -> list[Piece]:
        pieces: list[Piece] = []
        style = Piece("")
        for child in children:
            if child.type in ("text", "softbreak"):
                self._append(pieces, replace(style, text=child.content or self._break(child)))
            elif child.type in ("strong_open", "strong_close"):
                style = replace(style, strong=child.nesting == 1)
            elif child.type in ("link_open", "link_close"):
                style = replace(style, href=self._href(child) if child.nesting == 1 else None)
            else:
                self._refuse_markup(child)
        return pieces

    def _break(self, child: Token) -> str:
        return self.line_break if child.type == "softbreak" else ""

    def _append(self, pieces: list[Piece], piece: Piece) -> None:
        if pieces and replace(pieces[-1], text="") == replace(piece, text=""):
            pieces[-1] = replace(piece, text=pieces[-1].text + piece.text)
        elif piece.text:
            pieces.append(piece)

    def _href(self, link: Token) -> str:
        href = str(link.attrGet("href"))
        if not _HREF.fullmatch(href):
            self._refuse(f"A link to {href} is not taken.", "Link to https://… or to a path here, as /en/policy.")
        return href

    def _refuse_markup(self, token: Token) -> NoReturn:
        if token.type.startswith("html"):
            self._refuse("HTML is not taken.", "Write it as Markdown.")
        name = token.type.removesuffix("_open")
        self._refuse(f"This markup ({name}) is not taken.", "Use headings, paragraphs, lists, **bold** and links.")

    def _refuse(self, problem: str, remedy: str) -> NoReturn:
        raise PolicyError(self.filename, self.line, problem, remedy)
