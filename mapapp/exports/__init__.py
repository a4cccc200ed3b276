"""Every form in which a snapshot leaves the program: one file a format with ``write(snapshot)``, listed here once.

The modules are imported when their format is first written, because some of their libraries are heavy.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from mapapp.exports.sheet import Sheet
from mapapp.message import tr
from mapapp.snapshot import Snapshot
from mapapp.words.told import told_snapshot

IN_ALL_LANGUAGES = (
    "csv",
    "xlsx",
    "json",
    "html",
)  # modules that carry or choose them; others get the one that is shown


@dataclass(frozen=True, slots=True)
class Format:
    """One form of a snapshot.

    ``name`` is the route without its slash. ``module`` holds the writer, below this package. ``title`` and ``purpose``
    are words for people. A ``picture`` is drawn on a `Sheet`, which its writer takes beside the snapshot.
    """

    name: str
    module: str
    media_type: str
    title: str
    purpose: str
    picture: bool = False

    @property
    def suffix(self) -> str:
        """What stands behind the first dot: "kml", "lpf.json"."""
        return self.name.partition(".")[2]

    @property
    def kind(self) -> str:
        """What stands before it: "tour" for data, "snapshot" for pictures, "brief" for notes."""
        return self.name.partition(".")[0]

    @property
    def calendar(self) -> bool:
        """Whether programs subscribe to it."""
        return self.media_type == "text/calendar"

    def write(self, snapshot: Snapshot, sheet: Sheet | None = None) -> bytes:
        """The file. ``sheet`` is for pictures; None is the usual one."""
        writer: Callable[..., bytes] = import_module(f"{__name__}.{self.module}").write
        seen = snapshot if self.module in IN_ALL_LANGUAGES else told_snapshot(snapshot)
        return writer(seen, sheet or Sheet()) if self.picture else writer(seen)


_OFFICE = "application/vnd.openxmlformats-officedocument."
_NOTE = tr("a note of one page: who met whom, where, when, with what outcome, and what is in doubt")
FORMATS = (
    Format(
        "tour.html", "html", "text/html", tr("HTML page"), tr("one file with map, filters and cards, for any browser")
    ),
    Format(
        "tour.geojson",
        "geojson",
        "application/geo+json",
        tr("GeoJSON"),
        tr("geographic information systems and web maps"),
    ),
    Format(
        "tour.lpf.json",
        "linked_places",
        "application/geo+json",
        tr("Linked Places"),
        tr("gazetteers; one record a place"),
    ),
    Format(
        "tour.gpkg",
        "gpkg",
        "application/geopackage+sqlite3",
        tr("GeoPackage"),
        tr("QGIS and its kin; a layer for each kind"),
    ),
    Format("tour.kml", "kml", "application/vnd.google-earth.kml+xml", tr("KML"), tr("Google Earth and other globes")),
    Format(
        "tour.kmz", "kmz", "application/vnd.google-earth.kmz", tr("KMZ"), tr("the KML in one packed file, for sending")
    ),
    Format("tour.gpx", "gpx", "application/gpx+xml", tr("GPX"), tr("route planners and navigation devices")),
    Format("tour.ics", "ics", "text/calendar", tr("Calendar"), tr("calendars, as a file or a subscription")),
    Format("tour.csv", "csv", "text/csv", tr("CSV"), tr("spreadsheets and scripts; reads back as the same tour")),
    Format(
        "tour.xlsx", "xlsx", f"{_OFFICE}spreadsheetml.sheet", tr("Workbook"), tr("Excel; reads back as the same tour")
    ),
    Format(
        "tour.json", "json", "application/json", tr("JSON"), tr("programs; everything that is known, with a schema")
    ),
    Format(
        "snapshot.png",
        "picture.png",
        "image/png",
        tr("PNG picture"),
        tr("the map with its list, for pages and slides"),
        True,
    ),
    Format(
        "snapshot.svg", "picture.svg", "image/svg+xml", tr("SVG picture"), tr("the same to edit, with real text"), True
    ),
    Format(
        "snapshot.pdf",
        "picture.pdf",
        "application/pdf",
        tr("PDF picture"),
        tr("the same for print, with real text"),
        True,
    ),
    Format(
        "story.pdf",
        "strip",
        "application/pdf",
        tr("Story"),
        tr("a printed strip: a frame for each scene, with map, words and sources"),
    ),
    Format("brief.docx", "brief.docx", f"{_OFFICE}wordprocessingml.document", tr("Word brief"), _NOTE),
    Format("brief.pdf", "brief.pdf", "application/pdf", tr("PDF brief"), tr("the same note for print")),
    Format(
        "brief.md", "brief.md", "text/markdown", tr("Markdown brief"), tr("the same note as text, with the map inside")
    ),
)
FORMAT = {format_.name: format_ for format_ in FORMATS}


def suffix_of(name: str) -> str:
    """The longest suffix of a format that a file's name ends with; what stands behind its last dot where none does."""
    fitting = [f.suffix for f in FORMATS if name.lower().endswith(f".{f.suffix}")]
    return max(fitting, key=len, default=name.rpartition(".")[2].lower())
