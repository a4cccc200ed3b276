"""Names in a running text, resolved together: one reading of the whole document, always with an answer.

Rules, in the order of their strength: what is written behind a name ("Paris, Texas"); one sense per document; countries
and regions that the text names; nearness of the places to one another; where the author is at home; then what the name
means anywhere. All numbers are in `weights`.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mapapp.geocoding import weights
from mapapp.geocoding.resolver import OfflineResolver
from mapapp.geocoding.texts.evidence import Evidence, Within
from mapapp.geocoding.texts.mentions import Meanings, Mention, known
from mapapp.geocoding.texts.mentions import key as key_of
from mapapp.message import tr
from mapapp.place import Candidate
from mapapp.position import Position, distance_km

_ROUNDS = 3  # of nearness: each takes the choice of the round before as its context; it hardly moves after two
_LOOSE = {"GB"}  # England holds most of its country, so being in it says no more than the country does


@dataclass(slots=True)
class _Sense:
    """What one name may mean in this document, and how much speaks for each.

    All numbers are logarithms of weights; ``rivalry`` is what a candidate counts for more where others are doubted.
    """

    candidates: list[Candidate]
    prior: list[float]
    rivalry: list[float]
    score: list[float]

    @property
    def best(self) -> int:
        return max(range(len(self.score)), key=lambda i: (self.score[i], self.prior[i]))


class DocumentReader:
    """Resolves the names of one document at a time."""

    def __init__(self, resolver: OfflineResolver) -> None:
        self._resolver = resolver
        self._evidence = Evidence(resolver.countries, resolver.regions)
        self._meanings = Meanings(resolver, self._evidence)

    def __call__(
        self, text: str, mentions: Sequence[Mention], home: Position | None = None
    ) -> list[tuple[Candidate, ...]]:
        """For each mention its candidates, surest first; empty where no name like it is known.

        ``home`` is where the author or the paper sits. Raises GeocodingError where the index cannot be had.
        """
        senses, behind = self._senses(text, mentions)
        named = self._evidence.mentioned(text, [(m.start, m.end) for m in mentions])
        for containers in behind.values():
            named.update({within: 2 * count for within, count in containers.items()})
        for sense in senses.values():
            sense.score = list(sense.prior)
        for _ in range(_ROUNDS):
            scored = {key: self._score(key, senses, behind[key], named, home) for key in senses}
            for key, score in scored.items():
                senses[key].score = score
        chosen = [self._judged(sense)[0] for sense in senses.values() if sense.candidates]
        somewhere = _middle(chosen)
        for key, sense in senses.items():
            unlisted = self._unlisted(behind[key], chosen) or somewhere
            sure = any(known(c) and c.match not in {"part", "misspelt"} for c in sense.candidates)
            if unlisted and sense.candidates and not sure:
                prior = math.log(weights.UNLISTED_IN_TEXT.value)
                sense.candidates, sense.prior = [*sense.candidates, unlisted[0]], [*sense.prior, prior]
                sense.rivalry, sense.score = [*sense.rivalry, 0.0], [*sense.score, prior]
                sense.score = self._score(key, senses, behind[key], named, home)
        answers = {key: self._judged(sense) for key, sense in senses.items()}
        return [answers[key_of(mention.name)] or somewhere for mention in mentions]

    def _unlisted(self, behind: Counter[Within], chosen: list[Candidate]) -> tuple[Candidate, ...]:
        """What stands for a place that no list has, in the country or region that is written behind its name."""
        for within in behind:
            if inside := _middle([c for c in chosen if within in self._within(c)]):
                return inside
            if area := self._meanings.container(within, ""):
                return (replace(area[0], match="nearby", reasons=(tr("not listed; the text says that it lies here"),)),)
        return ()

    def _senses(self, text: str, mentions: Sequence[Mention]) -> tuple[dict[str, _Sense], dict[str, Counter[Within]]]:
        senses: dict[str, _Sense] = {}
        behind: dict[str, Counter[Within]] = defaultdict(Counter)
        for mention in mentions:
            key = key_of(mention.name)
            name, comma, _ = mention.name.partition(",")  # "Orange County, California" as one mention
            within = self._evidence.behind(mention.name, len(name)) if comma else frozenset()
            if key not in senses:
                name = name if within else mention.name
                meanings = self._meanings(name)
                prior = [m.prior for m in meanings]
                senses[key] = _Sense([m.candidate for m in meanings], prior, [m.rivalry for m in meanings], prior)
            behind[key].update(within or self._evidence.behind(text, mention.end))
        return senses, behind

    def _score(
        self,
        key: str,
        senses: dict[str, _Sense],
        behind: Counter[Within],
        named: Counter[Within],
        home: Position | None,
    ) -> list[float]:
        """The candidates' logarithmic weights, given the present choice for all other names."""
        others = [
            (s.candidates[s.best], self._within(s.candidates[s.best]))
            for k, s in senses.items() if k != key and s.candidates
        ]  # fmt: skip
        points = [c.place.position for c, _ in others if c.place.kind not in weights.WIDE_IN_TEXT]
        context = Counter(named)
        for _, withins in others:
            context.update(withins)
        countries = _shares(context, region=False)
        regions = _shares(context, region=True)
        scores = []
        for candidate, prior in zip(senses[key].candidates, senses[key].prior, strict=True):
            country, region = _split(self._within(candidate))
            score = prior
            if any(w in behind for w in (country, region) if w and not _is(candidate, w)):
                score += math.log(weights.BEHIND.value)
            score += math.log1p(weights.COUNTRY_NAMED.value * countries.get(country, 0.0))
            score += math.log1p(weights.REGION_NAMED.value * regions.get(region, 0.0)) if region else 0.0
            score += self._nearness(candidate, points, home)
            if candidate.place.kind in {"country", "region"}:
                inside = sum(self._within(candidate)[-1] in withins for _, withins in others if candidate.place.country)
                score += math.log1p(weights.AROUND.value * inside / math.sqrt(len(others) or 1))
            scores.append(score)
        return scores

    def _nearness(self, candidate: Candidate, points: list[Position], home: Position | None) -> float:
        here = candidate.place.position
        narrow = candidate.place.kind not in weights.WIDE_IN_TEXT
        score = 0.0
        if points and narrow:
            pull = sum(_pull(distance_km(here, p)) for p in points) / math.sqrt(len(points))
            score += math.log1p(weights.TOGETHER.value * pull)
        if home and narrow:
            away = distance_km(here, home)
            score += math.log1p(weights.HOME.value * _pull(away))
            town = candidate.place.feature_class == "P" and candidate.match != "nearby"
            at_home = town and away < weights.HOME_TOWN_KM.value
            score += math.log(weights.HOME_TOWN.value) if at_home else 0.0
        return score

    def _within(self, candidate: Candidate) -> list[Within]:
        place = candidate.place
        if not place.country:
            return []
        region = self._resolver.region_of(place)
        if not region or place.country in _LOOSE:
            return [Within(place.country)]
        return [Within(place.country), Within(place.country, region)]

    def _judged(self, sense: _Sense) -> tuple[Candidate, ...]:
        """Ordered, each with its share among the places that are somewhere else."""
        order = sorted(range(len(sense.score)), key=lambda i: -sense.score[i])[:10]
        judged = []
        for i in order:
            candidate, score = sense.candidates[i], sense.score[i]
            here = candidate.place.position
            away = [j for j, other in enumerate(sense.candidates)
                    if distance_km(here, other.place.position) > weights.SAME_PLACE_KM.value]  # fmt: skip
            rivals = (math.exp((sense.score[j] + sense.rivalry[j] - score) / weights.DOUBT.value) for j in away)
            share = 1 / (1 + sum(rivals))
            sure = share * weights.TEXT_MATCH[candidate.match].value * _stands_for(candidate)
            judged.append(replace(candidate, confidence=round(sure, 4)))
        return tuple(judged)


