"""What is kept of a recognition is words of our own lists, whatever the sender typed around them."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from desk.places import ORGANISATION
from desk.rules.organisation import read
from desk.rules.routing import Directory, recognise
from desk.rules.routing.cues import leads
from desk.rules.routing.squash import squash
from desk.rules.routing.words import written

FACTS = read(ORGANISATION.read_text("utf-8"), "organisation.toml")
DIRECTORY = Directory.of(FACTS)
SURFACES = {surface for cue in written() for surface in cue.text.replace("&", "/").replace("…", "/").split("/")}
KNOWN = {
    *DIRECTORY.hosts,
    *(squash(surface.strip().rstrip("*")).text for surface in SURFACES),
    *(squash(kind).text for one in FACTS.services for kind in one.cues.kinds),
    *(hit.surface for name in SURFACES for hit in DIRECTORY.lexicon.scan(squash(name)).hits),
}
NAMES = sorted(
    {name for one in FACTS.services for name in (one.name.ja, one.name.en, *one.cues.aliases, *one.cues.hosts)}
)


def led(subject: str, message: str, language: str = "ja") -> tuple[tuple[str, str], ...]:
    return leads(recognise(subject, message, language, DIRECTORY), DIRECTORY)


def test_a_service_is_kept_by_the_alias_that_said_it_however_it_was_written() -> None:
    assert led("解約", "ｵﾅﾏｴ.ｃｏｍを解約したい") == (("service:onamae", "おなまえcom"),)


def test_a_desk_is_kept_by_its_cues() -> None:
    assert ("ir", "株主総会") in led("株主総会", "株主総会の日程と配当を教えてください。")


def test_an_address_is_kept_by_its_host_and_nothing_of_its_path_or_mailbox() -> None:
    assert led("", "https://support.conoha.jp/secret-of-mine?me=hanako が開けません") == (
        ("service:conoha", "conoha.jp"),
    )
    assert led("", "hanako@lolipop.jp に届いたメールの設定を教えてください。") == (("service:lolipop", "lolipop.jp"),)


def test_a_family_with_a_kind_is_kept_by_both_without_what_stands_between() -> None:
    assert led("", "ConoHaで借りているWINGにログインできません") == (
        ("service:conoha-wing", "conoha"),
        ("service:conoha-wing", "wing"),
    )


def test_two_services_are_both_kept() -> None:
    assert [to for to, _ in led("移管", "お名前.comのドメインをロリポップ！へ移したい。")] == [
        "service:onamae",
        "service:lolipop",
    ]


def test_nothing_recognised_keeps_nothing() -> None:
    assert led("受付時間", "電話の受付時間を教えてください。") == ()


@example(["コノハゲーム", "ConoHa Canvas", "AI Canvas"])
@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from([*NAMES, "の", " ", "秘密の合言葉", "で契約中の", "株主総会", "VPS", "https://"]), max_size=6
    )
)
def test_no_word_of_the_sender_is_kept(parts: list[str]) -> None:
    message = "".join(parts)

    for destination, word in led("", message):
        service = destination.removeprefix("service:")
        assert "秘密の合言葉" not in word
        assert word in KNOWN or any(hit.surface == word for hit in DIRECTORY.lexicon.scan(squash(word)).hits), service
