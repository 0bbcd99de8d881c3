"""The evidence pack: what happened, whole, for whoever the police or counsel are asked about it; taken on record."""

from dataclasses import replace
from hashlib import sha256
from typing import Final

from litestar import Response, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from desk.context import Context
from desk.forms import Form
from desk.pages import LANGUAGES
from desk.rules import verdicts
from desk.rules.review import N_, NotAllowed
from desk.staff import deeds, filled, inquiry, packs
from desk.store import evidence
from desk.store.evidence import Taking
from desk.store.reviews import Case
from desk.store.sessions import Session

OWN: Final = ("handed_to", "pack_language")
NO_PACK: Final = N_(
    "There is an evidence pack only for an inquiry about which the police or counsel are consulted, as long as nothing"
    " else was decided and it is not erased."
)


@post("/inquiries/{receipt:str}/evidence-packs", opt={"permission": "evidence"}, status_code=200)
async def take(
    desk: NamedDependency[Context],
    me: NamedDependency[Session],
    form: NamedDependency[Form],
    receipt: FromPath[str],
) -> Response[bytes]:
    """Give the pack, or say what is missing.

    That it is asked for is on record before anything is read for it, and its sum before a byte of it leaves.
    """
    case = await inquiry.opened(desk, me, receipt)
    return await inquiry.done(desk, me, case, _take(desk, me, case, form), form=form, own=OWN)


async def _take(desk: Context, me: Session, case: Case, form: Form) -> Response[bytes]:
    if not deeds.is_evidence(case):
        raise NotAllowed(NO_PACK)
    to = " ".join(form.fields.get("handed_to", "").split())
    if faults := verdicts.check_handing_over(to):
        shown = filled.of(form.fields, revealed=filled.is_open(form), faults=faults)
        return await inquiry.answer(desk, me, case, shown, status=422)
    taking = Taking(case.inquiry.receipt, me.staff.id, desk.now(), to)
    await desk.store.run(evidence.take, taking)
    # Read once more behind that line of the log: whatever a colleague did before it is in the pack.
    whole = await desk.store.run(evidence.whole, taking.receipt, desk.organisation.restricts)
    if whole is None or not deeds.is_evidence(whole.case):
        raise NotAllowed(NO_PACK)
    reader = _reading(me, form.fields.get("pack_language", ""))
    packed = packs.packed(packs.files(desk, reader, whole, taking), taking.at)
    await desk.store.run(evidence.give, taking, sha256(packed).hexdigest(), desk.now())
    name = f"evidence-{taking.receipt}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return Response(packed, media_type="application/zip", headers=headers)


def _reading(me: Session, language: str) -> Session:
    """Whoever takes the pack, as somebody who reads the language that they chose for it, or their own."""
    return replace(me, staff=replace(me.staff, language=language)) if language in LANGUAGES else me
