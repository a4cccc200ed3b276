"""What Streamlit itself says in the browser, always in English: `framework_words.js` says it as the page does.

Only what a reader can meet here stands in the table. {x} is what Streamlit puts in.
"""

from mapapp.languages import ENGLISH
from mapapp.message import in_context, pattern, tr
from mapapp.words.language import Words

_TEXTS = (
    tr("Skip to main content"),
    tr("Choose an option"),
    tr("Choose options"),
    tr("No results"),
    tr("No options to select"),
    tr("Clear all"),
    tr("Clear value"),
    tr("Select all"),
    tr("Selected values"),
    tr("Multiselect options"),
    tr("Selectbox options"),
    in_context("Streamlit", "Open"),
    in_context("Streamlit", "Close"),
    tr("Dismiss"),
    in_context("Streamlit", "Upload"),
    tr("Add files"),
    tr("Browse files"),
    tr("file upload"),
    tr("Drag and drop a file here"),
    tr("Drag and drop files here"),
    tr("Drag and drop file here"),
    tr("Only one file is allowed."),
    tr("Upload failed"),
    tr("Click to retry upload"),
    tr("Add row"),
    tr("Delete row(s)"),
    tr("Download as CSV"),
    tr("Show/hide columns"),
    tr("Fullscreen"),
    tr("Close fullscreen"),
    tr("Search"),
    tr("Close Search"),
    tr("Clear selection"),
    tr("Copy column name"),
    tr("Sort ascending"),
    tr("Sort descending"),
    tr("Pin column"),
    tr("Unpin column"),
    tr("Hide column"),
    tr("Autosize"),
    tr("Help"),
)
_PATTERNS = (
    pattern("Help for {x}"),
    pattern("Remove {x}"),
    pattern("{x}MB per file"),
    pattern("Press {x} to apply"),
    pattern("Press {x} to submit form"),
    pattern("Select {x}"),
    pattern("Cancel upload of {x}"),
    pattern("File must be {x} or smaller."),
)


def framework_words(words: Words) -> dict[str, str]:
    """What Streamlit says by its English; nothing for English."""
    if words.language == ENGLISH:
        return {}
    blank = {text: words.say(tr(text, x="{x}")) for text in _PATTERNS}
    return {str.__str__(text): words.say(text) for text in _TEXTS} | blank
