"""The user file: a line a user, tab between name, role, kind and hash. Passwords by argon2id, tokens by SHA-256.

A token is 256 random bits, so that a plain digest is enough and a program's every request costs nothing; a password is
what a person chose, so that each guess has to cost.
"""

import hashlib
import hmac
import os
import re
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Self

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from riwaya.errors import RiwayaError

SHORTEST = 10  # letters of a password
_NAME = re.compile(r"[\w.@-]{1,64}")
_FIELDS = 4


class Role(StrEnum):
    READER = "reader"
    EDITOR = "editor"


class Kind(StrEnum):
    PASSWORD = "password"  # noqa: S105 - the kind, no password
    TOKEN = "token"  # noqa: S105 - the kind, no token


@dataclass(frozen=True, slots=True)
class Account:
    name: str
    role: Role
    kind: Kind
    digest: str


class Accounts:
    """The users of one file. Changes are written whole, to a file that only its owner may read."""

    def __init__(self, held: Mapping[str, Account], path: Path | None = None) -> None:
        self._held = dict(held)
        self._path = path

    @classmethod
    def read(cls, path: Path) -> Self:
        """The users of `path`.

        Raises:
            RiwayaError: no such file, a line that is no user, or nobody in it.
        """
        try:
            lines = path.read_text("utf-8").splitlines()
        except (OSError, UnicodeError) as fault:
            message = f"the user file {path} can't be read; make one with: riwaya users add NAME --users {path}"
            raise RiwayaError(message) from fault
        accounts = [_account(line, path) for line in lines if line.strip() and not line.startswith("#")]
        if not accounts:
            message = f"the user file {path} names nobody; riwaya users add NAME --users {path}"
            raise RiwayaError(message)
        return cls({account.name: account for account in accounts}, path)

    @classmethod
    def at(cls, path: Path) -> Self:
        """As `read`, to change it; empty where there is no file yet."""
        return cls.read(path) if path.exists() and path.read_text("utf-8").strip() else cls({}, path)

    def __iter__(self) -> Iterator[Account]:
        return iter(self._held.values())

    def get(self, name: str) -> Account | None:
        return self._held.get(name)

    def signed_in(self, name: str, password: str) -> Account | None:
        """Whoever has this name and password. An unknown name takes as long as a wrong password."""
        account = self._held.get(name)
        right = account is not None and account.kind is Kind.PASSWORD
        digest = account.digest if account is not None and right else _nobody()
        try:
            _hasher().verify(digest, password)
        except (VerificationError, InvalidHashError):
            return None
        return account if right else None

    def bearing(self, token: str) -> Account | None:
        """Whose token it is. All are compared, so that the time tells nothing."""
        digest = _digest(token)
        tokens = [account for account in self._held.values() if account.kind is Kind.TOKEN]
        found = [account for account in tokens if hmac.compare_digest(account.digest, digest)]
        return found[0] if found else None

    def add(self, name: str, role: Role, password: str) -> None:
        """A user with a password, in the place of one of that name.

        Raises:
            RiwayaError: the name or the password can't be one.
        """
        if len(password) < SHORTEST:
            message = f"a password has {SHORTEST} letters at least"
            raise RiwayaError(message)
        self._put(Account(_named(name), role, Kind.PASSWORD, _hasher().hash(password)))

    def add_token(self, name: str, role: Role) -> str:
        """A user who is a program; its token, which is kept nowhere else."""
        token = secrets.token_urlsafe(32)
        self._put(Account(_named(name), role, Kind.TOKEN, _digest(token)))
        return token

    def remove(self, name: str) -> bool:
        gone = self._held.pop(name, None)
        self._write()
        return gone is not None

    def _put(self, account: Account) -> None:
        self._held[account.name] = account
        self._write()

    def _write(self) -> None:
        if self._path is None:
            return
        lines = [f"{a.name}\t{a.role}\t{a.kind}\t{a.digest}" for a in self._held.values()]
        part = self._path.with_name(f"{self._path.name}.part")
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:  # noqa: PTH123 - a descriptor
            file.write("# Users of riwaya serve: name, role, kind, hash. Written by riwaya users.\n")
            file.write("".join(f"{line}\n" for line in lines))
        part.replace(self._path)


def _account(line: str, path: Path) -> Account:
    parts = line.split("\t")
    if len(parts) != _FIELDS or parts[1] not in set(Role) or parts[2] not in set(Kind) or not _NAME.fullmatch(parts[0]):
        message = f"the user file {path} has a line that is no user: {parts[0][:40]!r}"
        raise RiwayaError(message)
    return Account(parts[0], Role(parts[1]), Kind(parts[2]), parts[3])


def _named(name: str) -> str:
    if not _NAME.fullmatch(name):
        message = f"{name!r} is no user's name: letters, digits, . @ - _, 64 at most"
        raise RiwayaError(message)
    return name


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()  # argon2id with RFC 9106's second set of costs


@cache
def _nobody() -> str:
    """The hash of a password that nobody has."""
    return _hasher().hash(secrets.token_urlsafe(32))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
