"""What readers of Arabic see stays whole, though nobody is offered it: the pages for authors may lack what is new."""

from mapapp.languages import PARTIAL
from mapapp.words.catalogue import Catalogue, catalogue

OF_READERS = (
    "mapapp/exports/",
    "mapapp/geography.py",
    "mapapp/geocoding/",
    "mapapp/kinds.py",
    "mapapp/maps/",
    "mapapp/marks.py",
    "mapapp/publishing/pages.py",
    "mapapp/routing/",
    "mapapp/story.py",
    "mapapp/terms.py",
    "mapapp/ui/address.py",
    "mapapp/ui/compar",
    "mapapp/ui/corrected.py",
    "mapapp/ui/corridor_",
    "mapapp/ui/errors.py",
    "mapapp/ui/event_list.js",
    "mapapp/ui/f",
    "mapapp/ui/language.py",
    "mapapp/ui/live_places.py",
    "mapapp/ui/menu.py",
    "mapapp/ui/place",
    "mapapp/ui/references.py",
    "mapapp/ui/route_",
    "mapapp/ui/share",
    "mapapp/ui/tour_page.py",
    "mapapp/ui/volume_charts.py",
    "mapapp/ui/ways_beside.py",
    "mapapp/ui/words_page.py",
    "mapapp/view.py",
    "mapapp/web/answers.py",
    "mapapp/web/head.py",
    "mapapp/web/kept.py",
    "mapapp/web/unknown.py",
    "mapapp/when.py",
    "mapapp/words/",
)


def test_what_readers_see_is_in_arabic() -> None:
    """Map, list, timeline, story, cards, legend, Share, Places, Corridor, In words, files and errors of links."""
    assert PARTIAL == ("ar",), "a language that is offered needs no list"
    own = catalogue("ar")
    assert isinstance(own, Catalogue)
    lacking = [
        message.id
        for message in own.file
        if message.id
        and any(place.startswith(OF_READERS) for place, _ in message.locations)
        and not all((message.string,) if isinstance(message.string, str) else message.string or ())
    ]
    assert lacking == []
