"""When an English quotation is the writer's own message, and not told of somebody else."""

from desk.rules.conduct.latin import latin


def owns(text: str, start: int, end: int) -> bool:
    """Whether the quotation at [start, end) is the writer's own message, by the words before it or behind it."""
    before = _NEW_SENTENCE.split(text[max(0, start - _NEAR) : start])[-1]
    told = _MY_WORDS.search(before) and not _OTHER_WORDS.search(before)
    felt = _FELT.match(text, end) and not _OF_ANOTHER.search(text, max(0, start - _NEAR), start)
    return bool(told or felt or _STANDS_BY.match(text, end))


_NEAR = 70
_NEW_SENTENCE = latin(r"[!?\n]\s*|(?<!mr)(?<!ms)(?<!mrs)(?<!dr)\.\s+")
_TO_WHOM = r"(?:your|the|that|this|him|her|them|it to|this to|mr|mrs|ms|miss|dr|whoever|everyone|all of)\b"
# A quotation behind such words is said by the writer himself.
_MY_WORDS = latin(
    r"\bfrom me\b[^,]{0,30}$|\bin my (?:own )?words\b"
    rf"|\b(?:tell|pass|say to|send|convey) {_TO_WHOM}[^.]{{0,50}}$"
    r"|\bgive (?:him|her|them|your \w+) (?:this|my|the following)\b[^.]{0,20}$"
    r"|\bmy (?:\w+ )?(?:message|mail|e-?mail|letter|answer|reply|words?|note|comment|promise|advice|wish|greeting)s?\b"
    r"[^,]{0,34}$|\bmy (?:\w+ )?(?:review|feedback)(?: is| reads| says)?: ?$"
    r"|^\W*(?:to|for|dear) (?:mr|mrs|ms|miss|dr|your|the)\b[^,]{0,30}[:,] ?$"
    r"|\b(?:i|we)(?:'ll| will| have to| must| just| only| already| also| again)? (?:say|said|write|wrote|tell|told"
    r"|repeat|promise|promised|swear|swore|warn|warned) (?:(?:it|this|that|only|just|him|her|them|loud|again|once"
    r"|more|now|you|your|the|to|clerk|agent|manager|receptionist|staff|driver|\w+ly) ?){0,6}[:,]? ?$"
    r"|\b(?:as i|what i) (?:said|wrote|told)\b[^.]{0,30}$"
    r"|\bhere(?:'s| is) what (?:i (?:say|think|want|have to say)|you can (?:print|write|put|tell))\b"
    r"|^\W*(?:as|like|just as|just like) (?:in|they say in|he says in) (?:the|that) (?:film|movie|song|book)[:,] ?$"
)
_OTHER_WORDS = latin(
    r"\b(?:he|she|they|who|someone|somebody|customers?|callers?|guests?|neighbou?rs?|my (?:husband|wife|boss)"
    r"|said to me|(?:his|her|their) (?:exact |very |own |last )?words|(?:wrote|took) (?:it|them|this|that) down"
    r"|told me|not to"
    r"|never|don't|didn't|if i|when i|whether|how|why|joked?|joking|autocorrect)\b"
)
# Who says that the quoted words are meant has made them his own.
_STANDS_BY = latin(
    r"[.,!?;:\s-]{0,4}(?:and |but |yes,? |because )?(?:i (?:really |do |truly )?mean(?:t)? (?:it|that|every)"
    r"|i'?m (?:not joking|not kidding|serious)|i (?:was not|wasn'?t) joking|that'?s a promise"
    r"|that(?:'s| is) what i (?:said|say|wrote|told|mean|meant|think|have)"
    r"|(?:that |this |it )?still stands|that stands|remember (?:that|it|this)(?=[.!]|$)|nothing has changed"
    r"|i (?:will|'ll do it|shall)(?=[.!]|$)|is what i have to say|i stand by|quote me|and every word"
    r"|i told (?:you|your)\b)"
)
# So has whoever calls them his feeling or answer, where nobody else is said to have said them.
_FELT = latin(
    r"[.,!?;:\s-]{0,4}(?:and |but |yes,? )?(?:is|are|that(?:'s| is)) (?:\w+ly |just )?"
    r"(?:how (?:i|we) feel(?! (?:i|we)\b)"
    r"|my (?:\w+ )?(?:feelings?|answer|reply|promise|plan|intention|resolution|vow|message)\b)"
)
_SAID = r"(?:said|says?|wrote|writes?|written|texted|shouted|yelled|screamed|told me|posted|messaged|left me|sent)\b"
_OF_ANOTHER = latin(
    rf"\b{_SAID}(?:(?!,| and | but | so )[^.!?\n]){{0,30}}$"
    rf"|\byou(?:'ve| have)? asked (?:me )?what [^.!?\n]{{0,40}}{_SAID}[^.!?\n]{{0,20}}[.!?\n]?\W*$"
)
