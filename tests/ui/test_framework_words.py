"""What Streamlit says of its own is known by its English, for the script that says it in the reader's language."""

from pathlib import Path

import pytest
import streamlit

from mapapp.ui.framework_words import framework_words
from mapapp.words.language import Words

SCRIPTS = Path(streamlit.__file__).parent / "static" / "static" / "js"
OLDER = {"Browse files", "Drag and drop file here"}  # of releases that the requirements still allow


def test_english_is_left_as_it_is() -> None:
    assert framework_words(Words("en")) == {}


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_every_text_is_said_and_keeps_what_streamlit_puts_in(language: str) -> None:
    for own, told in framework_words(Words(language)).items():
        assert told and told != own, own
        assert ("{x}" in own) == ("{x}" in told), own


def test_streamlit_still_says_them() -> None:
    """A text that a new release says otherwise would stay English: this names it."""
    code = "".join(path.read_text(encoding="utf-8", errors="replace") for path in SCRIPTS.glob("*.js"))
    said = [text for text in framework_words(Words("ru")) if text not in OLDER]
    parts = {text: max(text.split("{x}"), key=len).strip() for text in said}
    parts["{x}MB per file"] = "per file"
    parts["Press {x} to apply"] = parts["Press {x} to submit form"] = "Press Enter to "
    assert [text for text, part in parts.items() if part not in code] == []
