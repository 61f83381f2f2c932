"""Why a statement stands: the rule that found it, and each of its parts with its place in the article's text."""

from dataclasses import dataclass

from riwaya.records import Span, Statement
from riwaya.statements.rules import Rule, rule

__all__ = ["Part", "Rule", "parts", "rule"]

_CARRIED = "من جملة سابقة"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a statement: its name, its words as they stand in the text (or a note), and where they stand."""

    name: str
    words: str
    span: Span | None = None


def parts(statement: Statement, text: str) -> tuple[Part, ...]:
    """The parts in the order in which the grammar finds them: cue, content, quotations, speaker, what stands round."""
    spans = statement.spans
    places = [("لفظ القول", spans.cue), ("الكلام", spans.content)]
    places += [("بين علامتين", span) for span in spans.quotes]
    found = [_part(name, text, span) for name, span in places]
    if spans.speaker is None:
        found.append(Part(name="القائل", words=f"{statement.speaker.name} ({_CARRIED})"))
    else:
        found.append(_part("القائل", text, spans.speaker))
    round_it = [("الناقل", span) for span in spans.via]
    round_it += [("اليوم", spans.said_on)] if spans.said_on else []
    round_it += [("إلى", spans.addressee)] if spans.addressee else []
    return (*found, *(_part(name, text, span) for name, span in round_it))


def _part(name: str, text: str, span: Span) -> Part:
    return Part(name=name, words=text[slice(*span)], span=span)
