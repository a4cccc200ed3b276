"""The HTML of a proposal's head, and of what was not taken. Every word of it is escaped."""

from dataclasses import replace
from html import escape

from mapapp.articles.records import Article, Proposal, Reading, Spot
from mapapp.message import series, tr
from mapapp.place import place_name
from mapapp.tour import Status
from mapapp.words import terms
from mapapp.words.language import Words


def _place(spot: Spot, words: Words) -> str:
    """The place as a card says it, its country in the language of the page."""
    land = words.country(spot.country) if spot.country else ""
    if spot.place:
        return series((named(spot), land))
    place = spot.toponym or tr("place not stated")
    return tr("{place} ({country})", place=place, country=land) if land else place


def named(spot: Spot) -> str:
    """The name of a place that is known, in the language of the page; in that of the article its own."""
    return place_name(replace(spot.place, title=spot.toponym or spot.place.title)) if spot.place else spot.toponym


def head(reading: Reading, proposal: Proposal, words: Words) -> str:
    """A disc, time, place and paragraph, the title, and people."""
    when = proposal.when.value
    told = terms.UNSTATED if not when else words.when(when) if when.start.about else words.heading(when)
    paragraph = tr("paragraph {number}", number=str(reading.article.paragraph(proposal.quote.start)))
    line = words.say(series((told, _place(proposal.spot.value, words), paragraph), " · "))
    people = series(f.value.label for f in (*proposal.travellers, *proposal.others))
    who = words.say(people or tr("No traveller: an event beside the journey"))
    status = "" if proposal.status.value == Status.HELD else words.say(terms.status(proposal.status.value))
    chip = f' <span class="status">{escape(status)}</span>' if status else ""
    return (
        f'<div class="proposal">{_disc(reading, proposal)}<div><p class="line">{escape(line)}</p>'
        f'<h2 dir="auto">{escape(proposal.title.value)}{chip}</h2><p class="who">{escape(who)}</p></div></div>'
    )


def _disc(reading: Reading, proposal: Proposal) -> str:
    """The sign of the map: a disc in the traveller's colour, open where the place is, a star beside the journey."""
    travellers = list(dict.fromkeys(f.value.label for p in reading.proposals for f in p.travellers))
    own = next((f.value.label for f in proposal.travellers), "")
    kind = f"of-{travellers.index(own) % 7}" if own else "beside"
    spot = proposal.spot.value
    sign = "?" if not (spot.place and spot.stated) else "" if own else "★"
    hollow = " open" if sign == "?" or proposal.status.value != Status.HELD else ""
    return f'<span class="disc {kind}{hollow}" aria-hidden="true">{sign}</span>'


def doubt(words: Words, asked: str, *sentences: str) -> str:
    """A box with a question and what it is about."""
    said = " ".join(escape(words.say(sentence)) for sentence in sentences)
    return f'<p class="doubt"><strong>{escape(words.say(asked))}</strong> {said}</p>'


def refusals(reading: Reading, words: Words) -> str:
    """What is named and not taken, each with its reason."""
    article: Article = reading.article
    rows = []
    for refusal in reading.refusals:
        said = tr(
            "“{text}”, paragraph {number}: {reason}",
            text=article.words(refusal.quote),
            number=str(article.paragraph(refusal.quote.start)),
            reason=refusal.reason.value,
        )
        rows.append(f"<li>{escape(words.say(said))}</li>")
    return f'<ul class="refused">{"".join(rows)}</ul>' if rows else ""
