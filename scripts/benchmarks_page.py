"""What benchmarks share: their command line, and docs/benchmarks.md, where each has a section between two marks."""

import argparse
import re
from pathlib import Path

from mapapp import files


def write_section(page: Path, name: str, text: str) -> None:
    """Put the text between the marks of that name. Raises ValueError if the page has none."""
    start, end = f"<!-- {name} -->", f"<!-- end of {name} -->"
    content = page.read_text(encoding="utf-8")
    if start not in content or end not in content:
        raise ValueError(f"{page.name} has no section {name}")
    section = re.compile(re.escape(start) + ".*?" + re.escape(end), re.DOTALL)
    files.write(page, section.sub(lambda _: f"{start}\n{text}\n{end}", content))


def asked(about: str | None, **folders: str) -> argparse.Namespace:
    """What the command line asks for: ``write``, and for each further name a folder or None; the values tell what for.

    ``about`` is what ``--help`` prints, which ends the process; so does what is unknown, before anything is measured.
    """
    parser = argparse.ArgumentParser(
        description=about, usage=argparse.SUPPRESS, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="put the table into docs/benchmarks.md")
    for name, purpose in folders.items():
        parser.add_argument(f"--{name}", type=Path, metavar="FOLDER", help=purpose)
    return parser.parse_args()
