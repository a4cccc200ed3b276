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
from mapapp.maps.document import csp_hash, script_json
from mapapp.message import plural
from mapapp.palette import THEMES
from mapapp.publishing.addresses import FEED, OEMBED, Published, below
from mapapp.publishing.schema_org import graph
from mapapp.words import written
from mapapp.words.cards import cards
from mapapp.words.contents import as_of_words, contents, credits_of, introduced, notices

TITLE = "Tours"
_LAST = "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17))
_NO_HTML = re.compile(f"[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef{_LAST}]")  # controls and noncharacters
PICTURE = "social.png"
_HERE = Path(__file__).parent
_TOUR, _INDEX = (Template((_HERE / name).read_text(encoding="utf-8")) for name in ("tour.html", "index.html"))
_DARK = f"@media (prefers-color-scheme: dark) {{ :root {{ {THEMES['dark'].css()} }} }}"
_STYLE = f":root {{ {THEMES['light'].css()} }}\n{_DARK}\n{(_HERE / 'page.css').read_text(encoding='utf-8')}"
_POLICY = f"default-src 'none'; base-uri 'none'; form-action 'none'; img-src 'self' data:; style-src {csp_hash(_STYLE)}"


def tour_page(tour: Published, address: str, sizes: Mapping[str, int]) -> bytes:
    """Title, summary, picture, events with sources, and the files with their ``sizes`` in bytes, in UTF-8.

    ``address`` is that of the site, with a slash at its end; "" leaves out what needs it.
    """
    snapshot = tour.snapshot
    whole, here = snapshot.whole, below(address, tour.name, "index.html") if address else ""
    picture = below(address, tour.name, PICTURE) if address else ""
    date = as_of_words(whole)
    text = {
        "policy": _POLICY,
        "title": whole.title,
        "description": " ".join(introduced(snapshot)),
        "alt": f"Map: {whole.title}. {contents(snapshot)}",
        "picture": PICTURE,
        "width": str(SIZES["social"][0]),
        "height": str(SIZES["social"][1]),
        "contents": f"{contents(snapshot)}." + (f" Data as of {date}." if date else ""),
        "notice": " ".join(notices(snapshot)),
        "credits": f"Places: {'; '.join(credits_of(snapshot))}.",
    }
    page = _TOUR.substitute(
        {name: escape(value) for name, value in text.items()},
        absolute=_absolute(here, picture, below(address, tour.name, OEMBED) if address else ""),
        style=_STYLE,
        graph=script_json(graph(whole, here, picture)),
        itinerary=written.itinerary(cards(whole)),
        told=story_in_words(snapshot) + in_words(snapshot),
        files="\n".join(_file(format_, sizes[format_.name]) for format_ in FORMATS),
    )
    return _encoded(page)


def _encoded(page: str) -> bytes:
    """The page in UTF-8, with U+FFFD for every character that HTML cannot hold."""
    return _NO_HTML.sub("\N{REPLACEMENT CHARACTER}", page).encode("utf-8", "replace")


def _absolute(page: str, picture: str, oembed: str) -> str:
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
            f'<meta property="og:locale" content="{LOCALES["en"]}">',
            f'<meta property="og:image" content="{picture}">',
            '<meta property="og:image:type" content="image/png">',
            f'<meta property="og:image:width" content="{width}">',
            f'<meta property="og:image:height" content="{height}">',
            f'<meta name="twitter:image" content="{picture}">',
        )
    )


def _file(format_: Format, size: int) -> str:
    name, purpose = escape(format_.name), escape(format_.purpose[:1].upper() + format_.purpose[1:])
    title = escape(format_.title)
    return f'<tr><td><a href="{name}">{title}</a></td><td>{purpose}.</td><td>{_size(size)}</td></tr>'


def _size(number: int) -> str:
    """Bytes in words: ``240 KB``, ``1.4 MB``."""
    return f"{max(1, round(number / 1000))} KB" if number < 999_500 else f"{number / 1_000_000:.1f} MB"


def index_page(tours: Sequence[Published], address: str) -> bytes:
    """The list of the tours, in UTF-8."""
    here = escape(below(address, "index.html"))
    feed = f'<link rel="alternate" type="application/atom+xml" href="{escape(below(address, FEED))}">'
    page = _INDEX.substitute(
        policy=escape(_POLICY),
        title=TITLE,
        description=plural(len(tours), "{n} tour on a map, with sources.", "{n} tours on a map, with sources."),
        absolute=f'<link rel="canonical" href="{here}">\n{feed}' if address else "",
        style=_STYLE,
        tours="\n".join(map(_entry, tours)),
    )
    return _encoded(page)


def _entry(tour: Published) -> str:
    snapshot = tour.snapshot
    folder, title = escape(below("", tour.name)), escape(snapshot.whole.title)
    (width, height), line = SIZES["social"], escape(contents(snapshot))
    picture = f'<img src="{folder}/{PICTURE}" width="{width}" height="{height}" alt="">'
    return f"""<section class="tour">
<a class="picture" href="{folder}/index.html" tabindex="-1" aria-hidden="true">{picture}</a>
<div><h2><a href="{folder}/index.html">{title}</a></h2>
<p>{escape(snapshot.whole.summary)}</p>
<p class="quiet">{line}</p></div>
</section>"""
