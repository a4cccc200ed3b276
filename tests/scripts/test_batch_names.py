"""The names of the benchmark of tables of any size are what it says they are."""

import sys
from collections import Counter
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader

from architecture.imports import ROOT

from mapapp.folding import fold

_LOADER = SourceFileLoader("benchmark_batch", str(ROOT / "scripts" / "benchmark-batch"))
_SPEC = spec_from_loader("benchmark_batch", _LOADER)
assert _SPEC
batch = sys.modules["benchmark_batch"] = module_from_spec(_SPEC)
_LOADER.exec_module(batch)


def test_a_tenth_is_misspelt_a_tenth_names_nothing_and_each_is_there_once() -> None:
    rows = batch.names(3000)
    assert Counter(row.what for row in rows) == {batch.REAL: 2400, batch.SLIP: 300, batch.NOTHING: 300}
    assert len({fold(row.text) for row in rows}) == 3000
    assert all(row.country for row in rows if row.what == batch.SLIP)
    assert rows == batch.names(3000)
