"""Published tables of travel whose columns are known, so that nothing has to be asked about them."""

import re
from collections.abc import Mapping, Sequence

from mapapp.foreign.records import Role

_SOURCE_LINKS = re.compile(r"sourcelink\d*")
# "Travels Abroad of the President" and "of the Secretary", Office of the Historian, US Department of State.
HISTORIAN = {"country": Role.COUNTRY, "locale": Role.PLACE, "remarks": Role.NOTES, "date": Role.DAY,
             "name": Role.TRAVELLER, "president": Role.TRAVELLER, "secretary": Role.TRAVELLER}  # fmt: skip
# "Country and Organizational Leader Travel" (COLT), Frederick S. Pardee Institute for International Futures.
COLT = {
    "countryvisited": Role.COUNTRY,
    "tripstartdate": Role.ARRIVAL,
    "tripenddate": Role.DEPARTURE,
    "leaderfullname": Role.TRAVELLER,
    "leadername": Role.TRAVELLER,
    "leader": Role.TRAVELLER,
    "tripsummary": Role.NOTES,
    "notes": Role.NOTES,
    "comments": Role.NOTES,
    "tripname": Role.TITLE,
    "eventname": Role.TITLE,
    "cityvisited": Role.PLACE,
}
# Calendars as Outlook exports them and Google imports them (their documented columns).
CALENDAR = {
    "subject": Role.TITLE,
    "startdate": Role.ARRIVAL,
    "starttime": Role.TIME,
    "enddate": Role.DEPARTURE,
    "endtime": Role.TIME,
    "location": Role.PLACE,
    "description": Role.NOTES,
    "categories": Role.TOPIC,
    "status": Role.STATUS,
    "url": Role.SOURCE,
    "latitude": Role.LATITUDE,
    "longitude": Role.LONGITUDE,
}


def schema(headings: Sequence[str]) -> Mapping[int, Role] | None:
    """The roles by column where the headings are those of a published table, None where they are not.

    What the schema has no role for is left out of the map, and kept with the table.
    """
    keys = [re.sub(r"[^a-z0-9]", "", heading.lower()) for heading in headings]
    if {"country", "locale", "remarks", "date"} <= {*keys}:
        return {i: HISTORIAN[key] for i, key in enumerate(keys) if key in HISTORIAN}
    if {"countryvisited", "tripstartdate", "tripenddate"} <= {*keys}:
        links = {i: Role.SOURCE for i, key in enumerate(keys) if _SOURCE_LINKS.fullmatch(key)}
        return {i: COLT[key] for i, key in enumerate(keys) if key in COLT} | links
    if {"subject", "startdate", "enddate", "alldayevent", "location"} <= {*keys}:
        return {i: CALENDAR[key] for i, key in enumerate(keys) if key in CALENDAR}
    return None
