"""What people write in English to the company at large; `words` says how to read the lists."""

CUES = {
    3: """
    lost property|left my umbrella|left my bag|company museum|office tour|school visit|thank the|say thank you|
    to thank|nearest station|parking|head office address|company song|founding|founder
    """,
    2: """
    thank you for|thanks to|grateful|compliment|congratulat*|visit your office|visiting|your address|tour|found a|lost
    """,
    1: """
    office|building|reception
    """,
}
