"""What a sender was told is kept word for word, sealed, as long as its letter is; of letters to desks nothing is."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from kept import HELD, coming, everything
from ruling import ruled

from desk.store import answers, evidence, forgetting, outbox, staff
from desk.store.answers import Answer
from desk.store.decisions import StateConflict
from desk.store.engine import Store
from desk.store.inquiries import Arrival
from desk.store.sent import NOTICE, Letter, Words

MINUTE = timedelta(minutes=1)
SAID = Words("ja", "お問い合わせについて", "お客様\n\n今後のご対応はいたしかねます。")


@pytest.fixture
def came(store: Store, arrival: Callable[..., Arrival], now: datetime) -> Callable[..., str]:
    """One more inquiry that waits for a person; its letters wait too."""
    return coming(store, arrival, now)


def letters(store: Store, receipt: str) -> dict[str, Letter]:
    """The letters about an inquiry by their kinds."""
    found = evidence.whole(store, receipt, bool)
    assert found is not None
    return {one.kind: one for one in found.record.letters}


def test_a_letter_that_has_left_says_what_it_said_where_that_was_kept(
    store: Store, came: Callable[..., str], now: datetime
) -> None:
    receipt = came(sent=False)
    assert {one.words for one in letters(store, receipt).values()} == {None}
    for item in outbox.claim_due(store, now, 10):
        words = {"subject": SAID.subject, "body": SAID.body}
        outbox.delivered(store, item.id, now, {**item.payload, **words} if item.kind == "acknowledgement" else None)
    told = letters(store, receipt)
    assert (told["acknowledgement"].words, told["acknowledgement"].settled_at) == (SAID, now)
    assert (told["desk"].words, told["desk"].is_to_sender) == (None, False)


def test_what_somebody_told_a_sender_is_a_letter_that_no_worker_sends_and_that_goes_as_others_do(
    store: Store, came: Callable[..., str], now: datetime
) -> None:
    receipt, lead = came(HELD), staff.add(store, "Rin", "lead", "ja", "hash", "SECRET", now).id
    ruled(store, receipt, "refusal", now + MINUTE)
    told_at = now + 2 * MINUTE
    answers.record(store, Answer(receipt, told_at, told_at, lead, notice=True, words=SAID))
    notice = letters(store, receipt)[NOTICE]
    assert (notice.words, notice.state, notice.created_at, notice.settled_at) == (SAID, "delivered", told_at, told_at)
    assert NOTICE not in {one.kind for one in outbox.claim_due(store, told_at + outbox.LEASE, 10)}
    assert not [value for *_, value in everything(store) if SAID.subject in str(value)]
    old = forgetting.take(store, forgetting.old_letters(store, told_at + MINUTE))
    forgetting.forget_letters(store, [one.id for one in old])
    assert NOTICE not in letters(store, receipt)


def test_where_nobody_is_told_anew_nothing_is_kept(store: Store, came: Callable[..., str], now: datetime) -> None:
    receipt, lead = came(HELD), staff.add(store, "Rin", "lead", "ja", "hash", "SECRET", now).id
    ruled(store, receipt, "refusal", now + MINUTE)
    answers.record(store, Answer(receipt, now + 2 * MINUTE, now + 2 * MINUTE, lead, behind="", notice=True, words=SAID))
    again = Answer(receipt, now + 3 * MINUTE, now + 3 * MINUTE, lead, behind="", notice=True, words=SAID)
    with pytest.raises(StateConflict):
        answers.record(store, again)
    found = evidence.whole(store, receipt, bool)
    assert found is not None
    assert [one.kind for one in found.record.letters].count(NOTICE) == 1
