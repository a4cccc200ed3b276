"""KML 2.2 for Google Earth and other globes: itinerary, events, other places on record, corridors, each in a folder.

Balloons of KML are HTML, so texts are escaped twice: once as HTML, so that they stay text, and once as XML. No icon is
linked, so that opening the file asks no other host for anything. Dates keep their precision: 2026 stays a year.
"""

import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

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

_SPACES = {"xmlns": "http://www.opengis.net/kml/2.2", "xmlns:gx": "http://www.google.com/kml/ext/2.2"}


def write(snapshot: Snapshot) -> bytes:
    """The file, in UTF-8."""
    text = tostring(_kml(snapshot), "unicode", short_empty_elements=False)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _kml(snapshot: Snapshot) -> Element:
    tour = snapshot.tour
    kml = Element("kml", _SPACES)
    document = SubElement(kml, "Document", id="")
    _told(document, name=tour.title, open="1", description=balloon(_about(snapshot)))
    before = len(document)
    words = Words(snapshot.language)
    styles, lines = _Styles(snapshot.whole), Paragraphs(tour, words)
    _itinerary(_folder(document, words.say(tr("Itinerary"))), lines, styles)
    events = _folder(document, words.say(tr("Events")))
    for event in tour.events:
        _event(events, lines, event, styles)
    others = ghosts(tour)
    if others:
        folder = _folder(document, words.say(tr("Other places on record")))
        for ghost in others:
            _ghost(folder, lines, ghost, styles)
    if snapshot.corridors:
        folder = _folder(document, words.say(tr("Corridors")))
        for corridor in corridor_paragraphs(snapshot, words):
            _corridor(_folder(folder, corridor.corridor.title), corridor, styles)
    document[before:before] = (
        styles.used.values()
    )  # in front of folders, where the standard wants those that are shared
    _number(kml)
    return kml


def _number(kml: Element) -> None:
    """Give everything that has an id its number, and links to styles with it."""
    ids: dict[str, str] = {}
    for number, element in enumerate(element for element in kml.iter() if "id" in element.attrib):
        ids[element.attrib["id"]] = element.attrib["id"] = f"n{number}"
    for link in kml.iter("styleUrl"):
        link.text = f"#{ids[link.text or '']}"


def _about(snapshot: Snapshot) -> list[str]:
    """What the file holds, and all its sources by number."""
    words = Words(snapshot.language)
    lines = Paragraphs(snapshot.tour, words)
    return words.said([*about(snapshot), *credits_of(snapshot), *map(lines.source, lines.notes.sources())])


class _Styles:
    """Shared styles in the colours of the map's light theme; a traveller keeps the colour whatever is filtered."""

    def __init__(self, whole: Tour) -> None:
        colours = {id_: LIGHT.traveller(hue) for hue, id_ in zip(whole.hues, whole.travellers, strict=True)}
        self.travellers = {id_: _style(f"traveller {id_}", colour, "4") for id_, colour in colours.items()}
        self.other = _style("other", LIGHT.other_event, "3")
        self.ghost = _style("ghost", LIGHT.doubt, "2", pale=True)
        modes = {"rail": LIGHT.rail, "sea": LIGHT.sea_route, "road": LIGHT.quiet}
        self.open = {mode: _style(f"open {mode}", colour, "3") for mode, colour in modes.items()}
        self.closed = {mode: _style(f"closed {mode}", colour, "1.5", pale=True) for mode, colour in modes.items()}
        self.node = _style("node", LIGHT.quiet, "2", small=True)
        self.used: dict[str, Element] = {}

    def of(self, travellers: Sequence[str]) -> Element:
        """The style of the first of them, or of events without a traveller."""
        return self.travellers[travellers[0]] if travellers else self.other

    def section(self, mode: str, status: SectionStatus) -> Element:
        """The style of a section: thinner and paler where nothing runs."""
        return (self.open if status == SectionStatus.OPERATING else self.closed)[mode]

    def used_by(self, feature: Element, style: Element) -> None:
        """Link the feature to a style, which then belongs into the file."""
        self.used.setdefault(style.attrib["id"], style)
        _told(feature, styleUrl=style.attrib["id"])


def _style(id_: str, colour: str, width: str, *, pale: bool = False, small: bool = False) -> Element:
    """Pin and line in a colour #rrggbb, which KML writes as opacity, blue, green, red.

    No icon is named: readers have one of their own, and any other would be fetched from a host.
    """
    style = Element("Style", id=id_)
    opacity = "80" if pale else "ff"
    look = {"color": f"{opacity}{colour[5:7]}{colour[3:5]}{colour[1:3]}", "colorMode": "normal"}
    _told(SubElement(style, "IconStyle", id=""), **look, scale="0.5" if small else "1", heading="0")
    if small:
        _told(SubElement(style, "LabelStyle", id=""), colorMode="normal", scale="0.7")
    _told(SubElement(style, "LineStyle", id=""), **look, width=width)
    # The description alone; the usual balloon would take the name for HTML.
    _told(SubElement(style, "BalloonStyle"), text="$[description]", displayMode="default")
    return style


def _told(parent: Element, **texts: str) -> None:
    """Put elements with texts into the parent, in this order."""
    for tag, text in texts.items():
        SubElement(parent, tag).text = xml_text(text)


def _folder(parent: Element, name: str) -> Element:
    folder = SubElement(parent, "Folder", id="")
    _told(folder, name=name)
    return folder


