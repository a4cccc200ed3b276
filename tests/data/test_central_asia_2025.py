"""The tour of 2025 says what its sources say, and no more.

The tables are the facts in the form of a fact checker's list: change the data, and a line here says what is lost.
"""

import datetime as dt
from typing import NamedTuple

import pytest

from mapapp.accounts import accounts
from mapapp.marks import ghosts
from mapapp.selection import select
from mapapp.tour import Status
from mapapp.view import View
from mapapp.when import Precision
from tests.fixtures.shipped import legs, shipped, stops

TOUR = shipped("central-asia-2025")
ROUTE = "trans-caspian-route"


class Fact(NamedTuple):
    """A row of the list of facts: ``stated`` says whether a source names the day, ``day_part`` when on it."""

    event: str
    when: str
    place: str
    who: str
    status: str
    cites: str  # source and locator of the first citation
    stated: bool = True
    day_part: str = ""


FACTS = (
    Fact("ministerial-planned", "2025-03-04", "Ashgabat", "", "postponed", "agence-europe"),
    Fact("ministerial", "2025-03-27", "Ashgabat", "kallas vassilenko", "held", "ne-global paragraphs 12 and 15"),
    Fact("kazakh-initiatives", "2025-03-27", "Ashgabat", "vassilenko", "held", "ne-global paragraphs 13 and 14"),
    Fact("berdimuhamedov", "2025-03-27", "Ashgabat", "kallas berdimuhamedov", "held", "nca-received"),
    Fact("press-remarks", "2025-03-27", "Ashgabat", "kallas", "held", "eeas-remarks"),
    Fact(
        *("ashgabat-bilaterals", "2025-03-27", "Ashgabat", "kallas meredow muhriddin"),
        *("announced", "nca-programme"),
    ),
    Fact("peace-and-trust", "2025-03-27~", "Ashgabat", "vassilenko", "held", "ne-global paragraph 16", stated=False),
    Fact(
        "water-talks", "2025-03-27~", "Ashgabat", "vassilenko stiprais", "held", "ne-global paragraph 16", stated=False
    ),
    Fact("mirziyoyev", "2025-03-27", "Tashkent", "kallas mirziyoyev", "held", "repost", day_part="evening"),
    Fact("saidov", "2025-03-27", "Tashkent", "kallas saidov", "announced", "24kg-summit", stated=False),
    Fact("tokayev", "2025-03-28", "Almaty", "kallas tokayev", "held", "ne-global paragraphs 3 to 7"),
    Fact("nurtleu", "2025-03-28", "Almaty", "kallas nurtleu", "held", "ne-global paragraphs 8 to 10"),
    Fact("closing-words", "2025-03-28~", "Almaty", "kallas", "held", "ne-global paragraphs 2 and 11", stated=False),
    Fact(
        *("samarkand-summit", "2025-04-03/2025-04-04", "Samarkand"),
        *("costa von-der-leyen mirziyoyev tokayev japarov rahmon berdimuhamedov", "held", "ne-global paragraph 1"),
    ),
    Fact("climate-summit", "2026", "Astana", "", "announced", "ne-global paragraph 14"),
)
WORDS = {  # what a reader has to be able to find in the words of each event
    "ministerial-planned": "4 March; put off; illness; 27 March",
    "ministerial": "20th; ministers and deputy ministers; Samarkand; joint communiqué; regional cooperation",
    "kazakh-initiatives": "agriculture; digitalization; investment; transit potential; Trans-Caspian; climate",
    "press-remarks": "press",
    "ashgabat-bilaterals": "foreign ministers; programme; no source at hand confirms",
    "berdimuhamedov": "received; President of Turkmenistan; as planned; summit in Samarkand",
    "peace-and-trust": "Year of Peace and Trust; Central Asia and the EU; Turkmenistan; day is not stated",
    "water-talks": (
        "sidelines of the side event; newly appointed; water; science and education; sustainable connectivity; "
        "regional cooperation"
    ),
    "mirziyoyev": "received; President; Samarkand summit",
    "saidov": "announcements; no source at hand confirms",
    "tokayev": (  # paragraphs 3 to 7
        "press service; trade; energy; industry; digitalization; infrastructure for the Trans-Caspian; "
        "visa facilitation negotiations; first in the region; Enhanced Partnership and Cooperation Agreement; "
        "which Tokayev welcomed; contacts between people; business ties; caution and responsibility; "
        "diplomatic solutions; international and regional; “Central Asia – EU” format"
    ),
    "nurtleu": (  # paragraphs 8 to 10
        "global agenda; summit; joint steps on the Trans-Caspian; Middle East and Africa; long-term cooperation; "
        "joint projects; Ashgabat ministerial; values highly; NE Global none"
    ),
    "closing-words": (  # paragraphs 2 and 11
        "very important partner; environment, energy and trade; On X she thanked the President and the minister; "
        "Kazakhstan’s role; international law and the UN Charter; neither day nor place"
    ),
    "samarkand-summit": (
        "first; 3 April; plenary on 4 April; Silk Road Samarkand; strategic partnership; "
        "EUR 12 billion; presidents of the Council and the Commission; NATO in Brussels"
    ),
    "climate-summit": (
        "United Nations; Regional Ecological Summit; 22 to 24 April 2026; 1,500 delegates; "
        "A Shared Vision for a Sustainable Future; no source at hand says that it took place"
    ),
}


