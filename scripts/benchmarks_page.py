"""docs/benchmarks.md: each benchmark writes its own section between two marks and leaves the rest alone."""

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
