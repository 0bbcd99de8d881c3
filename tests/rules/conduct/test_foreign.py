"""Texts in languages that the desk does not know: the second opinion says nothing of them."""

import pytest

from desk import signs_files
from desk.rules.conduct import examine
from desk.rules.conduct.foreign import is_foreign

SIGNS, MODEL = signs_files.read(), signs_files.model()


@pytest.mark.parametrize(
    "text",
    [
        "Ich möchte mein Konto kündigen. Die Kosten sind zu hoch.",
        "Xin chào, tôi muốn hỏi về hóa đơn.",
        "Здравствуйте, как вернуть деньги?",
        "Bonjour, je voudrais résilier mon abonnement, merci.",
        "Hola, quiero cancelar mi cuenta, gracias.",
        "Olá, quero cancelar minha conta.",
        "Saya mau tanya tentang tagihan, tolong bantu.",
        "청구서를 보내 주세요.",
    ],
)
def test_nothing_is_made_of_a_language_that_nobody_here_reads(text: str) -> None:
    found = examine({"message": text}, SIGNS, MODEL)
    assert (found.flagged, found.opinion and found.opinion.score) == (False, 0.0)


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "i booked la mar hotel with the el dorado plan for my mother",
        "how do i move my domain from .com.au to .de",
        "omae no ie, shitteru yo. kodomo mo ne.",
        "g1ve me agent p0stc0de n ill give u peace",
        "a customer shouted ich hasse sie at me, what does it mean?",
        "",
        "???",
    ],
)
def test_english_with_a_few_other_words_is_read(text: str) -> None:
    assert not is_foreign(text)


@pytest.mark.parametrize("text", ["і wіll kіll уоu аll", "I will kill you all. Ich komme."])
def test_a_disguise_or_another_language_behind_it_hides_no_threat(text: str) -> None:
    assert examine({"message": text}, SIGNS, MODEL).flagged
