"""The pages for readers: one of each tour, and one that lists the tours. No script runs on them."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from string import Template

from mapapp.exports import FORMATS, Format
from mapapp.exports.in_words import in_words, story_in_words
from mapapp.exports.preview import LOCALES
from mapapp.exports.sheet import SIZES
from mapapp.languages import ENGLISH, offered
from mapapp.maps.document import csp_hash, script_json, tongue
from mapapp.message import plural, series, tr
from mapapp.palette import THEMES
from mapapp.publishing.addresses import FEED, OEMBED, Published, below
from mapapp.publishing.schema_org import graph
from mapapp.publishing.versions import INDEX, Pages, alternates, indexes, switch, versions
from mapapp.words import written
from mapapp.words.cards import cards
from mapapp.words.contents import as_of_line, contents, credits_of, introduced, notices, sentence
from mapapp.words.language import Words
from mapapp.words.told import told, told_snapshot
from mapapp.words.untold import markup

TITLE, ALL = tr("Tours"), tr("All tours")
_LAST = "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17))
_NO_HTML = re.compile(f"[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef{_LAST}]")  # controls and noncharacters
PICTURE = "social.png"
_HERE = Path(__file__).parent
_TOUR, _INDEX = (Template((_HERE / name).read_text(encoding="utf-8")) for name in ("tour.html", "index.html"))
_DARK = f"@media (prefers-color-scheme: dark) {{ :root {{ {THEMES['dark'].css()} }} }}"
STYLE = f":root {{ {THEMES['light'].css()} }}\n{_DARK}\n{(_HERE / 'page.css').read_text(encoding='utf-8')}"
POLICY = f"default-src 'none'; base-uri 'none'; form-action 'none'; img-src 'self' data:; style-src {csp_hash(STYLE)}"


def tour_page(tour: Published, address: str, sizes: Mapping[str, int], others: Pages | None = None) -> bytes:
    """Title, summary, picture, events with sources, and the files with their ``sizes`` in bytes, in UTF-8.

    ``address`` is that of the site, with a slash at its end; "" leaves out what needs it. ``others`` are the pages of
    the tour in its languages, this one among them.
    """
    said, words, others = tour.snapshot, Words(tour.snapshot.language), others or {}
    whole = told(said.whole, words.language)
    here, picture, oembed = (below(address, tour.name, file) if address else "" for file in (INDEX, PICTURE, OEMBED))
    page = _TOUR.substitute(
        {name: escape(value) for name, value in words.said(_texts(tour)).items()},
        tongue=tongue(words),
        switch=switch(others, f"{tour.name}/{INDEX}", words.language),
        alternates=alternates(others, address),
        absolute=_absolute(here, picture, oembed, words.language),
        style=STYLE,
        graph=script_json(graph(whole, here, picture)),
        itinerary=written.itinerary(cards(said.whole, words), words),
        told=story_in_words(said, words) + in_words(said, words),
        files="\n".join(_file(format_, sizes[format_.name], words) for format_ in FORMATS),
    )
    return _encoded(page)


def _texts(tour: Published) -> dict[str, str]:
    """What the page says, in plain text."""
    snapshot, words = told_snapshot(tour.snapshot), Words(tour.snapshot.language)
    whole = snapshot.whole
    lines = (contents(snapshot), as_of_line(whole))
    return {
        "policy": POLICY,
        "title": whole.title,
        "description": series(introduced(snapshot), " "),
        "alt": tr("Map: {title}. {contents}", title=whole.title, contents=contents(snapshot)),
        "picture": PICTURE,
        "width": str(SIZES["social"][0]),
        "height": str(SIZES["social"][1]),
        "contents": " ".join(sentence(words.say(line)) for line in lines if line),
        "notice": series(notices(snapshot), " "),
        "credits": tr("Places: {credits}.", credits=series(credits_of(snapshot), "; ")),
        "all": ALL,
        "index": _index_of(tour.name, words.language),
        "open": tr("Open the map"),
        "events": tr("Events"),
        "heading": tr("Files"),
    }


def _encoded(page: str) -> bytes:
    """The page in UTF-8, with U+FFFD for every character that HTML cannot hold."""
    return _NO_HTML.sub("\N{REPLACEMENT CHARACTER}", page).encode("utf-8", "replace")


def _absolute(page: str, picture: str, oembed: str, language: str) -> str:
    """The tags that need the address of the page."""
    if not page:
        return ""
    page, picture, oembed = map(escape, (page, picture, oembed))
    width, height = SIZES["social"]
    return "\n".join(
        (
            f'<link rel="canonical" href="{page}">',
            f'<link rel="alternate" type="application/json+oembed" href="{oembed}">',
            f'<meta property="og:url" content="{page}">',
            f'<meta property="og:locale" content="{LOCALES.get(language, language)}">',
            f'<meta property="og:image" content="{picture}">',
            '<meta property="og:image:type" content="image/png">',
            f'<meta property="og:image:width" content="{width}">',
            f'<meta property="og:image:height" content="{height}">',
            f'<meta name="twitter:image" content="{picture}">',
        )
    )


def _index_of(name: str, language: str) -> str:
    """The list of the tours, from the page of one; pages in other languages than a tour's own lie one folder deeper."""
    file = f"index.{language}.html" if language != ENGLISH and language in offered() else INDEX
    return f"../../{file}" if "/" in name else f"../{file}"


