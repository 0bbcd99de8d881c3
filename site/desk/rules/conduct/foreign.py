"""Whether a folded text in Latin letters is written in another language than English: of that nothing is known here.

Readers and weights that learnt from Japanese and English alone would say something all the same, and customers who
write in German or Vietnamese would be held for asking about an invoice.
"""

import re


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Common words of a few languages, without those that are English, or Japanese in Latin letters (mo, ne, de, na).
_FOREIGN = _words(
    """
    ich und nicht das ist sie der dem mein meine mir mich ein eine einen einer für mit auf wir haben habe wie bitte kann
    wenn aber sind von auch ihr ihre ihnen zum zur bei noch möchte wurde keine vielen dank
    je vous nous les des une est pas que qui dans avec mon votre mes vos ce cette et du aux mais bonjour merci
    suis tous il elle le la pourquoi être été
    el los las una por para con mi usted ustedes quiero gracias hola pero muy está como su sus lo se del al mis esta
    não uma você meu minha obrigado obrigada com os em eu dos nas por favor olá
    gli che non per sono mio mia della di grazie vorrei ho delle nel buongiorno
    het een van ik niet voor zijn mijn maar ook wij naar graag bedankt
    saya anda yang dan tidak ini itu untuk dengan bisa tolong terima kasih sudah
    ang mga hindi kayo salamat naman lang
    nie się jest że proszę dzień dobry bir ve için değil teşekkürler merhaba
    xin chào tôi muốn hỏi không của và cho về
    """
)
_ENGLISH = _words(
    """
    the i you your to a and of is it my we for in on not will be are have this that was with do can please at from but
    if as by he she they our us so what when how would could no or an has had were am been there its it's i'm don't
    """
)
# A word with a digit in it is none of these: it is typed past a filter.
_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:'[^\W\d_]+)?(?!\w)")
# Letters with two marks, as Vietnamese alone writes them, and those of other scripts.
_VIETNAMESE = re.compile("[ạ-ỹ]")
_STRANGE = re.compile("[^\u0000-\u024fạ-ỹ’]")
FEW, MANY = 2, 0.25


def is_foreign(folded: str) -> bool:
    """Whether more of its words are common in another language than in English, and at least two of them.

    So it is where more than a quarter of its words has letters of another script. Words with the marks of Vietnamese
    count as common ones.
    """
    words = _WORD.findall(folded)
    if sum(bool(_STRANGE.search(word)) for word in words) > MANY * len(words):
        return True
    other = sum(word in _FOREIGN or bool(_VIETNAMESE.search(word)) for word in words)
    return other >= FEW and other > sum(word in _ENGLISH for word in words)
