"""`desk staff`: who may review; accounts are added, changed, disabled, enabled and reset here, never deleted."""

import argparse
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import pyotp

from desk.commands import invitation
from desk.commands.output import account, as_json, console, fields, opened, refuse, say, table
from desk.rules.review import PERMISSIONS
from desk.settings import Settings
from desk.staff import codes, passwords
from desk.store import staff
from desk.store.engine import Store

UNREADABLE = {
    FileNotFoundError: "there is no such file; it is to be there, for the secret is read from it",
    IsADirectoryError: "it is a folder; name a file in it",
    PermissionError: "this account may not; let it read the file",
}


class WrongInputError(ValueError):
    """What was given cannot be used; the message says what to do."""


def register(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the commands to the command line."""
    parser = subparsers.add_parser("staff", help="add, list, disable, enable and reset members of staff")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    what = "add a member of staff and print the one-time link, or, with --password-file, an account ready to sign in"
    # No option is abbreviated: who gives the secret itself, behind --totp, is not told that no such file is there.
    adding = commands.add_parser("add", help=what, description=what, allow_abbrev=False)
    adding.add_argument("name", metavar="NAME")
    adding.add_argument("--role", required=True, choices=tuple(PERMISSIONS), help="what they may do")
    adding.add_argument("--language", default="ja", choices=("ja", "en"), help="of their pages (default: ja)")
    first = "a file to read, whose first line is the"
    adding.add_argument("--password-file", type=Path, metavar="FILE", help=f"{first} password")
    factor = f"{first} second factor in base32 (default: a new one is printed)"
    adding.add_argument("--totp-file", type=Path, metavar="FILE", help=factor)
    adding.set_defaults(run=add)
    commands.add_parser("list", help="who there is").set_defaults(run=listing)
    _naming(commands.add_parser("disable", help="end all sessions and let nobody sign in")).set_defaults(run=disable)
    _naming(commands.add_parser("enable", help="let somebody who was disabled sign in again")).set_defaults(run=enable)
    new_link = "print a new one-time link; the old password ends"
    _naming(commands.add_parser("reset", help=new_link)).set_defaults(run=reset)
    role = _naming(commands.add_parser("role", help="give somebody another role; they have to sign in again"))
    role.add_argument("role", choices=tuple(PERMISSIONS), metavar="ROLE", help=", ".join(PERMISSIONS))
    role.set_defaults(run=change_role)
    for command in commands.choices.values():
        command.add_argument("--json", action="store_true", help="print JSON")


def add(options: argparse.Namespace) -> int:
    """Add somebody; exit code 2 when the name is taken or the input cannot be used."""
    try:
        with opened() as (settings, store):
            given = _with_password(store, options) if options.password_file else _invited(settings, store, options)
    except staff.NameTaken as taken:
        return refuse(_taken(staff.typed(options.name), str(taken)))
    except WrongInputError as wrong:
        return refuse(str(wrong))
    _say({"name": staff.typed(options.name), "role": options.role, **given}, json=options.json)
    return 0


def listing(options: argparse.Namespace) -> int:
    """Show who there is, never a secret."""
    with opened() as (_, store):
        people = staff.listing(store)
    if options.json:
        as_json([{name: it for name, it in asdict(person).items() if name != "credentials"} for person in people])
    else:
        table(("name", "role", "language", "state"), ((p.name, p.role, p.language, _state(p)) for p in people))
    return 0


def disable(options: argparse.Namespace) -> int:
    """Shut somebody out; exit code 2 for an unknown name."""
    try:
        with opened() as (_, store):
            staff.disable(store, options.name, datetime.now(UTC), account=account())
            _warn_of_no_admin(store)
    except staff.UnknownName:
        return _unknown(options.name)
    _say({"name": options.name, "state": "disabled"}, json=options.json)
    return 0


def enable(options: argparse.Namespace) -> int:
    """Let somebody in again; exit code 2 for an unknown name."""
    try:
        with opened() as (_, store):
            if _person(store, options.name).disabled:
                staff.enable(store, options.name, datetime.now(UTC), account=account())
            person = _person(store, options.name)
    except staff.UnknownName:
        return _unknown(options.name)
    _say({"name": options.name, "state": _state(person)}, json=options.json)
    if not person.enrolled:
        say(f"desk: they have no password yet. `desk staff reset {options.name}` prints a link")
    return 0


def change_role(options: argparse.Namespace) -> int:
    """Give somebody another role; exit code 2 for an unknown name."""
    try:
        with opened() as (_, store):
            if _person(store, options.name).role != options.role:  # the same role again ends nobody's work
                staff.change_role(store, options.name, options.role, datetime.now(UTC), account=account())
            _warn_of_no_admin(store)
    except staff.UnknownName:
        return _unknown(options.name)
    _say({"name": options.name, "role": options.role}, json=options.json)
    return 0


def _warn_of_no_admin(store: Store) -> None:
    """Whoever may use this command can give the role back at any time; but nobody else can, and they should know."""
    if not any(person.role == "admin" and not person.disabled for person in staff.listing(store)):
        say("desk: nobody is an admin any more. `desk staff role NAME admin` makes somebody one")


def reset(options: argparse.Namespace) -> int:
    """Take password and second factor away and print a new link; exit code 2 for a disabled or an unknown name."""
    try:
        with opened() as (settings, store):
            if _person(store, options.name).disabled:  # the link of a disabled account opens nothing
                return refuse(f"{options.name} is disabled. Enable the account first: desk staff enable {options.name}")
            now = datetime.now(UTC)
            token = staff.reset(store, options.name, now, account=account())
    except staff.UnknownName:
        return _unknown(options.name)
    _say({"name": options.name, "link": invitation.address(settings, token)}, json=options.json)
    return 0


def _person(store: Store, name: str) -> staff.Staff:
    """Whoever has this name, however it is typed. Raises UnknownName."""
    found = (person for person in staff.listing(store) if staff.folded(person.name) == staff.folded(name))
    if (person := next(found, None)) is None:
        raise staff.UnknownName(name)
    return person


def _unknown(name: str) -> int:
    return refuse(f"nobody is called {name} (desk staff list)")


def _invited(settings: Settings, store: Store, options: argparse.Namespace) -> dict[str, str]:
    if options.totp_file:
        raise WrongInputError(
            "--totp-file goes with --password-file; with a link they set up their second factor themselves"
        )
    now, name = datetime.now(UTC), _name(options.name)
    token = staff.invite(store, name, options.role, options.language, now, account=account())
    return {"link": invitation.address(settings, token)}


def _with_password(store: Store, options: argparse.Namespace) -> dict[str, str]:
    name, password = _name(options.name), _password(options.password_file)
    secret = _secret(options.totp_file) if options.totp_file else pyotp.random_base32()
    now, kept = datetime.now(UTC), passwords.hash_now(password)
    staff.add(store, name, options.role, options.language, kept, secret, now, account=account())
    return {} if options.totp_file else {"totp": secret, "otpauth": codes.address(secret, name)}


def _name(text: str) -> str:
    name = staff.typed(text)
    if not name.isprintable() or not 1 <= len(name) <= 100 or not staff.seen(name):  # noqa: PLR2004 - said in the next line
        raise WrongInputError("a name has 1 to 100 characters, none of them invisible")
    return name


def _taken(name: str, theirs: str) -> str:
    said = f"somebody is called {theirs} already"
    return f"{said} (desk staff list)" if name == theirs else f"{said}, and {name} reads the same. Choose another name"


def _password(path: Path) -> str:
    password = _first_line(path)
    if not passwords.SHORTEST <= len(password) <= passwords.LONGEST:
        raise WrongInputError(
            f"the password in {path} must have {passwords.SHORTEST} to {passwords.LONGEST} characters"
        )
    return password


def _secret(path: Path) -> str:
    secret = _first_line(path).replace(" ", "").upper().rstrip("=")
    if not codes.usable(secret):
        raise WrongInputError(
            f"the second factor in {path} must be base32 (A to Z, 2 to 7), whole, of {codes.SHORTEST} letters or more"
        )
    return secret


def _first_line(path: Path) -> str:
    """A secret is read from a file, for every account of the machine may read what a command was called with."""
    try:
        return path.read_text("utf-8-sig").split("\n", 1)[0].removesuffix("\r")
    except UnicodeDecodeError:
        raise WrongInputError(f"{path} is not text: save it as UTF-8") from None
    except OSError as error:
        raise WrongInputError(f"{path} cannot be read: {UNREADABLE.get(type(error), error.strerror)}") from None


def _naming(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("name", metavar="NAME")
    return parser


def _state(person: staff.Staff) -> str:
    if person.disabled:
        return "disabled"
    if person.enrolled:
        return "can sign in"
    return "invited" if person.invited_until else "without a link"


def _say(values: dict[str, str], *, json: bool) -> None:
    if json:
        as_json(values)
    else:
        fields(values)
        if "link" in values:
            console.print(invitation.HOLDS)
