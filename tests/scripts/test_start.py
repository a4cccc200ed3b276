"""The starter that a double click runs, and the archive that installs without a network."""

import base64
import hashlib
import io
import os
import shutil
import subprocess
import sys
import zipfile
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
STUB = "import sys\nprint('started', *sys.argv[1:], flush=True)\n"


def loaded(path: Path) -> ModuleType:
    """A script as a module."""
    spec = spec_from_loader(path.stem, SourceFileLoader(path.stem, str(path)))
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def wheel(folder: Path) -> str:
    """Write a wheel of a package that stands for Streamlit, and return its line in a lock."""
    told = {
        "streamlit/__init__.py": "",
        "streamlit/__main__.py": STUB,
        "streamlit-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: streamlit\nVersion: 1.0\n",
        "streamlit-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    sums = [
        f"{name},sha256={base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip('=')},"
        for name, text in told.items()
    ]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, text in told.items():
            packed.writestr(name, text)
        packed.writestr("streamlit-1.0.dist-info/RECORD", "\n".join([*sums, "streamlit-1.0.dist-info/RECORD,,\n"]))
    folder.mkdir()
    (folder / "streamlit-1.0-py3-none-any.whl").write_bytes(out.getvalue())
    return f"streamlit==1.0 --hash=sha256:{hashlib.sha256(out.getvalue()).hexdigest()}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the starter, a lock and its wheels; in its name a blank and letters beyond ASCII."""
    folder = tmp_path / "Meine Länder"
    folder.mkdir()
    shutil.copy(ROOT / "start.py", folder)
    (folder / "requirements.lock").write_text(wheel(folder / "wheels"), encoding="utf-8")
    return folder


def start(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the starter where no registry can be reached."""
    closed = os.environ | {"PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "0", "PIP_TIMEOUT": "1"}
    command = [sys.executable, str(project / "start.py"), *arguments]
    return subprocess.run(command, env=closed, cwd="/", capture_output=True, text=True, check=False)


def test_it_installs_without_a_network_and_starts_from_anywhere(project: Path) -> None:
    """The second time it only starts."""
    done = start(project, "--server.port", "8600")
    assert done.returncode == 0, done.stderr
    assert "The first start" in done.stdout
    assert done.stdout.endswith("started run streamlit_app.py --server.port 8600\n")
    assert start(project).stdout == "started run streamlit_app.py\n"


def test_a_package_that_was_exchanged_is_not_installed(project: Path) -> None:
    path = next((project / "wheels").iterdir())
    path.write_bytes(path.read_bytes() + b"\0")
    done = start(project)
    assert done.returncode == 1 and "The packages could not be installed" in done.stderr
    assert "Traceback" not in done.stderr.rpartition("The packages")[2] and "started" not in done.stdout


def test_an_old_python_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    starter = loaded(ROOT / "start.py")
    monkeypatch.setattr(starter.sys, "version_info", (3, 10, 4))
    assert starter.main([]) == 1
    assert "Python 3.11 or newer is needed" in capsys.readouterr().err


def test_on_windows_the_python_of_the_folder_is_where_windows_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    starter = loaded(ROOT / "start.py")
    monkeypatch.setattr(starter.os, "name", "posix")
    assert starter.python().parts[-2:] == ("bin", "python")
    monkeypatch.setattr(starter, "os", type("Windows", (), {"name": "nt"}))
    assert starter.python().parts[-2:] == ("Scripts", "python.exe")


def test_the_archive_holds_what_starts_and_no_secret(tmp_path: Path) -> None:
    bundle = loaded(ROOT / "scripts" / "bundle")
    wheel(tmp_path / "wheels")
    with zipfile.ZipFile(
        io.BytesIO(bundle.archive("top", sorted((tmp_path / "wheels").iterdir()), "a==1\n"))
    ) as packed:
        names = set(packed.namelist())
        sums = packed.read("top/wheels/SHA256SUMS").decode()
        content = packed.read("top/wheels/streamlit-1.0-py3-none-any.whl")
    assert {"top/start.py", "top/streamlit_app.py", "top/requirements.lock", "top/.streamlit/config.toml"} <= names
    assert {"top/mapapp/__init__.py", "top/data/gazetteer/geonames.sqlite.xz"} <= names
    assert sums == f"{hashlib.sha256(content).hexdigest()}  streamlit-1.0-py3-none-any.whl\n"
    assert not [name for name in names if "secrets" in name or "__pycache__" in name or ".venv" in name]


@pytest.mark.parametrize(
    ("platform", "python", "numpy", "watchdog"),
    [
        ("win_amd64", "3.12", ">= '3.12'", True),
        ("win_amd64", "3.11", "< '3.12'", True),
        ("macosx_11_0_arm64", "3.12", ">= '3.12'", False),
    ],
)
def test_packages_for_another_system_can_be_asked_for(
    tmp_path: Path, platform: str, python: str, numpy: str, watchdog: bool
) -> None:
    """Those that it needs, and not those that this system needs."""
    bundle = loaded(ROOT / "scripts" / "bundle")
    command = bundle.fetching(tmp_path / "wheels", tmp_path / "lock", platform, python)
    assert command[-4:] == ["--platform", platform, "--python-version", python]
    assert {"--require-hashes", "--only-binary=:all:"} <= set(command)
    asked = (tmp_path / "lock").read_text(encoding="utf-8")
    lock = bundle.LOCK.read_text(encoding="utf-8").splitlines()
    line = next(line for line in lock if line.startswith("numpy==") and numpy in line)
    assert asked.count("numpy==") == 1 and line.partition(" ;")[0] in asked and ("watchdog==" in asked) is watchdog
    assert " ; " not in asked and sum("==" in line for line in asked.splitlines()) > 20
