"""The languages in which a tour is published: its own in its folder, each other that it has in a folder below that."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape
from posixpath import relpath

from mapapp import languages
from mapapp.message import others_of
from mapapp.publishing.addresses import Published, below
from mapapp.tour import Tour

Pages = Mapping[str, str]  # paths below the folder of the site, by the codes of languages; the first is the usual one
INDEX = "index.html"


def codes(tour: Tour) -> tuple[str, ...]:
    """Its own language, and those that we speak in which it has its title."""
    return (tour.language, *(code for code in languages.offered() if code in others_of(tour.title)))


def versions(tour: Published) -> tuple[Published, ...]:
    """The tour in each of its languages, its own first, each with the folder of its files."""
    own, *others = codes(tour.snapshot.whole)
    return (tour, *(_said(tour, code) for code in others if code != own))


def _said(tour: Published, code: str) -> Published:
    snapshot = tour.snapshot
    return Published(f"{tour.name}/{code}", replace(snapshot, view=replace(snapshot.view, language=code)))


def pages(tour: Published) -> Pages:
    """The page of each version."""
    found = versions(tour)
    own = found[0].snapshot.whole.language
    return {v.snapshot.view.language or own: f"{v.name}/{INDEX}" for v in found}


def indexes(tours: Sequence[Published]) -> Pages:
    """The list of the tours in English, and in each language that one of them has."""
    every = dict.fromkeys(code for tour in tours for code in codes(tour.snapshot.whole))
    others = (code for code in every if code != languages.ENGLISH and code in languages.offered())
    return {languages.ENGLISH: INDEX} | {code: f"index.{code}.html" for code in others}


def switch(found: Pages, here: str, now: str) -> str:
    """Links from the page at a path, which is in the language ``now``, to the others; "" where there are none."""
    if len(found) < 2:
        return ""
    links = []
    for code, path in found.items():
        name = escape(languages.NAMES.get(code, code))
        if code == now:
            links.append(f'<span lang="{code}" aria-current="true">{name}</span>')
        else:
            href = escape(relpath(path, here.rpartition("/")[0] or "."))
            links.append(f'<a href="{href}" hreflang="{code}" lang="{code}">{name}</a>')
    return f'<p class="quiet">{" · ".join(links)}</p>'


def alternates(found: Pages, address: str) -> str:
    """What tells search engines of the same page in other languages (hreflang); "" without an address."""
    if not address or len(found) < 2:
        return ""
    urls = {code: escape(below(address, *path.split("/"))) for code, path in found.items()}
    lines = [f'<link rel="alternate" hreflang="{code}" href="{url}">' for code, url in urls.items()]
    return "\n".join([*lines, f'<link rel="alternate" hreflang="x-default" href="{next(iter(urls.values()))}">'])
