"""What staff are told when a page cannot be shown: whose turn it is, and never an error without a way out."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pyotp
import pytest
from colleagues import AOI, HANA, PASSWORD, SECRET, Colleague, Desk, arrived, hire
from reading import Client, words
from served import Served, served

from desk.keys import new_line, read_keys
from desk.store import audit, reviews, sessions, staff
from desk.store.engine import open_store

OLD, NEW = new_line("autumn"), new_line("winter")


def at(receipt: str) -> str:
    return f"/staff/inquiries/{receipt}"


@dataclass(frozen=True)
class Left:
    """A desk that was set up with the old key, an inquiry in it, and what is left of it now."""

    desk: Served
    receipt: str


@pytest.fixture
def left_with(tmp_path: Path) -> Iterator[Callable[[str], Left]]:
    """Sets a desk up with the old key, goes on with a new one above it, and opens it again with these keys."""
    opened = []

    def again(*keys: str) -> Left:
        chosen = {"limit_address": 100, "limit_all": 100}
        with served(tmp_path / "data", keys=OLD, **chosen) as before:
            hire(before.context, HANA)
            receipt = arrived(before.context, message="担当は全員ぶっ殺すぞ。")
        rotated = read_keys(f"{NEW}\n{OLD}", "keys.txt")
        with closing(open_store(before.settings.database_url, rotated)) as store:
            audit.note(store, "listed-by-command", before.context.now())
        now = served(tmp_path / "data", keys="\n".join(keys), **chosen)
        opened.append(now)
        return Left(now.__enter__(), receipt)

    yield again
    for one in opened:
        one.__exit__(None, None, None)


def signed_in(desk: Served, language: str = "en") -> Desk:
    person = next(one for one in staff.listing(desk.context.store) if one.name == HANA.name)
    staff.change_language(desk.context.store, person.id, language)
    return Desk(
        desk.origin, desk.context, next(one for one in staff.listing(desk.context.store) if one.id == person.id)
    )


def test_an_inquiry_whose_key_is_gone_says_which_and_who_puts_it_back(
    left_with: Callable[..., Left], language: str
) -> None:
    left = left_with(NEW)
    with signed_in(left.desk, language) as hana:
        page = hana.get(at(left.receipt), 409)
        assert (
            page.heading
            == {
                "en": "This inquiry cannot be opened at present",
                "ja": "このお問い合わせは現在開くことができません",
            }[language]
        )
        assert "autumn" in words(page.one("//p[@class='lead']"))
        assert {"DESK_KEYS", "keys.txt", "desk doctor"} <= {words(one) for one in page.all("//code")}
        assert OLD.partition(":")[2] not in page.text
        assert page.one("//p[@class='whoami']/bdi").text == "Hana"
        row = words(hana.get("/staff/queue").one("//ol[@class='rows']/li"))
        assert hana.do(f"{at(left.receipt)}/claims").status_code == 409
        assert hana.do("/staff/inquiries", sought=left.receipt).status_code == 409
    assert left.receipt in row
    # The lines that the old key sealed cannot be checked either.
    assert audit.verify(left.desk.context.store).broken == 1


def test_one_whose_key_was_given_up_is_not_said_to_open_again_by_itself(
    left_with: Callable[..., Left], language: str
) -> None:
    left = left_with(NEW, "autumn:lost")
    with signed_in(left.desk, language) as hana:
        page = hana.get(at(left.receipt), 409)
    headings = {
        "en": "This inquiry cannot be opened any more",
        "ja": "このお問い合わせは、開くことができなくなりました",
    }
    said = {"en": "“autumn”, which was given up as lost", "ja": "鍵「autumn」で暗号化されていますが、この鍵は失われた"}
    assert page.heading == headings[language]
    assert said[language] in words(page.one("//p[@class='lead']"))
    assert [words(one) for one in page.all("//code")] == ["desk erase"]


def test_it_opens_again_once_the_key_is_back(left_with: Callable[..., Left]) -> None:
    left = left_with(NEW, OLD)
    with signed_in(left.desk) as hana:
        assert hana.get(at(left.receipt)).heading == f"Inquiry {left.receipt}"


def test_what_was_changed_behind_the_desks_back_is_not_shown(left_with: Callable[..., Left]) -> None:
    left = left_with(NEW, OLD)
    with closing(sqlite3.connect(left.desk.settings.data / "desk.sqlite3")) as thief, thief:
        thief.execute("UPDATE inquiry SET message = subject")
    with signed_in(left.desk) as hana:
        assert "backup" in hana.get(at(left.receipt), 409).text


def test_somebody_whose_second_factor_cannot_be_opened_is_answered_like_anybody(left_with: Callable[..., Left]) -> None:
    left = left_with(NEW)
    typed = {"name": HANA.name, "password": PASSWORD, "code": pyotp.TOTP(SECRET).now()}
    with Client(left.desk.origin, "en") as client:
        known = client.post("/staff/sign-in", typed, 422)
        unknown = client.post("/staff/sign-in", {**typed, "name": "Nobody"}, 422)
    assert known.said("summary") == unknown.said("summary")


@pytest.mark.parametrize("path", ["/staff/nowhere", "/staff/inquiries/2222-2222-2222-2222-2222", "/staff/a/b/c"])
def test_what_is_not_there_is_said_inside_the_staff_frame(
    at_work: Callable[..., Desk], path: str, language: str
) -> None:
    page = at_work(HANA, language).get(path, 404)
    assert page.one("//p[@class='whoami']/bdi").text == "Hana"
    assert page.heading == {"en": "There is no such page", "ja": "お探しのページは見つかりませんでした"}[language]


@pytest.mark.parametrize(("colleague", "path"), [(HANA, "/staff/log"), (AOI, "/staff/queue")])
def test_what_is_not_for_a_role_is_said_inside_the_staff_frame(
    at_work: Callable[..., Desk], colleague: Colleague, path: str, language: str
) -> None:
    page = at_work(colleague, language).get(path, 403)
    assert page.one("//p[@class='whoami']/bdi").text == colleague.name
    assert page.heading == {"en": "Not for your role", "ja": "このページを表示する権限がありません"}[language]


def test_a_form_from_before_the_sign_in_says_that_nothing_was_changed(at_work: Callable[..., Desk]) -> None:
    page = at_work(HANA).post("/staff/account", {"token": "old", "language": "ja"}, 403)
    assert (page.heading, page.language) == ("This form is out of date", "en")


def test_an_outsider_learns_nothing_of_what_is_there(client: Client) -> None:
    assert client.http.get("/staff/nowhere").headers["location"] == "/staff/sign-in?to=/staff/nowhere"
    answer = client.send("/staff/account", {"language": "ja"})
    assert (answer.status_code, answer.headers["location"], answer.text) == (303, "/staff/sign-in?ended=yes", "")


def test_whoever_sends_a_form_after_their_session_is_led_to_the_sign_in_and_told(
    desk: Served, at_work: Callable[..., Desk], arrive: Callable[..., str], language: str
) -> None:
    hana, receipt = at_work(HANA, language), arrive(message="死ね。")
    sessions.end_all(desk.context.store, hana.person.id, desk.context.now())
    answer = hana.do(f"/staff/inquiries/{receipt}/claims")
    assert answer.status_code == 303
    page = hana.get(f"{answer.headers['location']}&language={language}")
    assert {"en": "Your session had ended", "ja": "ログイン状態が解除されていました"}[language] in words(
        page.one("//div[@class='remark']")
    )
    assert page.one("//form//input[@id='name']") is not None
    case = reviews.case(desk.context.store, receipt)
    assert case is not None
    assert case.state == "held"


def test_who_comes_to_the_sign_in_by_themselves_is_told_nothing(client: Client) -> None:
    assert client.get("/staff/sign-in").all("//div[@class='remark']") == []