def test_the_list_of_facts_is_the_list_of_events() -> None:
    assert sorted(fact.event for fact in FACTS) == sorted(WORDS) == sorted(TOUR.event)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.event)
def test_each_fact_is_there_as_precise_as_its_source(fact: Fact) -> None:
    event = TOUR.event[fact.event]
    first = event.citations[0]
    assert fact == Fact(
        event=event.id,
        when=str(event.when),
        place=event.place.title,
        who=" ".join(event.participants),
        status=str(event.status),
        cites=f"{first.source} {first.locator}".strip(),
        stated=event.when_stated,
        day_part=event.day_part,
    )


@pytest.mark.parametrize(("id_", "words"), WORDS.items())
def test_each_fact_can_be_read(id_: str, words: str) -> None:
    event = TOUR.event[id_]
    text = f"{event.title}\n{event.summary}".casefold()
    for phrase in words.split("; "):
        assert phrase.casefold() in text


@pytest.mark.parametrize(
    "phrase",
    ["communiqué", "water", "visa", "Middle East", "Ecological", "Stiprais", "Astana", "UN Charter", "joint projects"],
)
def test_each_fact_can_be_found(phrase: str) -> None:
    assert 0 < len(select(TOUR, View(text=phrase)).events) < len(TOUR.events)


def test_the_route_runs_through_the_three_talks_that_named_it() -> None:
    assert {e.id for e in TOUR.events if ROUTE in e.topics} == {"kazakh-initiatives", "tokayev", "nurtleu"}


def test_people_have_the_offices_that_they_held() -> None:
    roles = {id_: (p.name, p.role) for id_, p in TOUR.person.items()}
    assert roles["vassilenko"] == ("Roman Vassilenko", "Deputy Minister of Foreign Affairs")
    assert roles["nurtleu"] == ("Murat Nurtleu", "Deputy Prime Minister, Minister of Foreign Affairs")
    assert roles["stiprais"] == ("Eduards Stiprais", "EU Special Representative for Central Asia")
    assert roles["tokayev"] == ("Kassym-Jomart Tokayev", "President of Kazakhstan")
    assert roles["kallas"][1].startswith("High Representative for Foreign Affairs and Security Policy")
    assert all(role for _, role in roles.values())


def test_travellers_are_separate_and_come_in_order() -> None:
    assert TOUR.travellers == ("kallas", "vassilenko")
    assert [(v.place.title, str(v.when)) for v in stops(TOUR, "kallas")] == [
        ("Ashgabat", "2025-03-27"),
        ("Tashkent", "2025-03-27"),
        ("Almaty", "2025-03-28~"),
    ]
    assert [(v.place.title, str(v.when)) for v in stops(TOUR, "vassilenko")] == [("Ashgabat", "2025-03-27~")]


