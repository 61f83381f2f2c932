"""The dossier's parts, in the order in which they lean on one another."""

from collections import Counter
from dataclasses import replace

from riwaya.dossier.claims import claims
from riwaya.dossier.coverage import coverage
from riwaya.dossier.inconsistencies import inconsistencies
from riwaya.dossier.material import Desk, Material, lay_out
from riwaya.dossier.propositions import Reader
from riwaya.dossier.reports import independent_texts, reports
from riwaya.dossier.speakers import Cast
from riwaya.dossier.timeline import timeline
from riwaya.dossier.utterances import Weights, utterances
from riwaya.records import Dossier, Name, Related, Story


def make(story: Story, material: Material) -> Dossier:
    """The dossier of `story`; what `material` holds of other stories is left aside."""
    desk = lay_out(story, material)
    cast = Cast(desk.statements, desk.decided)
    weights = Weights(desk.statements)
    reader = Reader(desk)
    meant = reader.read()
    said = utterances(desk, cast, weights, meant)
    stated = claims(desk, said, cast, meant)
    return Dossier(
        story=story,
        reports=reports(desk),
        independent_texts=independent_texts(desk),
        copies=desk.copies,
        claims=stated,
        statements=desk.statements,
        coverage=coverage(desk, said, cast, weights),
        timeline=timeline(desk, said, cast, stated),
        names=_names(desk, material),
        inconsistencies=inconsistencies(desk, stated, reader),
        related=_related(story, material),
        keywords=story.keywords,
        families=tuple(material.families),
    )


def _related(story: Story, material: Material) -> tuple[Related, ...]:
    titles = {other.id: other.title for other in material.stories}
    return tuple(replace(one, title=titles.get(one.story, one.title)) for one in story.related)


def _names(desk: Desk, material: Material) -> tuple[Name, ...]:
    """Names that the story's articles mention, the most mentioned first."""
    count = Counter(mention.entity for found in desk.mentions.values() for mention in found)
    held = [name for name in material.names if name.entity in count]
    return tuple(sorted(held, key=lambda n: (-count[n.entity], n.entity)))
