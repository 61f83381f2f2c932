"""Where bytes came from, and captures made of them."""

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import datetime

from riwaya.errors import Reason, Rejected
from riwaya.records import Capture, Origin

_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What is known of some bytes before they are read. `media_type` and `charset` are as a server declared them."""

    name: str
    origin: Origin
    url: str | None = None
    fetched_at: datetime | None = None
    media_type: str | None = None
    charset: str | None = None

    def member(self, name: str) -> "Source":
        return replace(self, name=f"{self.name}!{name}")

    def capture(self, content: bytes, media_type: str) -> Capture:
        return Capture(
            id=hashlib.sha256(content).hexdigest(),
            name=self.name,
            url=self.url,
            fetched_at=self.fetched_at,
            media_type=media_type,
            charset=self.charset,
            origin=self.origin,
            content=content,
        )

    def reject(self, reason: Reason, detail: str) -> Rejected:
        return Rejected(subject=self.name, reason=reason, detail=_BLANKS.sub(" ", detail).strip()[:300])
