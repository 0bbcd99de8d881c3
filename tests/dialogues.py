"""Dialogues of one sender, and a reader that says of them what a test wants it to."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from desk.rules.repetition import Heard, Message

MONDAY = datetime(2026, 9, 7, 9, tzinfo=UTC)
REFUND = "先月解約したサーバーの料金9,800円を全額返金してください。"
BIRTHDAY = "来週は息子の誕生日です。あのお金さえあれば、ケーキも買えるのですが。"
OTHER = "会議室の予約の変更方法を教えてください。"


class Says:
    """A reader that says the same of every dialogue, and notes what it was given."""

    def __init__(self, again: float, *same: float) -> None:
        self.again, self.same = again, same
        self.given: list[tuple[str, list[str]]] = []

    def hear(self, last: Message, earlier: Sequence[Message]) -> Heard:
        """Say it."""
        self.given.append((last.message, [one.message for one in earlier]))
        return Heard(self.again, tuple(self.same[at] if at < len(self.same) else -9.0 for at in range(len(earlier))))


def day(number: float, message: str, *, answered: bool = True, **sender: str) -> Message:
    told = {"email": "yamada@example.jp", "name": "山田 太郎", **sender}
    return Message(at=MONDAY + timedelta(days=number), message=message, answered_before=answered, **told)


SERIES = [day(0, REFUND, answered=False), day(3, BIRTHDAY)]
