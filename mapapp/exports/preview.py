"""The page that a link to a view shows where it is shared: title, contents and picture, and a way on to the app.

It runs no script. Services that preview links read its Open Graph and Twitter tags, which need absolute addresses; what
a reader clicks is relative, so that it works below any base path.
"""

from html import escape
from pathlib import Path
from string import Template

from mapapp.exports.sheet import SIZES
from mapapp.message import series, tr
from mapapp.palette import THEMES
from mapapp.snapshot import Snapshot
from mapapp.words.contents import contents, introduced
from mapapp.words.language import Words
from mapapp.words.untold import markup, markups

SIZE = "social"
LOCALES = {"en": "en_GB", "fr": "fr_FR", "de": "de_DE", "ru": "ru_RU", "kk": "kk_KZ"}  # as Open Graph has them
_PAGE = Template(Path(__file__).with_suffix(".html").read_text(encoding="utf-8"))
_STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


def page(snapshot: Snapshot, root: str) -> str:
    """The page as HTML.

    ``root`` is the address below which the routes lie, with a slash at its end; without scheme and host previews do
    without the picture.
    """
    words, query = Words(snapshot.language), snapshot.view.query()
    title = words.say(snapshot.whole.title)
    alt = tr("Map: {title}. {contents}", title=snapshot.whole.title, contents=contents(snapshot))
    picture = f"snapshot.png?{query}&size={SIZE}"
    texts = {
        "language": words.language,
        "direction": words.direction,
        "locale": LOCALES.get(words.language, words.language),
        "title": title,
        "description": words.say(series(introduced(snapshot), " ")),
        "page": f"{root}card?{query}",
        "image": root + picture,
        "alt": words.say(alt),
        "picture": picture,
        "app": f"./?{query}",
        "open": words.say(tr("Open the interactive map")),
        "width": str(SIZES[SIZE][0]),
        "height": str(SIZES[SIZE][1]),
    }
    escaped = {name: escape(text) for name, text in texts.items()}
    own = snapshot.whole.language
    heading = markup(snapshot.whole.title, own, words)
    said = markups(introduced(snapshot), own, words)
    return _PAGE.substitute(escaped, style=style(snapshot.view.theme), heading=heading, said=said)


def style(theme: str) -> str:
    """The only style of the page, for the hash in its policy; ``theme`` is "light", "dark" or "" for the reader's."""
    if theme in THEMES:
        return f":root {{ {THEMES[theme].css()} }}\n{_STYLE}"
    dark = f"@media (prefers-color-scheme: dark) {{ :root {{ {THEMES['dark'].css()} }} }}"
    return f":root {{ {THEMES['light'].css()} }}\n{dark}\n{_STYLE}"