def test_no_leg_is_drawn_that_no_source_supports() -> None:
    """None to or from Samarkand, none for Vassilenko, and how they travelled is not stated."""
    assert legs(TOUR) == [("Ashgabat", "Tashkent"), ("Tashkent", "Almaty")]
    assert {leg.mode for leg in TOUR.legs} == {"unknown"}
    assert "Samarkand" not in {visit.place.title for visit in TOUR.visits}


def test_the_tour_went_nowhere_else() -> None:
    """No source shows a stop in Bishkek or Dushanbe."""
    assert {v.place.title for v in TOUR.visits} == {"Ashgabat", "Tashkent", "Almaty"}
    assert {e.place.title for e in TOUR.events} == {"Ashgabat", "Tashkent", "Almaty", "Samarkand", "Astana"}


def test_the_topics_are_those_of_the_paragraphs() -> None:
    topics = {id_: set(TOUR.event[id_].topics) for id_ in ("tokayev", "nurtleu", "closing-words")}
    assert "regional-cooperation" in topics["tokayev"] & topics["nurtleu"]
    assert {"visas", "energy", "industry", "digitalization", "international-agenda"} <= topics["tokayev"]
    assert {"environment", "energy", "trade"} <= topics["closing-words"]


@pytest.mark.parametrize(
    ("event", "sources"),
    [
        ("tokayev", ["at-almaty", "at-announced", "at-cooperation"]),
        ("nurtleu", ["at-cooperation", "at-announced", "nca-programme"]),
    ],
)
def test_almaty_is_drawn_and_astana_is_no_claim_of_the_report_that_names_no_city(
    event: str, sources: list[str]
) -> None:
    """The report writes Brussels and Astana for the two governments: nobody differs about the place."""
    claims = {c.value: c for c in TOUR.claims_on[event] if c.field == "place"}
    assert [(value, claim.kind) for value, claim in claims.items()] == [("Almaty", "statement"), ("Astana", "unstated")]
    assert [c.source for c in claims["Almaty"].citations] == sources
    assert [(c.source, c.locator) for c in claims["Astana"].citations] == [("ne-global", "paragraph 1")]
    assert "names no city" in claims["Astana"].note
    assert "Brussels and Astana for the two governments" in claims["Astana"].note
    assert all(claim.at and claim.at.place.title == name for name, claim in claims.items())
    assert not any(ghost.stated for ghost in ghosts(TOUR))


def test_no_source_of_the_tour_contradicts_another() -> None:
    """A postponement, a plenary within a summit, a year and its days, a former name: none of them is a dispute."""
    told = [account for claims in TOUR.claims_on.values() for account in accounts(claims)]
    assert len(told) == 6
    assert not any(account.differ for account in told)


def test_astana_is_on_the_map_in_its_own_right() -> None:
    event = TOUR.event["climate-summit"]
    assert (event.place.title, event.visit, event.kind) == ("Astana", "", "summit")


def test_2026_stays_a_year() -> None:
    """The day that later reports name is a claim beside it; it never moves the event into April."""
    event = TOUR.event["climate-summit"]
    assert event.when.precision == Precision.YEAR
    assert event.when.describe() == "2026"
    april = View(since=dt.date(2026, 4, 22), until=dt.date(2026, 4, 24))
    assert [e.id for e in select(TOUR, april).events] == ["climate-summit"]
    assert select(TOUR, View(since=april.since, until=april.until, sure=True)).events == ()


