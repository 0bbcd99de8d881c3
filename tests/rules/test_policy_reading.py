"""Reading a policy: each block a clause of plain words, and a refusal with a remedy where a text cannot be trusted."""

from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules.policy import CLAUSES, OTHER_ACT, Piece, Policy, PolicyError, read

FIRST_LINE = "<!-- version: 1 · in force: 2026-10-01 -->"


def written(body: str, language: str = "en") -> Policy:
    """Read a policy made of every clause that cannot be left out, with this body standing before them."""
    return read(f"{FIRST_LINE}\n\n{body}\n\n{required()}", "policy.1.md", language)


def required() -> str:
    """Write the clauses that cannot be left out, in their order."""
    ids = [
        clause_id
        for clause_id in CLAUSES
        if clause_id.startswith(("act.", "grp.", "ext.", "pol.test.")) or clause_id == "pol.title"
    ]
    return "\n\n".join(f"Words {{#{clause_id}}}" for clause_id in ids)


def refusal(text: str, filename: str = "policy.1.md") -> PolicyError:
    """Read a text that must be refused and answer how it was."""
    with pytest.raises(PolicyError) as refused:
        read(text, filename, "en")
    return refused.value


class TestWhatIsRead:
    def test_links_and_strong_words_come_as_pieces(self) -> None:
        policy = written("See **this** [page](https://example.com/a?b=1#c), please. {#page.scope}")
        assert policy.clause("page.scope").pieces == (
            Piece("See "),
            Piece("this", strong=True),
            Piece(" "),
            Piece("page", href="https://example.com/a?b=1#c"),
            Piece(", please."),
        )

    def test_entities_and_escapes_are_plain_words(self) -> None:
        assert written(r"R&amp;D \*now\* {#page.scope}").clause("page.scope").text == "R&D *now*"

    @pytest.mark.parametrize(("language", "expected"), [("ja", "一行目二行目"), ("en", "一行目 二行目")])
    def test_a_line_break_is_a_space_only_between_english_lines(self, language: str, expected: str) -> None:
        assert written("一行目\n二行目\n{#page.scope}", language).clause("page.scope").text == expected

    def test_an_organisation_may_add_clauses_of_its_own(self) -> None:
        assert written("Our shops, too. {#own.shops}").clause("own.shops").text == "Our shops, too."

    def test_lists_are_blocks_and_all_else_stands_alone(self) -> None:
        policy = written("Words {#page.scope}\n\n- One {#own.a}\n- Two {#own.b}\n\n1. Three {#own.c}\n")
        blocks = [[clause.id for clause in block] for block in policy.blocks()]
        assert blocks[:4] == [["page.scope"], ["own.a", "own.b"], ["own.c"], ["pol.title"]]

    def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(self) -> None:
        text = f"\ufeff{FIRST_LINE}\n\n{required()}".replace("\n", "\r\n")
        assert read(text, "policy.1.md", "en").clauses == written("Words {#page.title}").clauses[1:]

    def test_a_clause_that_is_not_there_is_a_key_error(self) -> None:
        with pytest.raises(KeyError, match="act\\.none"):
            written("Words {#page.scope}").clause("act.none")

    def test_a_policy_cannot_be_changed(self) -> None:
        with pytest.raises(FrozenInstanceError):
            written("Words {#page.scope}").version = "2"

    def test_the_act_named_by_hand_is_no_clause(self) -> None:
        assert OTHER_ACT not in CLAUSES