def _stands_for(candidate: Candidate) -> float:
    """How well one point can stand for the candidate: 1 for a town, less the wider a country or region is."""
    place = candidate.place
    if place.kind in weights.WIDE_IN_TEXT - {"country"}:
        return weights.WIDE_POINT.value
    if place.id in weights.AGREED_POINTS:
        return 1.0
    wide = max(1.0, place.spread_km / weights.POINT_KM.value)
    return float(wide**-weights.WIDE_ROOT.value)


def _middle(found: list[Candidate]) -> tuple[Candidate, ...]:
    """For a name that nothing is known of: the place that is closest to all others of the text, hardly sure."""
    found = [c for c in found if c.match != "nearby"]
    points = [c for c in found if c.place.kind not in weights.WIDE_IN_TEXT] or found
    if not points:
        return ()
    pulls = [sum(b.confidence * _pull(distance_km(a.place.position, b.place.position)) for b in points) for a in points]
    best = points[max(range(len(points)), key=pulls.__getitem__)]
    reason = tr("not listed; taken as lying near {title}, amid the other places of the text", title=best.place.title)
    confidence = round(weights.TEXT_MATCH["nearby"].value * best.confidence, 4)
    return (replace(best, match="nearby", confidence=confidence, reasons=(reason,)),)


def _split(withins: list[Within]) -> tuple[Within | None, Within | None]:
    return (withins[0] if withins else None, withins[1] if len(withins) > 1 else None)


def _is(candidate: Candidate, within: Within) -> bool:
    """Whether the candidate is that country or region itself: "Georgia" does not lie in Georgia."""
    return candidate.place.kind == ("region" if within.region else "country")


def _shares(context: Counter[Within], *, region: bool) -> dict[Within | None, float]:
    """How much of what the text names lies in each region (or country)."""
    counts = {w: n for w, n in context.items() if bool(w.region) == region}
    total = sum(counts.values()) + 1
    return {w: n / total for w, n in counts.items()}


def _pull(km: float) -> float:
    """How much a place at this distance speaks for another: strongly in the same county, a little in the same land."""
    return math.exp(-km / weights.CLOSE_KM.value) + weights.FAR_SHARE.value * math.exp(-km / weights.FAR_KM.value)
