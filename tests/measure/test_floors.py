"""Figures only rise: each suite is run on the public sets and held to `measure/floors.json`."""

import json
from pathlib import Path

import pytest

from riwaya import measure

FLOORS = json.loads((Path(__file__).parents[2] / "measure" / "floors.json").read_text("utf-8"))


@pytest.mark.parametrize("suite", measure.SUITES)
def test_no_figure_falls_below_its_floor(suite, shared):
    report = measure.run(suite, shared)
    floors = FLOORS[suite]
    assert report.digest == floors["digest"], "other data than the floors were taken on: set them anew, on purpose"
    figures = {f.name: f for f in report.figures if f.held and not f.peer}
    assert set(figures) == set(floors["figures"])
    fallen = {
        n: (figures[n].value, low["value"]) for n, low in floors["figures"].items() if figures[n].value < low["value"]
    }
    assert not fallen
    assert {n: f.of for n, f in figures.items()} == {n: low["of"] for n, low in floors["figures"].items()}


@pytest.mark.parametrize("suite", measure.SUITES)
def test_a_folder_without_data_is_refused(suite, tmp_path):
    with pytest.raises(FileNotFoundError, match=str(tmp_path)):
        measure.run(suite, tmp_path)
