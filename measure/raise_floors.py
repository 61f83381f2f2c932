"""Write measure/floors.json anew from what the suites give now: a floor rises, or stays; it never falls.

usage: python measure/raise_floors.py DATA [SUITE…]
Other data than the floors were taken on (another digest) starts that suite's floors over, and says so.
"""

import json
import math
import sys
from pathlib import Path
from typing import Any

from riwaya import measure

FLOORS = Path(__file__).with_name("floors.json")
PLACES = 1000  # floors are cut, not rounded, to three decimals


def risen(report: measure.Report, before: dict[str, Any]) -> dict[str, Any]:
    """The floors of one suite."""
    same = before.get("digest") == report.digest
    if before and not same:
        print(f"{report.suite}: other data, floors start over", file=sys.stderr)
    figures = {}
    for figure in report.figures:
        if figure.peer or not figure.held:
            continue
        low = before["figures"].get(figure.name, {}).get("value", 0.0) if same else 0.0
        if figure.value < low:
            print(f"{report.suite}: {figure.name} is {figure.value:.3f}, its floor stays {low:.3f}", file=sys.stderr)
        figures[figure.name] = {"value": max(low, math.floor(figure.value * PLACES) / PLACES), "of": figure.of}
    return {"digest": report.digest, "figures": figures}


def main(data: Path, suites: list[str]) -> None:
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    for suite in suites:
        floors[suite] = risen(measure.run(suite, data), floors.get(suite, {}))
    FLOORS.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or list(measure.SUITES))
