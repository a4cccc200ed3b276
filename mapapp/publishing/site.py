"""The files of a published site: for each tour a folder, and beside them what leads to the tours."""

from collections.abc import Mapping, Sequence

from mapapp.exports import FORMAT, FORMATS
from mapapp.exports.sheet import Sheet
from mapapp.publishing.addresses import FEED, OEMBED, SITEMAP, Published, feed, oembed, sitemap
from mapapp.publishing.pages import PICTURE, TITLE, index_page, tour_page

Files = Mapping[str, bytes]  # by their paths below the folder of the site, with slashes


def tour_files(tour: Published, address: str) -> Files:
    """The page of a tour, every format, the picture of previews, and with an address what oEmbed asks for."""
    found = {format_.name: format_.write(tour.snapshot) for format_ in FORMATS}
    sizes = {name: len(content) for name, content in found.items()}
    found[PICTURE] = FORMAT["snapshot.png"].write(tour.snapshot, Sheet(size="social"))
    found["index.html"] = tour_page(tour, address, sizes)
    if address:
        found[OEMBED] = oembed(address, tour, PICTURE)
    return {f"{tour.name}/{name}": content for name, content in found.items()}


def shared_files(tours: Sequence[Published], address: str) -> Files:
    """The list of the tours, and with an address the map of the site and the feed."""
    found = {"index.html": index_page(tours, address)}
    if address:
        found |= {SITEMAP: sitemap(address, tours), FEED: feed(address, TITLE, tours)}
    return found
