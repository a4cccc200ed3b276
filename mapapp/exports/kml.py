"""KML 2.2 for Google Earth and other globes: itinerary, events, other places on record, corridors, each in a folder.

Balloons of KML are HTML, so texts are escaped twice: once as HTML, so that they stay text, and once as XML. No icon is
linked, so that opening the file asks no other host for anything. Dates keep their precision: 2026 stays a year.
"""

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from threading import Lock

import simplekml
from simplekml.featgeom import Feature

from mapapp import country
from mapapp.corridor import SectionStatus
from mapapp.instants import instant
from mapapp.marks import Ghost, ghosts
from mapapp.message import tr
from mapapp.palette import LIGHT
from mapapp.place import Place
from mapapp.position import Position, cut_at_antimeridian, great_circle
from mapapp.snapshot import Snapshot
from mapapp.tour import Event, Tour
from mapapp.when import Moment, When
from mapapp.words.contents import about, credits_of
from mapapp.words.language import Words
from mapapp.words.paragraphs import CorridorParagraphs, Paragraphs, corridor_paragraphs, xml_text

_ONE_AT_A_TIME = Lock()  # simplekml numbers its elements in one counter of the class
_STYLE = re.compile(r"<Style .*?</Style>", re.DOTALL)
_ID = re.compile(r'(?<= id=")[^"]*(?=")|(?<=<styleUrl>#)[^<]*(?=</styleUrl>)')


def write(snapshot: Snapshot) -> bytes:
    """The file, in UTF-8."""
    with _ONE_AT_A_TIME:
        text: str = _document(snapshot).kml(format=False)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{_renumbered(_hoisted(text))}\n'.encode()


def _hoisted(text: str) -> str:
    """The document with all styles in front of its folders, where the standard wants those that are shared."""
    styles = "".join(_STYLE.findall(text))
    return _STYLE.sub("", text).replace("<Folder ", f"{styles}<Folder ", 1)


def _renumbered(text: str) -> str:
    """The document with ids that count from 0; those of simplekml go on from one document to the next.

    An id can stand in markup alone, because quotes in texts are escaped.
    """
    ids: dict[str, str] = {}
    return _ID.sub(lambda match: ids.setdefault(match[0], f"n{len(ids)}"), text)


def _document(snapshot: Snapshot) -> simplekml.Kml:
    tour = snapshot.tour
    kml = simplekml.Kml(name=plain(tour.title), description=balloon(_about(snapshot)), open=1)
    kml.parsetext(False)  # its own escaping leaves alone whatever looks like a CDATA section
    words = Words(snapshot.language)
    styles, lines = _Styles(snapshot.whole), Paragraphs(tour, words)
    _itinerary(kml.newfolder(name=plain(words.say(tr("Itinerary")))), lines, styles)
    events = kml.newfolder(name=plain(words.say(tr("Events"))))
    for event in tour.events:
        _event(events, lines, event, styles)
    others = ghosts(tour)
    if others:
        folder = kml.newfolder(name=plain(words.say(tr("Other places on record"))))
        for ghost in others:
            _ghost(folder, lines, ghost, styles)
    if snapshot.corridors:
        folder = kml.newfolder(name=plain(words.say(tr("Corridors"))))
        for corridor in corridor_paragraphs(snapshot, words):
            _corridor(folder.newfolder(name=plain(corridor.corridor.title)), corridor, styles)
    return kml


def _about(snapshot: Snapshot) -> list[str]:
    """What the file holds, and all its sources by number."""
    words = Words(snapshot.language)
    lines = Paragraphs(snapshot.tour, words)
    return words.said([*about(snapshot), *credits_of(snapshot), *map(lines.source, lines.notes.sources())])


class _Styles:
    """Shared styles in the colours of the map's light theme; a traveller keeps the colour whatever is filtered."""

    def __init__(self, whole: Tour) -> None:
        colours = {id_: LIGHT.traveller(hue) for hue, id_ in zip(whole.hues, whole.travellers, strict=True)}
        self.travellers = {id_: _style(colour, 4) for id_, colour in colours.items()}
        self.other = _style(LIGHT.other_event, 3)
        self.ghost = _style(LIGHT.doubt, 2, opacity="80")
        modes = {"rail": LIGHT.rail, "sea": LIGHT.sea_route, "road": LIGHT.quiet}
        self.open = {mode: _style(colour, 3) for mode, colour in modes.items()}
        self.closed = {mode: _style(colour, 1.5, opacity="80") for mode, colour in modes.items()}
        self.node = _style(LIGHT.quiet, 2)
        self.node.iconstyle.scale = 0.5
        self.node.labelstyle.scale = 0.7

    def of(self, travellers: Sequence[str]) -> simplekml.Style:
        """The style of the first of them, or of events without a traveller."""
        return self.travellers[travellers[0]] if travellers else self.other

    def section(self, mode: str, status: SectionStatus) -> simplekml.Style:
        """The style of a section: thinner and paler where nothing runs."""
        return (self.open if status == SectionStatus.OPERATING else self.closed)[mode]


def _style(colour: str, width: float, opacity: str = "ff") -> simplekml.Style:
    """Pin and line in a colour #rrggbb, which KML writes as opacity, blue, green, red."""
    style = simplekml.Style()
    style.iconstyle.icon = None  # otherwise a pin of another host is linked; readers have one of their own
    style.iconstyle.color = style.linestyle.color = f"{opacity}{colour[5:7]}{colour[3:5]}{colour[1:3]}"
    style.linestyle.width = width
    style.balloonstyle.text = "$[description]"  # alone; the usual balloon would take the name for HTML
    return style


