"""The numbers that the choice of a place depends on, in one table, each with its reason.

A candidate's weight is its population plus a floor, times the factors that apply to it. Its confidence is its share
of the weight of all places that it could be confused with.
"""

from typing import NamedTuple


class Weight(NamedTuple):
    """A number and why it is what it is."""

    value: float
    reason: str


FLOOR = Weight(500, "a village of unknown population is still written about; 500 is the smallest that GeoNames lists")
CURATED_FLOOR = Weight(20_000, "a port or station that somebody entered by hand is there because tours pass it")
CURATED_WIDE = Weight(
    1_000_000, "the few seas, rivers, mountains, wide areas and landmarks in the list are known to everybody"
)
FORMER_COUNTRY = Weight(10_000_000, "no list counts their people; their names are as well known as those of countries")
WIDE_KINDS = frozenset(
    ("sea", "ocean", "strait", "canal", "bay", "river", "lake", "mountains", "area", "landmark")
)  # fmt: skip
ENOUGH = Weight(0.9, "below nine chances in ten the choice is the reader's: a wrong stop costs more than a question")
DOUBTED = Weight(0.9, "shown, but with a doubt that is said: the town of a venue that no list has")
NEAR_MISS = Weight(0.5, "a name that is like the one in the cell is no better than a coin")
SAME_PLACE_KM = Weight(
    50, "a city and the region around it answer alike; farther apart, or over a border, they are rivals"
)

FAME_PER_NAME = Weight(0.02, "what is written about in many languages has many names: Geneva 100, its namesakes 5")

KIND = {
    "country": Weight(1.5, "a country's name mostly means the country, and its population says so already"),
    "continent": Weight(1.0, "rarely visited, but its name has no other bearer of weight"),
    "capital": Weight(5.0, "diplomacy happens in capitals, and a reader expects the capital first"),
    "city": Weight(1.0, "the unit: population"),
    "region": Weight(0.3, "a visit is to a town rather than to a province of the same name"),
    "county": Weight(0.05, "counties bear their seat's name and are seldom meant without the word county"),
    "district": Weight(0.03, "as counties, smaller"),
    "subdistrict": Weight(0.02, "as counties, smaller still"),
    "area": Weight(0.02, "stretches of several regions; wide, so seldom a stop"),
}
OTHER_KIND = Weight(1.0, "ports, stations, crossings, venues: their own names are rarely shared")
COUNTRY_IN_ITSELF = Weight(0.0005, "beside its own name in the country column, Panama means the city of Panama")
SEAT = Weight(0.005, "a region that bears the name of a town in it: the town is meant unless the word region is there")
SEAT_SHARE = Weight(0.02, "a seat is more than a village beside its province")
SEAT_KM = Weight(400, "Wyoming in Michigan is not the seat of Wyoming; the seat of a wide province may lie far off")

MATCH = {
    "id": Weight(1.0, "written out"),
    "title": Weight(1.0, "the place's own name"),
    "name": Weight(0.1, "another name of the place: GeoNames lists many that nobody uses any more"),
    "transliterated": Weight(0.1, "read from another script letter by letter, so less sure"),
    "several": Weight(0.1, "one of several names in a cell: nobody chose it"),
    "misspelt": Weight(0.02, "a slip of the pen is less likely than a rare name"),
}
SPELLING = Weight(0.5, "another spelling of its own name: Chernobyl for Chornobyl")
CURATED_NAME = Weight(2.0, "a name entered by hand is one that tours use; twice a title, no more")
UNLISTED = Weight(
    15, "beside an obscure other name of a small place stands the chance that a place in no list is meant"
)
BESIDE_TITLE = Weight(
    0.2, "beside a city of the world by its own name, a place that some list calls so as well: Philadelphia, Amman"
)
BESIDE_FAMED = Weight(0.1, "beside a town named in forty languages a namesake that few have heard of: Geneva, Illinois")
FAME_SHARE = Weight(0.35, "of the fame of a town: with less a namesake is seldom spoken of far off")
FAME_ALIKE = Weight(0.5, "of the fame of a town: with more a city abroad is meant as often: Tripoli in Lebanon")
OLD_NAME = Weight(0.2, "a name that is out of use, in a row without a date: more often a place that bears it today")
PER_EDIT = Weight(0.001, "each wrong letter makes a slip of the pen thirty times less likely; the root is taken of it")
MISSPELT_ROOT = Weight(
    0.5,
    "the power taken of a misspelt name's weight: a slip says little of size, so a large city's name "
    "leads over a like one by its root only",
)
CORRECTED_EDITS = Weight(2, "three wrong letters make another name")
CORRECTED_IN_COUNTRY = Weight(4, "letters that a name must exceed for each wrong one, where the country is stated")
CORRECTED_ANYWHERE = Weight(6, "the same where no country is stated: a short word is near to too many names")
CORRECTED_POPULATION_IN_COUNTRY = Weight(15_000, "a wrong letter is read as a known town, not as an obscure hamlet")
CORRECTED_POPULATION = Weight(200_000, "without a country, only as a city that the writer may take as known")
CORRECTED_TWICE = Weight(5, "for each further wrong letter the town must be so many times larger")
GREATER = Weight(20, "times the people of a small place whose name is one letter from that of a city of the world")
WORLD_CITY = Weight(500_000, "people of a city that a writer names without its country")
CORRECTED_ALIAS = Weight(1_000_000, "only of very large cities are other names common enough to be misspelt")
CORRECTED_KINDS = frozenset({"city", "capital", "country", "region", "port", "station", "border crossing", "venue"})
WRONG_DATE = Weight(0.02, "the row speaks of a year in which the place did not bear this name")
REGION_KM = Weight(500, "a place whose region no list states lies in the stated one if it is this near to its middle")
AREA_KM = {
    "continent": Weight(6000, "from the middle of Asia or Africa to its capes"),
    "area": Weight(2000, "Central Asia, the Middle East, Latin America; narrower ones have few namesakes within that"),
    "county": Weight(60, "of the wider counties some towns lie farther off, and are asked about"),
    "district": Weight(60, "as counties"),
    "island": Weight(30, "most islands that are named are small; the list states how far a larger one reaches"),
}
WIDE_AREA = Weight(1_000_000, "people in an area that the world knows by name, such as the West Indies")
LIKE_A_NAME = Weight(4, "letters for each wrong one in a name that is shown as similar: Moron is no Moon")
LESSER = Weight(0.05, "of the people of a city: with less a namesake abroad is no match for it: Sydney in Nova Scotia")
SPOKEN_OF = Weight(15, "names: a city of which languages far off speak, though it is not famed everywhere")
HEARD_OF = Weight(100_000, "another name of a smaller place, without a country, is more often no place at all")
FAMED = Weight(40, "names: a small town that so many languages have a name for is known to all: Venice 49, Davos 18")
SHORT_NAME = Weight(4, "letters: a country's shorter names are codes, words and slips that somebody entered as names")
CAPITAL_FIRST = Weight(0.0001, "a capital that is called so is meant sooner than a country by such a name: Vena")
AT_HOME = Weight(
    0.05, "a town of the stated country with this share of the people of its namesake in a territory may be meant"
)
NOT_FAR_SMALLER = Weight(0.01, "share of the people: with less, a namesake abroad is no reading of a state's code")
TOWN_KM = Weight(30, "what is written before the name of a town lies in it or at its edge: Downing Street, London")
SUBURB_SHARE = Weight(0.2, "a town that lies in another one is much smaller; two that are alike are two stops")
AROUND_CITY_KM = Weight(
    250, "a city that is a region itself, such as Almaty, stands in most minds for the one around it"
)
CITY_REGION_KM = Weight(20, "the towns of a region that is a city are its quarters")
ABROAD = Weight(
    15_000, "a village abroad that bears a name to the letter is no reason against a slip of the pen at home"
)
FAR_NEARER = Weight(10, "times nearer to the stops: what is called so by right is then meant as likely as the city")
NEAR_KM = Weight(300, "stops of one journey lie within a day's travel of each other more often than not")
NEAR_BOOST = Weight(40.0, "a namesake beside the other stops against one on another continent; never enough alone")

