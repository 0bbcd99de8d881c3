"""An inquiry about which the police are consulted, and the pack of evidence that a lead takes of it."""

import io
import zipfile
from collections.abc import Mapping

import httpx
from colleagues import Desk
from deciding import UNREASONABLE, at, decide, sign, tell

TO = "渋谷警察署 佐藤様"
REASON = "脅迫にあたると判断しました。"
PACKS = {"evidence-asked", "evidence-given"}
"""The events of the log that a pack makes."""
FILES = ["record.html", "inquiry.json", "log.jsonl", "policy.html", "notice.html", "SHA256SUMS"]


def consulted(first: Desk, second: Desk, receipt: str, outcome: str = "police-legal") -> None:
    """Two persons decide that the police or counsel are consulted, or something else that is grave.

    They tell the sender: lists of everybody's desk show no more than fifty who still have to be told.
    """
    first.do(f"{at(receipt)}/claims")
    decide(first, receipt, **UNREASONABLE, outcome=outcome, reason=REASON)
    sign(second, receipt, agrees="yes")
    assert tell(second, receipt).status_code == 303


def take(browser: Desk, receipt: str, to: str = TO, **fields: str) -> httpx.Response:
    return browser.do(f"{at(receipt)}/evidence-packs", handed_to=to, **fields)


def opened(answer: httpx.Response) -> Mapping[str, bytes]:
    """The files of a pack by their names, in their order."""
    assert answer.status_code == 200, answer.text
    with zipfile.ZipFile(io.BytesIO(answer.content)) as pack:
        assert pack.testzip() is None
        return {name: pack.read(name) for name in pack.namelist()}
