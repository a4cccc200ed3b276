"""What the scripts of our components are made of, and the words that they say."""

from pathlib import Path

from mapapp.maps import bundle

HERE = Path(__file__).parent


def read(*paths: Path) -> str:
    """The files, one after the other; scripts without what browsers pass over, as Streamlit sends them at every run."""
    texts = ((path.suffix, path.read_text(encoding="utf-8")) for path in paths)
    return "\n".join(bundle.stripped(text) if suffix == ".js" else text for suffix, text in texts)
