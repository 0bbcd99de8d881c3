"""Prepared pages: one body in two encodings, each with a tag of its own, unchanged for whoever has it."""

import gzip
import hashlib
from pathlib import Path
from typing import Any

import pytest

from desk.guard.language import preferred
from desk.prepared import PreparedPages, is_unchanged, takes_gzip


def test_a_page_is_compressed_for_who_takes_it_and_says_that_it_depends(served: Any) -> None:
    plain, packed = served.ask("/ja/policy"), served.ask("/ja/policy", "Accept-Encoding: gzip, br")
    assert gzip.decompress(packed.body) == plain.body
    assert packed["content-encoding"] == "gzip"
    assert "content-encoding" not in plain
    assert plain["vary"] == packed["vary"] == "accept-encoding"
    assert plain["etag"] != packed["etag"]


def test_who_has_the_page_is_told_that_it_is_unchanged(served: Any) -> None:
    for encoding in ("gzip", "identity"):
        first = served.ask("/ja/policy", f"Accept-Encoding: {encoding}")
        for tags in (first["etag"], f"W/{first['etag']}", f'"x", {first["etag"]}', "*"):
            again = served.ask("/ja/policy", f"Accept-Encoding: {encoding}", f"If-None-Match: {tags}")
            assert (again.status, again["etag"], again["cache-control"]) == (304, first["etag"], first["cache-control"])
            assert again["vary"] == "accept-encoding"
            assert "content-length" not in again


def test_who_has_another_page_is_given_this_one(served: Any) -> None:
    other = served.ask("/ja/policy", "Accept-Encoding: gzip")["etag"]
    for tags in ('"x"', other, "", "x" * 5000, '"' * 5000, ", " * 5000):
        assert served.ask("/ja/policy", f"If-None-Match: {tags}").status == 200


@pytest.mark.parametrize(
    ("accepts", "gzipped"),
    [
        (b"gzip", True),
        (b"GZIP", True),
        (b"br, gzip;q=0.5", True),
        (b"*", True),
        (b"gzip;q=0", False),
        (b"gzip;q=0.000", False),
        (b"gzip; q=0, *", False),
        (b"identity", False),
        (b"", False),
        (b"gzipped", False),
        (b"*;q=0", False),
        (b"\xff\xfe", False),
    ],
)
def test_accept_encoding_is_read_as_written(accepts: bytes, gzipped: bool) -> None:
    assert gzipped == takes_gzip(accepts)


@pytest.mark.parametrize(
    ("accepts", "language"),
    [
        ("", "ja"),
        ("en", "en"),
        ("EN-us", "en"),
        ("ja, en", "ja"),
        ("en, ja", "en"),
        ("en;q=0.5, ja;q=0.8", "ja"),
        ("en;q=0", "ja"),
        ("ja;q=0, en;q=0.1", "en"),
        ("de, fr", "ja"),
        ("*", "ja"),
        ("en;q=nan", "ja"),
        ("en;q=1e999", "ja"),
        ("en;level=1", "en"),
        ("e" * 100, "ja"),
        (",;=,;=", "ja"),
    ],
)
def test_the_preferred_language_is_read_as_written_and_japanese_without(accepts: str, language: str) -> None:
    assert language == preferred(accepts)


def test_a_list_of_tags_is_read_whole() -> None:
    assert is_unchanged(b'"a"', b'"b",W/"a"')
    assert not is_unchanged(b'"a"', b'"b","*"')


def test_static_files_carry_the_hash_of_their_content_and_are_kept_for_ever(tmp_path: Path) -> None:
    (tmp_path / "desk.css").write_bytes(b"a{}")
    (tmp_path / "secret.env").write_bytes(b"not static")
    pages = PreparedPages(tmp_path)
    address = pages.static_url("desk.css")
    assert address == f"/static/desk.{hashlib.sha256(b'a{}').hexdigest()[:16]}.css"
    assert list(pages.pages) == [address.encode()]
    headers = dict(pages.pages[address.encode()].plain.headers)
    assert headers[b"cache-control"] == b"public, max-age=31536000, immutable"
    assert headers[b"content-type"] == b"text/css; charset=utf-8"
    with pytest.raises(KeyError):
        pages.static_url("secret.env")


def test_a_page_put_again_has_another_tag() -> None:
    pages = PreparedPages()
    pages.put("/a", b"one")
    before = pages.pages[b"/a"].plain.etag
    pages.put("/a", b"two")
    assert before != pages.pages[b"/a"].plain.etag


def test_a_page_that_answers_queries_is_prepared_only_without_one(served: Any) -> None:
    assert "方針" in served.ask("/en/echo").text
    assert served.ask("/en/echo?a=b").json["query"] == {"a": "b"}
    assert "方針" in served.ask("/ja/policy?a=b").text