class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("body", "line", "problem"),
        [
            ("Words without an id", 3, "This block has no id."),
            ("Words {#page.title}\n\n- [x](https://example.com/)", 5, "This block has no id."),
            ("Words **{#page.title}**", 3, "This block has no id."),
            ("{#page.title}", 3, "The clause page.title has no words."),
            ("One {#page.title}\nTwo {#page.scope}", 3, "Two ids stand in one block."),
            ("One {#page.title}\n\nTwo {#page.title}", 5, "The id page.title stands in line 3 already."),
            ("One {#page.scope}\n\nTwo {#page.title}", 5, "page.title stands after page.scope."),
            ("One {#pol.backround}", 3, "There is no clause pol.backround."),
            ("A <b>bold</b> word {#page.title}", 3, "HTML is not taken."),
            ("<script>alert(1)</script>", 3, "HTML is not taken."),
            ("Hidden <!-- words --> {#page.title}", 3, "HTML is not taken."),
            ("![picture](https://example.com/) {#page.title}", 3, "This markup (image) is not taken."),
            ("Some `code` {#page.title}", 3, "This markup (code_inline) is not taken."),
            ("One  \nTwo {#page.title}", 3, "This markup (hardbreak) is not taken."),
            ("> Quoted {#page.title}", 3, "This markup (blockquote) is not taken."),
            ("One {#page.title}\n\n```\ncode\n```", 5, "This markup (fence) is not taken."),
            ("[x](http://example.com/) {#page.title}", 3, "A link to http://example.com/ is not taken."),
            ("[x](javascript:alert(1)) {#page.title}", 3, "A link to javascript:alert(1) is not taken."),
            ("[x](//example.com/) {#page.title}", 3, "A link to //example.com/ is not taken."),
            ("[x](https://) {#page.title}", 3, "A link to https:// is not taken."),
            ("[x](https://a@example.com/) {#page.title}", 3, "A link to https://a@example.com/ is not taken."),
            ("[x](policy) {#page.title}", 3, "A link to policy is not taken."),
        ],
    )
    def test_a_block_that_cannot_be_shown_as_it_is(self, body: str, line: int, problem: str) -> None:
        error = refusal(f"{FIRST_LINE}\n\n{body}\n")
        assert (error.filename, error.line, error.problem) == ("policy.1.md", line, problem)
        assert f"{error}." == f"policy.1.md, line {line}: {problem} {error.remedy}"

    def test_a_misspelt_id_is_answered_with_the_nearest(self) -> None:
        assert refusal(f"{FIRST_LINE}\n\nWords {{#act.insults}}").remedy == "Write act.insult if that is meant."

    def test_an_id_like_no_other_is_answered_with_how_to_add_one(self) -> None:
        assert "own." in refusal(f"{FIRST_LINE}\n\nWords {{#xyzzy}}").remedy

    @pytest.mark.parametrize("clause_id", ["act.apology", "grp.demand", "pol.test.means", "ext.police-legal"])
    def test_a_policy_without_what_decisions_refer_to(self, clause_id: str) -> None:
        text = f"{FIRST_LINE}\n\n{required()}".replace(f"Words {{#{clause_id}}}", "")
        assert refusal(text).problem == f"The clause {clause_id} is missing."

    def test_an_empty_text(self) -> None:
        assert refusal(f"{FIRST_LINE}\n").problem == "The clause pol.title is missing."

    def test_a_notice_without_its_link(self) -> None:
        text = f"{FIRST_LINE}\n\nA {{#notice.title}}\n\n1. B {{#notice.test.request}}\n2. C {{#notice.test.means}}"
        assert refusal(text, "notice.1.md").problem == "The clause notice.policy is missing."

    @pytest.mark.parametrize(
        "first_line",
        [
            "",
            "# Policy {#pol.title}",
            "<!-- version: a/b · in force: 2026-10-01 -->",
            "<!-- version: 1 · in force: soon -->",
        ],
    )
    def test_a_first_line_without_version_and_day(self, first_line: str) -> None:
        error = refusal(f"{first_line}\n\n{required()}")
        assert (error.line, error.problem) == (1, "This is not the line of the version and of its first day in force.")

    def test_a_day_that_is_in_no_calendar(self) -> None:
        assert refusal("<!-- version: 1 · in force: 2026-02-30 -->").problem == "There is no day 2026-02-30."

    def test_a_version_that_is_not_the_one_of_the_file_name(self) -> None:
        error = refusal(f"{FIRST_LINE}\n\n{required()}", "policy.2.md")
        assert error.problem == "The version 1 is not the one in the file's name."


class TestProperties:
    @given(st.text(st.characters(exclude_categories=["Cs"])))
    def test_any_other_text_is_refused_with_a_line_of_the_file(self, body: str) -> None:
        assert 1 <= refusal(f"{FIRST_LINE}\n\n{body}").line <= body.count("\n") + body.count("\r") + 3

    @given(st.text("abcXYZ 犬猫。、「」", min_size=1).filter(str.strip))
    def test_words_come_back_as_they_were_written(self, words: str) -> None:
        plain = " ".join(words.split())
        assert written(f"{plain} {{#page.scope}}").clause("page.scope").text == plain

    def test_the_same_text_in_another_language_changes_the_language_alone(self) -> None:
        ja = written("Words {#page.scope}", "ja")
        assert replace(ja, language="en") == written("Words {#page.scope}", "en")
