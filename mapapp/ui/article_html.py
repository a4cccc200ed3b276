"""The HTML of the page "Article": the text with its marks, and the head of a proposal. Every word of it is escaped."""

from html import escape

from mapapp.articles.records import Article, Proposal, Quote, Reading
from mapapp.articles.reviewing import place_words
from mapapp.message import series, tr
from mapapp.words import terms
from mapapp.words.language import Words

KINDS = {"place": tr("place"), "date": tr("date"), "person": tr("person"), "event": tr("event")}


def text(reading: Reading, current: Proposal | None, words: Words) -> str:
    """The paragraphs with numbers; marked are the words of all proposals, strongest those of the one in hand."""
    article = reading.article
    marks = _marks(reading)
    lit = current.quote if current else None
    rows = [
        f'<p><span class="number">{number}</span><span>{_marked(article, quote, marks, lit)}</span></p>'
        for number, quote in enumerate(article.paragraphs, start=1)
    ]
    legend = " ".join(f'<mark class="{kind}">{escape(words.say(said))}</mark>' for kind, said in KINDS.items())
    return f'<div class="article"><div class="legend">{legend}</div>{"".join(rows)}</div>'


def _marks(reading: Reading) -> list[tuple[Quote, str]]:
    """The words to mark with their kinds, in order, none within another; those of people come first."""
    found: list[tuple[Quote, str]] = []
    for proposal in reading.proposals:
        people = [q for f in (*proposal.travellers, *proposal.others) for q in f.quotes[:1]]
        found += [(q, "person") for q in people]
        found += [(q, "date") for q in proposal.when.quotes if proposal.when.value]
        found += [(q, "place") for q in proposal.spot.quotes if proposal.spot.value.stated]
        found += [(q, "event") for q in proposal.title.quotes if q not in people]
    kept: list[tuple[Quote, str]] = []
    for quote, kind in sorted(dict(reversed(found)).items()):
        if not kept or quote.start >= kept[-1][0].end:
            kept.append((quote, kind))
    return kept


def _marked(article: Article, paragraph: Quote, marks: list[tuple[Quote, str]], lit: Quote | None) -> str:
    html, at = "", paragraph.start
    for quote, kind in marks:
        if paragraph.start <= quote.start and quote.end <= paragraph.end:
            strong = " lit" if lit and lit.start <= quote.start < lit.end else ""
            words = escape(article.words(quote))
            html += escape(article.text[at : quote.start]) + f'<mark class="{kind}{strong}">{words}</mark>'
            at = quote.end
    return html + escape(article.text[at : paragraph.end])


def head(article: Article, proposal: Proposal, words: Words) -> str:
    """Time, place and paragraph; title; people; and a box for each doubt."""
    when = proposal.when.value
    told = words.heading(when) if when else terms.UNSTATED
    paragraph = tr("paragraph {number}", number=str(article.paragraph(proposal.quote.start)))
    line = words.say(series((told, place_words(proposal.spot.value), paragraph), " · "))
    people = series(f.value.label for f in (*proposal.travellers, *proposal.others))
    who = words.say(people or tr("No traveller: an event beside the journey"))
    status = f'<span class="status">{escape(words.say(terms.status(proposal.status.value)))}</span>'
    doubts = "".join(f'<p class="doubt">{escape(words.say(doubt))}</p>' for doubt in proposal.doubts)
    return (
        f'<div class="proposal"><p class="line">{escape(line)}</p><h2>{escape(proposal.title.value)} {status}</h2>'
        f'<p class="who">{escape(who)}</p>{doubts}</div>'
    )


def refusals(reading: Reading, words: Words) -> str:
    """What is named and not taken, each with its reason."""
    article = reading.article
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
