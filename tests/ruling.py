"""How the tests decide an inquiry without its page: by one person, or by two where the outcome is grave."""

import secrets
from datetime import datetime

from desk.rules.review import GRAVE, HARASSMENT
from desk.store import reviews, staff
from desk.store.engine import Store
from desk.store.reviews import Decision


def ruled(store: Store, receipt: str, outcome: str, at: datetime, *, agreed: bool = True) -> None:
    """Have an inquiry that is held decided; `agreed`: whether the second person signs, or sends it back."""
    first, second = (
        staff.add(store, f"{role} {secrets.token_hex(4)}", role, "ja", "hash", "SECRET", at).id
        for role in ("reviewer", "lead")
    )
    reviews.claim(store, receipt, first, at)
    points = (outcome not in HARASSMENT, False, ("act.insult",))
    decision = Decision(receipt, first, at, *points, outcome, "理由")
    if outcome not in GRAVE:
        reviews.decide(store, decision, "claimed", "released")
        return
    made = reviews.decide(store, decision, "claimed", "escalated")
    signature = Decision(receipt, second, at, *points, outcome, "理由", confirms=made)
    reviews.decide(store, signature, "escalated", "refused" if agreed else "held")