@dataclass(frozen=True, slots=True)
class _Mark:
    """What a pin or line is called and says, how it looks, its data by name, and its date in the zone of its place."""

    name: str
    words: Iterable[str]
    style: Element
    data: dict[str, str]
    when: When | None = None
    zone: str = ""

    def put_in(self, folder: Element, styles: _Styles) -> Element:
        """A placemark of the folder with all this, which still has no shape."""
        feature = SubElement(folder, "Placemark", id="")
        _told(feature, name=self.name, description=balloon([self.name, *self.words]))
        if self.when is not None:
            _date(feature, self.when, self.zone)
        styles.used_by(feature, self.style)
        given = {name: value for name, value in self.data.items() if value}
        if given:
            extended = SubElement(feature, "ExtendedData")
            for name, value in given.items():
                _told(SubElement(extended, "Data", name=name), value=value)
        return feature


def _itinerary(folder: Element, lines: Paragraphs, styles: _Styles) -> None:
    """A folder for each traveller, with stops in order and the legs between them."""
    tour = lines.tour
    for traveller in tour.travellers:
        own = _folder(folder, tour.person[traveller].name)
        style = styles.of([traveller])
        for visit in tour.visits:
            if visit.traveller == traveller:
                data = {"status": str(visit.status), "date": str(visit.when or ""), **_placed(visit.place, lines.words)}
                mark = _Mark(visit.place.title, lines.visit(visit), style, data, visit.when, visit.place.zone)
                _pin(mark.put_in(own, styles), visit.place.position)
        for leg in tour.legs:
            start, end = tour.visit[leg.start], tour.visit[leg.end]
            if start.traveller == traveller and start.place.position != end.place.position:
                way = great_circle(start.place.position, end.place.position)
                mark = _Mark(lines.way(leg), lines.leg(leg), style, {"mode": leg.mode})
                _line(mark.put_in(own, styles), way)


def _event(folder: Element, lines: Paragraphs, event: Event, styles: _Styles) -> None:
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
    mark = _Mark(event.title, lines.event(event), style, data, event.when, event.place.zone)
    _pin(mark.put_in(folder, styles), event.place.position)


def _ghost(folder: Element, lines: Paragraphs, ghost: Ghost, styles: _Styles) -> None:
    event = lines.tour.event[ghost.event]
    claims = [c for c in lines.tour.claims_on[event.id] if c.at and c.at.place.id == ghost.place.id]
    other = tr("Another place on record for: {title}", title=event.title)
    about = other if ghost.stated else tr("Named by a source, not as the place of: {title}", title=event.title)
    words = [lines.words.say(about), *(claim.note for claim in claims if claim.note)]
    words += lines.sources(claim.citations for claim in claims)
    data = {"event": event.id, **_placed(ghost.place, lines.words)}
    mark = _Mark(f"{ghost.place.title}?", words, styles.ghost, data)
    _pin(mark.put_in(folder, styles), ghost.place.position)


def _corridor(folder: Element, lines: CorridorParagraphs, styles: _Styles) -> None:
    corridor = lines.corridor
    _told(folder, description=balloon(filter(None, (corridor.summary, corridor.credit))))
    for section, words in zip(corridor.sections, lines.words["sections"], strict=True):
        data = {"mode": section.mode.value, "status": section.status.value}
        style = styles.section(section.mode.value, section.status)
        mark = _Mark(words["title"], lines.section(words), style, data)
        _line(mark.put_in(folder, styles), section.line)
    nodes = _folder(folder, lines.language.say(tr("Places of the corridor")))
    for node, told in zip(corridor.nodes, lines.words["nodes"], strict=True):
        data = {"kinds": "; ".join(node.kinds)}
        mark = _Mark(node.name, lines.node(told), styles.node, data)
        _pin(mark.put_in(nodes, styles), node.position)


def _placed(place: Place, words: Words) -> dict[str, str]:
    return {"place": words.say(place.title), "country": words.say(country.name(place.country))}


def _pin(feature: Element, position: Position) -> None:
    _told(SubElement(feature, "Point", id=""), coordinates=_coordinates([position]))


def _line(feature: Element, line: Sequence[Position]) -> None:
    """A line on the ground, in pieces where it crosses the antimeridian."""
    whole = SubElement(feature, "MultiGeometry", id="")
    for piece in cut_at_antimeridian(line):
        _told(SubElement(whole, "LineString", id=""), tessellate="1", coordinates=_coordinates(piece))


def _coordinates(positions: Iterable[Position]) -> str:
    return " ".join(f"{longitude},{latitude},0.0" for longitude, latitude in positions)


def _date(feature: Element, when: When, zone: str) -> None:
    """The time in the precision of the source: a stamp for a moment, a span for a range or a doubt."""
    if when.about:
        begin, end = (day.isoformat() for day in when.reach)
    elif when.end is None or when.end == when.start:
        _told(SubElement(feature, "TimeStamp", id=""), when=_stamp(when.start, zone))
        return
    else:
        begin, end = _stamp(when.start, zone), _stamp(when.end, zone)
    _told(SubElement(feature, "TimeSpan", id=""), begin=begin, end=end)


def _stamp(moment: Moment, zone: str) -> str:
    """A year, month, day or, where the zone of the place is known, a time with its offset."""
    if moment.time is None:
        return str(moment)
    local = instant(moment, zone)
    return local.isoformat() if local else moment.first_day.isoformat()


def balloon(lines: Iterable[str]) -> str:
    """The lines as HTML that shows them as they are; ``$[`` would be replaced by other fields."""
    shown = (html.escape(line, quote=False).replace("$[", "&#36;[").replace("\n", "<br>") for line in lines)
    return "<br>".join(shown)