# In a running text an answer is always given, so these only order the candidates (logarithms are summed).
AS_IS = Weight(1.0, "no kind of place is set back")
TEXT_KIND = {
    "region": Weight(3.0, "news names states and provinces more often than tables of visits do"),
    "county": Weight(4.0, "local news names counties, mostly with the word"),
    "country": Weight(1.5, "news names countries most of all"),
    "capital": Weight(3.0, "news says Washington or Moscow for the government that sits there"),
}
BEHIND = Weight(2_000, "'Paris, Texas': the writer said where; only a slip of the reader could overrule it")
COUNTRY_NAMED = Weight(12, "a text speaks of places in the countries that it names")
REGION_NAMED = Weight(60, "as countries, and a region leaves fewer namesakes")
TOGETHER = Weight(30, "places in one text lie together more often than chance has it")
CLOSE_KM = Weight(80, "a paper's own area: a county and its neighbours")
FAR_KM = Weight(700, "a country of middling size")
FAR_SHARE = Weight(0.15, "the same land is a far weaker sign than the same county")
HOME = Weight(60, "local papers write about their own area")
HOME_TOWN = Weight(500, "Paris, in the paper of Paris, Texas, is the town itself")
HOME_TOWN_KM = Weight(15, "a town and its suburbs")
AROUND = Weight(15, "a text that names a country or region names places in it")
UNLISTED_IN_TEXT = Weight(2, "a hamlet that no list has, amid the other places of the text, against namesakes far away")
CORRECTED_IN_TEXT = Weight(6, "as for tables without a country: letters for each wrong one")
SEAT_RIVAL = Weight(
    25, "the state of New York does not lead over the city, but is a rival of it: a text may mean it without the word"
)
DOUBT = Weight(1.6, "signs in one text repeat each other; as if each counted for less when doubt is told")
WIDE_POINT = Weight(0.5, "an ocean or a part of a continent has no middle that two authors would agree upon")
POINT_KM = Weight(300, "up to this spread of its towns a country or region is hardly wider than what counts as right")
WIDE_ROOT = Weight(
    0.1,
    "the power of spread over that by which a wider one's point is less sure: the authors agree more "
    "often than width would have it",
)
# The surveyed centre of the contiguous United States, which maps and lists agree upon (US Geological Survey,
# "Elevations and Distances in the United States").
AGREED_POINTS = frozenset({"geonames:6252001"})
WIDE_IN_TEXT = frozenset(
    ("country", "former country", "continent", "area", "ocean", "sea", "river", "mountains")
)  # their point says little of where a text is; a lake or strait is narrow enough
TEXT_MATCH = {
    "id": Weight(1.0, "written out"),
    "title": Weight(1.0, "its own name"),
    "name": Weight(0.97, "another name of it"),
    "transliterated": Weight(0.9, "read letter by letter"),
    "several": Weight(0.5, "one of several names in what should be one"),
    "part": Weight(0.6, "what bears a place's name as a part of its own often stands elsewhere: Liverpool Academy"),
    "nearby": Weight(0.2, "only that the text speaks of this area"),
    "misspelt": Weight(0.6, "more often a place that nobody listed than a slip of the pen"),
}
