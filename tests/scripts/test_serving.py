"""Processes that tests, attacks and benchmarks start live as long as their block."""

import subprocess
import sys
from pathlib import Path

import pytest
import serving


@pytest.mark.parametrize("deaf", [False, True], ids=["ends when asked", "has to be killed"])
def test_a_process_ends_with_its_block_however_that_ends(deaf: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "PATIENCE", 0.2 if deaf else 30.0)
    code = f"import signal, time; signal.signal(15, {int(deaf)}); print(1, flush=True); time.sleep(600)"
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert process.stdout and process.stdout.readline()
    with pytest.raises(ZeroDivisionError), serving._ended(process):
        raise ZeroDivisionError
    assert process.poll() is not None
    process.stdout.close()


def test_an_app_whose_block_fails_is_gone(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), serving.running(serving.APP, tmp_path / "log") as app:
        raise ZeroDivisionError
    assert app.process.poll() is not None
