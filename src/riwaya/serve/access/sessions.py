"""Sessions: who signed in and until when, in a cookie that only this process can sign. A restart ends them all."""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta

from riwaya.serve.access.accounts import Account, Accounts

LASTS = timedelta(hours=12)
COOKIE = "riwaya_session"
_PARTS = 4


class Sessions:
    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)

    def begin(self, account: Account, now: datetime) -> str:
        """The cookie of a new session. The password's hash is signed too, so that a new one ends the old sessions."""
        told = f"{account.name.encode().hex()}.{int((now + LASTS).timestamp())}.{secrets.token_hex(16)}"
        return f"{told}.{self._sign('session', told, account.digest)}"

    def of(self, cookie: str, accounts: Accounts, now: datetime) -> Account | None:
        """Whose session it is; None where it is nobody's, or over."""
        parts = cookie.split(".")
        if len(parts) != _PARTS or not cookie.isascii():
            return None
        name, until, nonce, sign = parts
        try:
            account = accounts.get(bytes.fromhex(name).decode())
            over = int(until) <= now.timestamp()
        except ValueError:
            return None
        digest = account.digest if account else ""
        right = hmac.compare_digest(sign, self._sign("session", f"{name}.{until}.{nonce}", digest))
        return account if right and not over else None

    def form_token(self, session: str) -> str:
        """What a form of this session carries, so that no other site can send one in its name."""
        return self._sign("form", session, "")

    def is_form_token(self, token: str, session: str) -> bool:
        return token.isascii() and hmac.compare_digest(token, self.form_token(session))

    def _sign(self, what: str, told: str, digest: str) -> str:
        return hmac.new(self._key, f"{what} {told} {digest}".encode(), hashlib.sha256).hexdigest()
