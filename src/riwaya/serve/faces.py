"""The vendored faces (IBM Plex Sans Arabic and Noto Naskh Arabic, OFL) and the rules that name them."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import resources

_FAMILIES = (("Naskh", "noto-naskh-arabic"), ("Plex", "ibm-plex-sans-arabic"))
_RANGES = {
    "arabic": "U+0600-06FF,U+0750-077F,U+08A0-08FF,U+FB50-FDFF,U+FE70-FEFF",
    "latin": "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+2122,U+2212",
}


@dataclass(frozen=True, slots=True)
class Face:
    family: str
    weight: int
    codes: str
    file: str


FACES = tuple(
    Face(family, weight, codes, f"{stem}-{script}-{weight}-normal.woff2")
    for family, stem in _FAMILIES
    for script, codes in _RANGES.items()
    for weight in (400, 700)
)


def read(face: Face) -> bytes:
    return resources.files("riwaya.serve").joinpath("static", "fonts", face.file).read_bytes()


def rules(source: Callable[[Face], str]) -> str:
    """`@font-face` rules, each face at what `source` gives for it."""
    return "\n".join(
        f"@font-face{{font-family:{face.family};font-weight:{face.weight};font-display:swap;unicode-range:{face.codes};"
        f"src:{source(face)} format('woff2')}}"
        for face in FACES
    )
