"""What the surroundings decide: DESK_* variables and .env, read once, typed, refused loudly when wrong."""

import ipaddress
import re
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from desk.files import is_full, sync_folder
from desk.keys import Keyring, make_list, read_keys, read_list
from desk.rules.addresses import email_address
from desk.surroundings import SECRETS, SettingsError, secrets_from_files, source, surroundings

__all__ = ["SECRETS", "Settings", "SettingsError", "misspelt", "read", "surroundings", "unknown"]

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
DATABASE = re.compile(
    r"sqlite:///(?!:memory:).+"
    r"|postgresql(?:\+psycopg)?://(?:[^@]*@)?(?:\[[0-9a-fA-F:.]+\]|[^@/:]*)(?::[0-9]{1,5})?(?:/.*)?"
)
ORIGIN = re.compile(r"https?://(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*|\[[0-9a-f:.]+\])(?::(?P<port>[0-9]{1,5}))?")
PORTS = range(1, 65536)
# What is wrong with a number or a choice, in our words instead of pydantic's.
WRONG = {
    "int_parsing": "must be a whole number",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "literal_error": "must be one of {expected}",
}
NOT_SETTINGS = ("DESK_TEST_POSTGRESQL", "DESK_CHROMIUM", "DESK_PICTURES")  # what the tests ask the surroundings