@dataclass(frozen=True, slots=True)
class _Mark:
    """What a pin or line is called and says, how it looks, and its data by name."""

    name: str
    words: Iterable[str]
    style: simplekml.Style
    data: dict[str, str]

    def put_on(self, feature: Feature) -> None:
        """Give all this to the feature."""
        feature.name, feature.description = plain(self.name), balloon([self.name, *self.words])
        feature.style = self.style
        for name, value in self.data.items():
            if value:
                feature.extendeddata.newdata(name, plain(value))


def _itinerary(folder: simplekml.Folder, lines: Paragraphs, styles: _Styles) -> None:
    """A folder for each traveller, with stops in order and the legs between them."""
    tour = lines.tour
    for traveller in tour.travellers:
        own = folder.newfolder(name=plain(tour.person[traveller].name))
        style = styles.of([traveller])
        for visit in tour.visits:
            if visit.traveller == traveller:
                data = {"status": str(visit.status), "date": str(visit.when or ""), **_placed(visit.place, lines.words)}
                mark = _Mark(visit.place.title, lines.visit(visit), style, data)
                _date(_pin(own, visit.place.position, mark), visit.when, visit.place.zone)
        for leg in tour.legs:
            start, end = tour.visit[leg.start], tour.visit[leg.end]
            if start.traveller == traveller and start.place.position != end.place.position:
                way = great_circle(start.place.position, end.place.position)
                _line(own, way, _Mark(lines.way(leg), lines.leg(leg), style, {"mode": leg.mode}))


def _event(folder: simplekml.Folder, lines: Paragraphs, event: Event, styles: _Styles) -> None:
    tour = lines.tour
    data = {
        "status": str(event.status),
        "kind": lines.words.say(tour.label(event.kind)),
        "date": str(event.when),
        **_placed(event.place, lines.words),
        "people": "; ".join(tour.person[id_].name for id_ in event.participants),
        "topics": "; ".join(lines.words.say(tour.label(topic)) for topic in event.topics),
        "sources": "; ".join(str(number) for number, _ in lines.notes.cite(event.citations)),
    }
    style = styles.of(tour.travellers_of(event))
    mark = _Mark(event.title, lines.event(event), style, data)
    _date(_pin(folder, event.place.position, mark), event.when, event.place.zone)


def _ghost(folder: simplekml.Folder, lines: Paragraphs, ghost: Ghost, styles: _Styles) -> None:
    event = lines.tour.event[ghost.event]
    claims = [c for c in lines.tour.claims_on[event.id] if c.at and c.at.place.id == ghost.place.id]
    other = tr("Another place on record for: {title}", title=event.title)
    about = other if ghost.stated else tr("Named by a source, not as the place of: {title}", title=event.title)
    words = [lines.words.say(about), *(claim.note for claim in claims if claim.note)]
    words += lines.sources(claim.citations for claim in claims)
    data = {"event": event.id, **_placed(ghost.place, lines.words)}
    _pin(folder, ghost.place.position, _Mark(f"{ghost.place.title}?", words, styles.ghost, data))


def _corridor(folder: simplekml.Folder, lines: CorridorParagraphs, styles: _Styles) -> None:
    corridor = lines.corridor
    folder.description = balloon(filter(None, (corridor.summary, corridor.credit)))
    for section, words in zip(corridor.sections, lines.words["sections"], strict=True):
        data = {"mode": section.mode.value, "status": section.status.value}
        style = styles.section(section.mode.value, section.status)
        _line(folder, section.line, _Mark(words["title"], lines.section(words), style, data))
    nodes = folder.newfolder(name=plain(lines.language.say(tr("Places of the corridor"))))
    for node, told in zip(corridor.nodes, lines.words["nodes"], strict=True):
        data = {"kinds": "; ".join(node.kinds)}
        _pin(nodes, node.position, _Mark(node.name, lines.node(told), styles.node, data))


def _placed(place: Place, words: Words) -> dict[str, str]:
    return {"place": words.say(place.title), "country": words.say(country.name(place.country))}


def _pin(folder: simplekml.Folder, position: Position, mark: _Mark) -> simplekml.Point:
    pin = folder.newpoint(coords=[position])
    mark.put_on(pin)
    return pin


def _line(folder: simplekml.Folder, line: Sequence[Position], mark: _Mark) -> None:
    """A line on the ground, in pieces where it crosses the antimeridian."""
    whole = folder.newmultigeometry()
    for piece in cut_at_antimeridian(line):
        whole.newlinestring(coords=piece, tessellate=1)
    mark.put_on(whole)


def _date(feature: Feature, when: When | None, zone: str) -> None:
    """The time in the precision of the source: a stamp for a moment, a span for a range or a doubt."""
    if when is None:
        return
    if when.about:
        feature.timespan.begin, feature.timespan.end = (day.isoformat() for day in when.reach)
    elif when.end is None or when.end == when.start:
        feature.timestamp.when = _stamp(when.start, zone)
    else:
        feature.timespan.begin, feature.timespan.end = _stamp(when.start, zone), _stamp(when.end, zone)


def _stamp(moment: Moment, zone: str) -> str:
    """A year, month, day or, where the zone of the place is known, a time with its offset."""
    if moment.time is None:
        return str(moment)
    local = instant(moment, zone)
    return local.isoformat() if local else moment.first_day.isoformat()


def plain(text: str) -> str:
    """The text as XML holds it, quotes too."""
    return html.escape(xml_text(text))


def balloon(lines: Iterable[str]) -> str:
    """The lines as HTML that shows them as they are, as XML holds it; ``$[`` would be replaced by other fields."""
    shown = (html.escape(line, quote=False).replace("$[", "&#36;[").replace("\n", "<br>") for line in lines)
    return plain("<br>".join(shown))
