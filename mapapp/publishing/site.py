"""The files of a published site: for each tour a folder, and beside them what leads to the tours."""

from collections.abc import Mapping, Sequence

from mapapp.exports import FORMAT, FORMATS
from mapapp.exports.sheet import Sheet
from mapapp.publishing.addresses import FEED, OEMBED, SITEMAP, Published, feed, oembed, sitemap
from mapapp.publishing.missing import MISSING, missing_page
from mapapp.publishing.pages import PICTURE, TITLE, index_page, tour_page
from mapapp.publishing.versions import Pages, indexes, pages, versions

Files = Mapping[str, bytes]  # by their paths below the folder of the site, with slashes


def tour_files(tour: Published, address: str) -> Files:
    """In each language of a tour its page, every format, the picture of previews, and what oEmbed asks for."""
    found: dict[str, bytes] = {}
    for version in versions(tour):
        found |= _version(version, address, pages(tour))
    return found


def _version(tour: Published, address: str, others: Pages) -> Files:
    found = {format_.name: format_.write(tour.snapshot) for format_ in FORMATS}
    sizes = {name: len(content) for name, content in found.items()}
    found[PICTURE] = FORMAT["snapshot.png"].write(tour.snapshot, Sheet(size="social"))
    found["index.html"] = tour_page(tour, address, sizes, others)
    if address:
        found[OEMBED] = oembed(address, tour, PICTURE)
    return {f"{tour.name}/{name}": content for name, content in found.items()}


def shared_files(tours: Sequence[Published], address: str) -> Files:
    """The list of the tours, the page for what is missing, and with an address the map of the site and the feed."""
    lists = indexes(tours)
    found = {path: index_page(tours, address, code) for code, path in lists.items()}
    found[MISSING] = missing_page(tours, address)
    if address:
        found |= {SITEMAP: sitemap(address, tours, (lists, *map(pages, tours))), FEED: feed(address, TITLE, tours)}
    return found