def test_what_else_is_on_record() -> None:
    def values(event: str, field: str) -> list[str]:
        return [c.value for c in TOUR.claims_on[event] if c.field == field]

    assert values("climate-summit", "when") == ["2026", "2026-04-22/2026-04-24"]
    assert values("climate-summit", "title") == ["Regional Climate Summit", "Regional Ecological Summit (RES 2026)"]
    assert values("samarkand-summit", "when") == ["2025-04-04", "2025-04-03/2025-04-04"]
    assert values("ministerial", "when") == ["2025-03-27", "2025-03-04"]
    kinds = {(c.event, c.value): c.kind for c in TOUR.claims}
    assert kinds["ministerial", "2025-03-04"] == kinds["climate-summit", "Regional Climate Summit"] == "superseded"
    assert TOUR.event["climate-summit"].status == Status.ANNOUNCED


def test_the_high_representative_was_not_in_samarkand() -> None:
    event = TOUR.event["samarkand-summit"]
    assert "kallas" not in event.participants
    assert TOUR.travellers_of(event) == ()
    assert "eeas-nato" in {citation.source for citation in event.citations}


def test_figures_are_those_of_the_sources_and_state_only_stated_periods() -> None:
    assert [(f.value, f.unit, f.change, f.period, f.citations[0].source) for f in TOUR.figures] == [
        (49.7, "billion USD", 16.9, "", "ne-global"),
        (38.6, "billion USD", None, "", "ne-global"),
        (11.1, "billion USD", None, "", "ne-global"),
        (200.7, "billion USD", None, "2005 to the first nine months of 2024", "ne-global"),
        (3000, "companies", None, "", "ne-global"),
        (12, "billion EUR", None, "", "ieu-summit"),
    ]
    own = [f for f in TOUR.figures if f.citations[0].source == "ne-global"]
    assert {f.citations[0].locator for f in own} == {"paragraph 17"}
    assert "more than" in own[-1].note
    assert own[0].value == pytest.approx(own[1].value + own[2].value)


def test_figures_are_attributed_as_the_article_does_and_no_further() -> None:
    """The Ministry stands behind turnover, exports and imports; for investment and companies nobody is named."""
    trade, rest = TOUR.figures[:3], TOUR.figures[3:5]
    assert all("according to the Ministry of Foreign Affairs of Kazakhstan" in f.note for f in trade)
    assert not any("Ministry" in f.note for f in rest)
    assert all("the article names no source for this figure" in f.note for f in rest)
    assert "the main trade and investment partner of Kazakhstan" in trade[0].note
    assert "does not say since when" in trade[0].note


def test_every_source_has_an_address_and_says_when_it_was_read_or_that_it_was_not() -> None:
    """Only what was read, here or in a stored copy, has a day of reading and may have a locator."""
    assert [source.id for source in TOUR.sources if not source.url] == []
    assert [source.id for source in TOUR.sources if not source.read] == ["repost"]
    cited = [record.citations for records in (TOUR.visits, TOUR.events, TOUR.claims) for record in records]
    cited += [record.citations for records in (TOUR.figures, TOUR.legs) for record in records]
    located = {citation.source for citations in cited for citation in citations if citation.locator}
    assert located == {"ne-global", "joint-declaration"}


def test_reports_on_the_summit_bear_the_days_of_the_summit() -> None:
    dates = {s.id: str(s.published) for s in TOUR.sources if s.publisher == "Qazinform" and s.published}
    assert dates == {"qazinform-eve": "2025-04-03"}


def test_whoever_a_source_names_in_full_is_named_in_full() -> None:
    names = {person.id: person.name for person in TOUR.people}
    assert names["saidov"] == "Bakhtiyor Saidov"
    assert (names["japarov"], names["rahmon"]) == ("Sadyr Japarov", "Emomali Rahmon")
    assert names["costa"] == "António Costa"
    assert not {id_ for id_, name in names.items() if " " not in name}


def test_the_post_on_x_is_paraphrased_and_not_quoted() -> None:
    event = TOUR.event["closing-words"]
    assert not any(words in event.summary for words in ("Rounding up my", "eye-to-eye", "hospitality", "insightful"))
    assert [(c.source, c.locator) for c in event.citations] == [("ne-global", "paragraphs 2 and 11")]
