"""Names in running text: resolved with the help of each other, scored on texts of our own."""

import json
from pathlib import Path

from mapapp.geocoding.documents import DocumentReader, Mention
from mapapp.geocoding.resolver import OfflineResolver
from mapapp.position import Position, distance_km

GOLD = Path(__file__).parents[2] / "data" / "gazetteer" / "gold-documents.jsonl"
READ = DocumentReader(OfflineResolver())


def test_most_names_in_texts_are_put_where_they_belong() -> None:
    """A name without an answer counts as wrong; right is within 161 km, as the published corpora count."""
    right = total = 0
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        mentions = [Mention(t["start"], t["end"], t["name"]) for t in document["toponyms"]]
        home = Position(document["home"][1], document["home"][0]) if document.get("home") else None
        for toponym, candidates in zip(document["toponyms"], READ(document["text"], mentions, home), strict=True):
            total += 1
            place = candidates[0].place.position if candidates else None
            right += place is not None and distance_km(place, Position(toponym["lon"], toponym["lat"])) <= 161
    assert total > 150
    assert right / total > 0.9, f"{right} of {total}"


def test_a_region_in_the_text_tips_the_balance() -> None:
    text = "PARIS, Texas - Residents of Paris came."
    mentions = [Mention(0, 5, "PARIS"), Mention(7, 12, "Texas"), Mention(28, 33, "Paris")]
    paris = READ(text, mentions)[2][0].place
    assert paris.country == "US"


def test_a_name_like_no_place_has_no_candidates() -> None:
    assert READ("Xqzwvk is not a place.", [Mention(0, 6, "Xqzwvk")]) == [()]
