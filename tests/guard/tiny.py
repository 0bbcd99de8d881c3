"""A small application behind the real guard and server, started in a process of its own by these tests."""

import asyncio
import gc
import json
import os
import sys
from functools import partial
from pathlib import Path
from typing import Any

from litestar import Litestar, Request, Response, get, post

from desk import errors, forms, log, serving
from desk.guard import Guard
from desk.prepared import PreparedPages
from desk.settings import Settings
from desk.store.writer import StoreUnavailable

PAGE = ("<!doctype html><html lang=ja><title>方針</title>" + "<p>お客様の声を大切にいたします。</p>" * 200).encode()


class Plain:
    """Error pages without templates."""

    def render(self, _language: str, _template: str, *, status: int, words: list[errors.Words], **_: str) -> str:
        sections = "".join(f"<section lang={each.language}>{each.title}</section>" for each in words)
        return f"<!doctype html><html lang={words[0].language}><title>{status}</title>{sections}"

    def translate(self, language: str, message: str) -> str:
        return message if language == "en" else f"【{message}】"


@get("/{language:str}/echo", sync_to_thread=False)
def echo(request: Request[Any, Any, Any]) -> dict[str, object]:
    return {"client": request.scope["client"], "query": dict(request.query_params), "method": request.method}


@get("/ja/weak", sync_to_thread=False)
def weak() -> Response[str]:
    headers = {"Content-Security-Policy": "default-src *", "Server": "tiny", "X-Frame-Options": "ALLOWALL"}
    return Response("weak", headers=headers, media_type="text/html")


@get("/ja/cached", sync_to_thread=False)
def cached() -> Response[str]:
    return Response("cached", headers={"Cache-Control": "public, max-age=60"}, media_type="text/html")


@get("/ja/fault", sync_to_thread=False)
def fault() -> str:
    raise RuntimeError("the words of a visitor")


@get("/ja/locked", sync_to_thread=False)
def locked() -> str:
    raise StoreUnavailable("the database")


@get("/ja/broken-off")
async def broken_off() -> Response[bytes]:
    return Response(b"x", headers={"X-Bad": "a\r\nSet-Cookie: b"}, media_type="text/html")


@get("/ja/endless")
async def endless() -> str:
    await asyncio.sleep(30)
    return "late"


@get("/ja/slow")
async def slow() -> str:
    await asyncio.sleep(1)
    say("slow")
    return "slow but whole"


@get("/ja/large")
async def large() -> Response[bytes]:
    return Response(b"x" * 30_000_000, media_type="text/plain")


@post("/ja/inquiries", status_code=200)
async def read_form(request: Request[Any, Any, Any]) -> dict[str, object]:
    form = await forms.read(request)
    return {"fields": form.fields, "too_large": form.too_large, "damaged": form.damaged}


@post("/ja/only-posts", sync_to_thread=False)
def only_posts() -> str:
    return "posted"


@get("/ja/process", sync_to_thread=False)
def process() -> dict[str, int | bool]:
    return {"pid": os.getpid(), "tidied": gc.isenabled()}


@get("/ja/memory", sync_to_thread=False)
def memory() -> dict[str, int]:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return {"bytes": pages * os.sysconf("SC_PAGE_SIZE")}


HANDLERS = [echo, weak, cached, fault, locked, broken_off, endless, slow, large, read_form, only_posts, process, memory]


def create() -> Guard:
    """The application; its address comes from the surroundings, as in the real one."""
    told = json.loads(os.environ["TINY"])
    prepared = PreparedPages()
    prepared.put("/ja/policy", PAGE, max_age=300)
    prepared.put("/ja/inquiries", PAGE, max_age=300, posts=True)
    prepared.put("/en/echo", PAGE, queries=4096)
    page = errors.error_pages(Plain(), lambda _: "")
    app = Litestar(
        HANDLERS, exception_handlers=errors.handlers(page), openapi_config=None, logging_config=None
    )  # fmt: skip
    return Guard(app, origin=told["origin"], prepared=prepared, error_page=page, patience=told["patience"],
                 trusted_proxies=Settings(trusted_proxies=told["proxies"]).trusted_proxies)  # fmt: skip


def say(line: str) -> None:
    """Tell the tests what happens, in its order."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Serve as the surroundings say; a line on standard output when it answers."""
    told = json.loads(os.environ["TINY"])
    log.configure("info")
    settings = Settings(data=Path(), port=told["port"], workers=told["workers"])
    deadlines = serving.Deadlines(**told["deadlines"])
    up, ending = partial(say, "up"), partial(say, "ending")
    return serving.serve(settings, "tiny:create", deadlines=deadlines, ready=up, ending=ending)


if __name__ == "__main__":
    sys.exit(main())