class Settings(BaseSettings):
    """Every setting of the desk. The description of each is what `desk config` and the README print."""

    model_config = SettingsConfigDict(
        env_prefix="DESK_", env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    data: Path = Field(Path("data"), description="the one folder with all state")
    database: SecretStr | None = Field(
        None, description="sqlite:///… or postgresql://…; SQLite in the data folder unless set"
    )
    keys: SecretStr | None = Field(
        None, description="the key list, id:secret a line, newest first; keys.txt in the data folder unless set"
    )
    host: str = Field("127.0.0.1", min_length=1, description="the address to listen on")
    port: int = Field(8000, ge=1, le=65535, description="the port to listen on, 1 to 65535")
    origin: str = Field(
        "", description="the public address, such as https://inquiry.example.com; http://HOST:PORT unless set"
    )
    workers: int = Field(1, ge=1, le=64, description="processes that answer, 1 to 64")
    organisation: Path | None = Field(None, description="the organisation file; the shipped one unless set")
    signs: Path | None = Field(None, description="a folder with sign files of your own, read beside the shipped ones")
    locales: Path | None = Field(None, description="a folder with policy and notice texts of your own, in ja/ and en/")
    limit_address: int = Field(
        8, ge=1, description="submissions from one address (and one e-mail address) in 10 minutes"
    )
    limit_all: int = Field(600, ge=1, description="submissions in all in an hour")
    trusted_proxies: Annotated[tuple[Network, ...], NoDecode] = Field(
        (), description="addresses or networks of reverse proxies whose X-Forwarded-For is believed, comma-separated"
    )
    smtp_host: str = Field(
        "", description="the mail server; mails are written to the data folder as .eml files unless set"
    )
    smtp_port: int = Field(25, ge=1, le=65535, description="its port, 1 to 65535")
    smtp_security: Literal["none", "starttls", "tls"] = Field("none", description="none, starttls or tls")
    smtp_user: str = Field("", description="its user name, where it asks for one")
    smtp_password: SecretStr | None = Field(None, description="the password that goes with it")
    mail_from: str = Field("", description="the sender of every mail; no-reply@ the host of DESK_ORIGIN unless set")
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="debug, info, warning or error")

    @field_validator("trusted_proxies", mode="before")
    @classmethod
    def _networks(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        parts = [part.strip() for part in value.split(",") if part.strip()]
        try:
            return tuple(map(ipaddress.ip_network, parts))
        except ValueError as error:
            raise ValueError(f"{error}; allowed are addresses and networks such as 192.0.2.1, 10.0.0.0/8") from None

    @field_validator("database")
    @classmethod
    def _known_database(cls, value: SecretStr | None) -> SecretStr | None:
        if value and not DATABASE.fullmatch(value.get_secret_value()):
            raise ValueError("allowed are sqlite:///path/to/file and postgresql://user:password@host/name")
        return value

    @field_validator("origin")
    @classmethod
    def _bare_origin(cls, value: str) -> str:
        address = ORIGIN.fullmatch(value.rstrip("/").lower())
        if value and (address is None or int(address["port"] or 1) not in PORTS):
            raise ValueError(
                "allowed is http:// or https://, a host (in its xn-- form) and perhaps a port, nothing behind it"
            )
        return value.rstrip("/").lower()

    @field_validator("mail_from")
    @classmethod
    def _one_address(cls, value: str) -> str:
        if value and email_address(value) is None:
            raise ValueError("allowed is one bare e-mail address, such as desk@example.com")
        return value

    @model_validator(mode="after")
    def _files_exist(self) -> "Settings":
        for name, kind in (("organisation", "file"), ("signs", "folder"), ("locales", "folder")):
            path = getattr(self, name)
            if path is not None and (wrong := _amiss(path, kind)):
                raise ValueError(f"DESK_{name.upper()}: {path} {wrong}")
        return self

    @model_validator(mode="after")
    def _account_is_whole(self) -> "Settings":
        """One half alone would sign in nowhere; without a server both idle, which `desk doctor` says."""
        if self.smtp_host and bool(self.smtp_user) != bool(self.smtp_password):
            user, password = "DESK_SMTP_USER", "DESK_SMTP_PASSWORD"
            there, missing = (user, password) if self.smtp_user else (password, user)
            raise ValueError(f"{there} is set without {missing}. Set both, or neither where the server asks for none")
        return self

    @property
    def address(self) -> str:
        """The public address without a trailing slash."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return self.origin or f"http://{host}:{self.port}"

    @property
    def database_url(self) -> str:
        """The database as SQLAlchemy names it."""
        if self.database is None:
            return f"sqlite:///{self.data.resolve() / 'desk.sqlite3'}"
        return self.database.get_secret_value().replace("postgresql://", "postgresql+psycopg://", 1)

    @property
    def keys_file(self) -> Path:
        """Where the keys lie unless they are set."""
        return self.data / "keys.txt"

    @property
    def sender(self) -> str:
        """The From address of every mail."""
        host = urlsplit(self.address).hostname or ""
        return self.mail_from or f"no-reply@{host if host.count('.') and not host[-1].isdigit() else 'example.com'}"

    def keyring(self) -> Keyring:
        """The keys. Raises KeyringError, SettingsError."""
        if self.keys is not None:
            return read_keys(self.keys.get_secret_value(), source("keys"))
        try:
            return read_list(self.keys_file)
        except OSError as error:
            raise self._keys_out_of_reach(error) from error

    def make_keys(self) -> None:
        """Make the first key of a new desk in the data folder, unless keys are set or there. Raises SettingsError."""
        if self.keys is None:
            try:
                make_list(self.keys_file)
            except OSError as error:
                raise self._keys_out_of_reach(error) from error

    def _keys_out_of_reach(self, error: OSError) -> SettingsError:
        remedy = "Make room on the disk" if is_full(error) else "Let this account read and write there"
        return SettingsError(f"DESK_DATA: {self.keys_file} cannot be read or made ({error.strerror}). {remedy}")

    def prepare_data(self) -> None:
        """Make the data folder, readable by its owner alone. Raises SettingsError naming the remedy."""
        try:
            missing = [folder for folder in (self.data, *self.data.parents) if not folder.exists()]
            self.data.mkdir(mode=0o700, parents=True, exist_ok=True)
            for folder in missing:  # its name has to outlive a power failure as what it holds does
                sync_folder(folder.parent)
        except OSError as error:
            remedy = "Make room on the disk" if is_full(error) else "Name a folder that can"
            raise SettingsError(f"DESK_DATA: {self.data} cannot be made ({error.strerror}). {remedy}") from error


def _amiss(path: Path, kind: str) -> str:
    """What is wrong with a path to a file or a folder, as `kind` says, and the remedy; "" where nothing is."""
    try:
        if kind == "folder" and path.is_dir():
            next(path.iterdir(), None)  # one that may not be looked into would be found empty later
            return ""
        if kind == "file" and path.is_file():
            return ""
        wrong = f"is no {kind}" if path.exists() else "is not there"
        remedy = "Name the folder that it lies in" if kind == "folder" and path.is_file() else "Correct the path"
    except OSError as error:
        return f"cannot be entered ({error.strerror}). Let this account read it"
    return f"{wrong}. {remedy} or take the setting away"


def read() -> Settings:
    """The settings of this process. Raises SettingsError that names every wrong variable and what is allowed."""
    try:
        from_files: dict[str, Any] = dict(secrets_from_files(surroundings()))
        return Settings(**from_files)
    except ValidationError as error:
        raise SettingsError("\n".join(_sentence(dict(fault)) for fault in error.errors())) from None


def misspelt(environment: Mapping[str, str]) -> list[str]:
    """A sentence for each variable that `unknown` finds, with the name that was most likely meant."""
    return [_meant(name) for name in unknown(environment)]


def unknown(environment: Mapping[str, str]) -> list[str]:
    """The DESK_* variables that mean nothing here: most likely misspelt."""
    known = {*_variables(), *NOT_SETTINGS}
    return sorted(name for name in environment if name.startswith("DESK_") and name not in known)


def _meant(name: str) -> str:
    nearest = get_close_matches(name, _variables(), n=1)
    return f"{name} is not a setting" + (f"; did you mean {nearest[0]}?" if nearest else ". `desk config` lists them")


def _variables() -> list[str]:
    every = [*Settings.model_fields, *(f"{name}_file" for name in SECRETS)]
    return [f"DESK_{name.upper()}" for name in every]


def _sentence(fault: Mapping[str, object]) -> str:
    place = fault["loc"]
    context: Any = fault.get("ctx", {})
    ours = WRONG.get(str(fault["type"]))
    message = ours.format(**context) if ours else str(fault["msg"]).removeprefix("Value error, ")
    if not isinstance(place, tuple) or not place:
        return message
    name = str(place[0])
    field = Settings.model_fields[name]
    shown = "" if name in SECRETS else f" (it is {fault['input']!r})"
    return f"DESK_{name.upper()}: {message}{shown}. What it is: {field.description}"
