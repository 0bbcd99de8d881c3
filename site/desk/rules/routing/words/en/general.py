"""What people write in English to the company at large; `words` says how to read the lists."""

CUES = {
    6: """
    <school>…<visit>|@…<curious>&<thanks>|<curious>…@&<thanks>|village is called|amused by
    """,
    3: """
    handed it|handed in|umbrella|opening hours|pass on our thanks|our thanks|receptionist|your lobby…hours/open/
    umbrella/free|which floor|is it free|exhibition…floor/free/open|one of yours|are they one of|in kanji|
    writes his name|for making…smile|found a…bag/wallet/phone/card/key*/umbrella/scarf|I left a…umbrella/bag/coat/
    phone/wallet/scarf/book|Yamanote|station staff|lost property|left my umbrella|left my bag|company museum|
    office tour|school visit|thank the|say thank you|to thank|nearest station|parking|head office address|
    company song|founding|founder
    """,
    2: """
    thank you for|thanks to|grateful|compliment|congratulat*|visit your office|visiting|your address|tour|found a|
    lost
    """,
    1: """
    office|building|reception
    """,
}
