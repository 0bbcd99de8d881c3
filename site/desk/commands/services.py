"""`desk services check`: how long ago each service's addresses were confirmed; asked to look, whether they answer."""

import argparse
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from desk import texts
from desk.commands import fetching
from desk.commands.output import as_json, console, say, table
from desk.rules.organisation import Organisation
from desk.rules.service import Service
from desk.settings import read

OLD = 180  # days after which an address is to be looked at again


@dataclass(frozen=True, slots=True)
class Address:
    """One address of a service; `age` in days, None where nobody ever confirmed it; `answer` is "" unless asked for."""

    service: str
    url: str
    confirmed: date | None
    age: int | None
    answer: str = ""
    amiss: bool = False


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser("services", help="look after the addresses of the services")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    check = commands.add_parser(
        "check",
        help="list each service's addresses with the age of their confirmation",
        description=f"Lists each address with the age of its confirmation in the organisation file. The exit code is 1 "
        f"where one was confirmed more than {OLD} days ago, never or on a day to come, or does not answer.",
    )
    check.add_argument("--fetch", action="store_true", help="ask each address whether it answers; else nothing is sent")
    check.add_argument("--json", action="store_true", help="print JSON")
    check.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print every address; 1 where somebody should look at one."""
    facts = texts.organisation(read().organisation)
    today = datetime.now(UTC).astimezone(ZoneInfo(facts.timezone)).date()
    found = list(addresses(facts, today, fetch=options.fetch))
    if options.json:
        as_json([asdict(address) for address in found])
    else:
        _print(found, fetched=options.fetch)
    return int(any(address.amiss for address in found))


def addresses(facts: Organisation, today: date, *, fetch: bool) -> Iterator[Address]:
    """Each address of each service once, in the order of the file; each is asked only with `fetch`."""
    for service in facts.services:
        for url in dict.fromkeys((service.contact, service.site)):
            yield _address(service, url, today, fetching.ask(url) if fetch else None)


def _address(service: Service, url: str, today: date, answer: fetching.Answer | None) -> Address:
    age = (today - service.confirmed).days if service.confirmed else None
    old = age is None or not 0 <= age <= OLD
    said = answer.said if answer else ""
    return Address(service.id, url, service.confirmed, age, said, old or (answer is not None and not answer.fine))


def _print(found: list[Address], *, fetched: bool) -> None:
    if not found:
        console.print("The organisation file names no services.")
        return
    columns = ("service", "address", "confirmed", *(("answer",) if fetched else ()))
    table(columns, ([one.service, one.url, _age(one.age), *((one.answer,) if fetched else ())] for one in found))
    amiss = sum(one.amiss for one in found)
    if amiss:
        say(
            f"desk services: {amiss} of {len(found)} addresses need a look: confirm them, then set `confirmed` in the"
            " organisation file"
        )


def _age(days: int | None) -> str:
    if days is None:
        return "never"
    if days < 0:
        return "on a day to come"
    said = "1 day ago" if days == 1 else f"{days} days ago"
    return f"{said}, old" if days > OLD else said
