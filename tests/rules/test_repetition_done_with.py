"""Who has done with a matter repeats nothing; who demands in the same breath, before or after it, does."""

from datetime import UTC, datetime, timedelta

import pytest

from desk.rules.repetition import Message, assess

MONDAY = datetime(2026, 9, 7, 9, tzinfo=UTC)
JAPANESE = ["清掃代8,000円を返金してください。", "清掃代8,000円の返金をもう一度お願いします。返してください。"]
ENGLISH = ["Please refund the cleaning fee of $80.", "I ask again: refund the cleaning fee of $80, please."]


def third(text: str) -> list[Message]:
    """A demand, the same after an answer, and what comes after another."""
    before = JAPANESE if any(letter > "\u3000" for letter in text) else ENGLISH
    return [
        Message(MONDAY + timedelta(days=3 * at), "ken@example.jp", "Ken Ito", each, answered_before=at > 0)
        for at, each in enumerate([*before, text])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "清掃代8,000円の返金はもういいです。",
        "清掃代8,000円を返してとはもう言いません。",
        "清掃代8,000円ですね。はいはい、払います。",
        "清掃代8,000円の返金の件、ご返信は不要です。",
        "So keep it, the $80 cleaning fee.",
        "I have paid it, the cleaning fee of $80.",
        "The cleaning fee, no refund then. We're done.",
        "Whatever, keep your 80 bucks of a cleaning fee.",
        "もういいです。清掃代8,000円、払えばいいんでしょ。",
        "清掃代8,000円は保険から出ました。もうそちらには求めません。",
        "清掃代の8,000円、今回は引き下がります。",
        "Right, no refund of the cleaning fee. Have it your way. $80 of your easiest money.",
        "The cleaning fee stays, $80. I shan't ask again and I shan't come again.",
        "I said the $80 cleaning fee back or I leave. I leave.",
        "No cleaning fee back, I know. Close my membership, $80 wiser.",
        "Ok you win. The cleaning fee of $80 is yours.",
        "I think you can close the case about the cleaning fee of $80.",
        "清掃代8,000円の返金には及びませんので、これで失礼します。",
        "I'd like to withdraw this claim for the cleaning fee of $80.",
        "I hereby withdraw, keep the cleaning fee of $80.",
        "I am withdrawing my request for a refund of the cleaning fee of $80.",
        "My request for the cleaning fee of $80 is withdrawn.",
        "Right, you win. I wanted the cleaning fee of $80 back and I'm clearly not getting it. Leave it.",
        "清掃代8,000円の返金には及びません。あの部屋はもう引き払いました。",
        "My $80, my cleaning fee. Forget my $80.",
        "The cleaning fee of $80 was fair, says my wife. Please close the ticket.",
        "I have slept over the cleaning fee of $80 and I'm letting it go.",
        "I hoped for all of the cleaning fee of $80. So we will take the forty that you offered.",
        "As the cleaning fee of $80 stays, I am dropping this request. You may close it.",
    ],
)
def test_who_has_done_with_it_repeats_nothing(text: str) -> None:
    found = assess(third(text))
    assert (found.repetition, found.why) == (False, "gives the demand up")


@pytest.mark.parametrize(
    "text",
    [
        "ご返信は不要です。清掃代8,000円を返金してください。",
        "他社に移りました。清掃代8,000円を返金してください。",
        "もういいです、早く清掃代8,000円を返金しろ。",
        "You cannot keep the fee. Refund the cleaning fee of $80.",
        "You have no right to keep the money. Refund the cleaning fee of $80.",
        "清掃代8,000円を返金してください。ご返信は不要です。",
        "Refund the cleaning fee of $80. No need to reply.",
        "I'm done asking. Refund the cleaning fee of $80.",
        "Don't bother to reply, just refund the cleaning fee of $80.",
        "I have paid it, please refund the cleaning fee of $80.",
        "Please close the ticket only when you refund the cleaning fee of $80.",
        "I'm not letting it go: refund the cleaning fee of $80.",
        "清掃代8,000円、まだ待っております。お返事は要りません。",
        "You win nothing by it. Refund the cleaning fee of $80.",
        "I demand that you withdraw that cleaning fee of $80.",
        "I have not withdrawn my claim: refund the cleaning fee of $80.",
        "I'm not withdrawing my request. The cleaning fee of $80, refund it.",
        "I refuse to withdraw my request. Refund the cleaning fee of $80.",
        "You must withdraw this cleaning fee of $80 and refund it.",
        "Do not close the ticket. I am still waiting for the cleaning fee of $80.",
        "You win? Never. The cleaning fee of $80 is mine.",
        "I do not consider it a gift. Refund the cleaning fee of $80.",
        "Do you think I'm dropping it? The cleaning fee of $80, please.",
        "返金には及びませんとは何ですか。清掃代8,000円の返金を求めます。",
        "I'm not dropping this. Refund the cleaning fee of $80.",
        "You cannot just leave it at a no. I want the cleaning fee of $80 back.",
        "Pay the cleaning fee of $80 back and you may close the case.",
        "The matter is not yet finished. Refund the cleaning fee of $80.",
        "Keep your money, the refund of the cleaning fee of $80 is what I asked for.",
        "返金してくれなければもういいですとは言えません。清掃代8,000円を返してください。",
        "清掃代8,000円、返金でいいっす。",
        "清掃代8,000円を返金すれば手を引きます。",
        "I will close my account unless I get the cleaning fee of $80 back.",
        "The $80 cleaning fee back on my card and we say no more about it.",
        "I will take the refund of the $80 cleaning fee instead of the voucher you offered.",
        "We will take the $80 cleaning fee back over the one you offered, please.",
        "I would accept the $80 cleaning fee, twice what you offered. Refund it.",
        "We will accept the full cleaning fee of $80, please refund it. Not the forty you offered.",
        "I'm uninstalling the app if the cleaning fee of $80 is not refunded.",
        "清掃代8,000円を返金してくれなければもういいです。払えばいいんだ、何度も言った。",
    ],
)
def test_who_demands_besides_repeats_it(text: str) -> None:
    assert assess(third(text)).repetition
