"""The kinds of mail, by whom they go to and what they ask."""

from typing import Final

TO_SENDER: Final = ("acknowledgement", "referral")
"""The kinds of mail that go to the sender of the inquiry."""
REFUSAL: Final = "refusal"
"""The kind that tells a desk not to answer the sender any more."""
ELSEWHERE: Final = "elsewhere"
"""The kind that tells the desk which had an inquiry before that others answer it now."""
TO_REVIEWERS: Final = (REFUSAL, "desk_warning", "desk_restricted", ELSEWHERE)
"""The kinds of mail to a desk that are answered to the reviewers: an answer quotes what the sender is not to see."""
EMERGENCY: Final = "emergency"
"""The kind that tells the staff on call of an inquiry, and holds nothing of it. All others go to a desk."""
NO_ASK: Final = (*TO_SENDER, EMERGENCY, ELSEWHERE)
"""The kinds that ask no desk to do anything for a sender."""