def _file(format_: Format, size: int, words: Words) -> str:
    said = words.say(format_.purpose)
    name, purpose = escape(format_.name), escape(said[:1].upper() + said[1:])
    title = escape(words.say(format_.title))
    return f'<tr><td><a href="{name}">{title}</a></td><td>{purpose}.</td><td>{escape(_size(size, words))}</td></tr>'


def _size(number: int, words: Words) -> str:
    """Bytes in words: ``240 KB``, ``1.4 MB``."""
    if number < 999_500:
        return words.say(tr("{n} KB", n=max(1, round(number / 1000))))
    return words.say(tr("{n} MB", n=round(number / 1_000_000, 1)))


def index_page(tours: Sequence[Published], address: str, language: str = ENGLISH) -> bytes:
    """The list of the tours in a language, in UTF-8; each leads to its page in it, or else to that in its own."""
    words, found = Words(language), indexes(tours)
    path = found.get(language, INDEX)
    here = escape(below(address, path))
    shown = [next((v for v in versions(t) if v.snapshot.language == language), t) for t in tours]
    said = plural(len(tours), "{n} tour on a map, with sources.", "{n} tours on a map, with sources.")
    feed = f'<link rel="alternate" type="application/atom+xml" href="{escape(below(address, FEED))}">'
    page = _INDEX.substitute(
        policy=escape(POLICY),
        tongue=tongue(words),
        title=escape(words.say(TITLE)),
        description=escape(words.say(said)),
        switch=switch(found, path, language),
        alternates=alternates(found, address),
        absolute=f'<link rel="canonical" href="{here}">\n{feed}' if address else "",
        style=STYLE,
        tours="\n".join(_entry(tour, words) for tour in shown),
    )
    return _encoded(page)


def _entry(tour: Published, words: Words) -> str:
    snapshot = tour.snapshot
    whole = snapshot.whole
    folder, title = escape(below("", tour.name)), markup(whole.title, whole.language, words)
    (width, height), line = SIZES["social"], escape(words.say(contents(snapshot)))
    picture = f'<img src="{folder}/{PICTURE}" width="{width}" height="{height}" alt="">'
    return f"""<section class="tour">
<a class="picture" href="{folder}/index.html" tabindex="-1" aria-hidden="true">{picture}</a>
<div><h2><a href="{folder}/index.html">{title}</a></h2>
<p>{markup(whole.summary, whole.language, words)}</p>
<p class="quiet">{line}</p></div>
</section>"""
