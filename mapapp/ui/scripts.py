"""What the scripts of our components are made of, and the words that they say."""

from pathlib import Path

HERE = Path(__file__).parent


def read(*paths: Path) -> str:
    """The files, one after the other."""
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)
