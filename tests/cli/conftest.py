import pytest

from command import ROOT
from riwaya.run import local
from riwaya.store import Store


@pytest.fixture(scope="session")
def river(tmp_path_factory):
    """A store of the samples' river story."""
    directory = tmp_path_factory.mktemp("river")
    with Store.open(directory) as store:
        local.build([str(ROOT / "samples" / "river")], store, 1)
    return directory
