"""How a reader wants a page: language, theme, digits and months, kept in cookies that say nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Self, TypeVar

from riwaya.serve.tongue import Digits, Language, Months, Tongue

E = TypeVar("E", bound=StrEnum)


class Theme(StrEnum):
    AUTO = "auto"  # as the reader's system has it
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    language: Language = Language.AR
    theme: Theme = Theme.AUTO
    digits: Digits = Digits.ARABIC
    months: Months = Months.PAIR

    @classmethod
    def of(cls, given: Mapping[str, str]) -> Self:
        """From cookies or a form; what is not there or unknown is as it comes."""
        return cls(
            language=_chosen(Language, given, "language", Language.AR),
            theme=_chosen(Theme, given, "theme", Theme.AUTO),
            digits=_chosen(Digits, given, "digits", Digits.ARABIC),
            months=_chosen(Months, given, "months", Months.PAIR),
        )

    @property
    def tongue(self) -> Tongue:
        return Tongue(self.language, self.digits, self.months)

    def cookies(self) -> dict[str, str]:
        return {field.name: str(getattr(self, field.name)) for field in fields(self)}


def _chosen(kind: type[E], given: Mapping[str, str], name: str, default: E) -> E:
    value = given.get(name, "")
    return kind(value) if value in set(kind) else default
