"""What is said where the choice of a place is not sure: its candidates, and how likely each is."""

from mapapp.message import tr
from mapapp.place import Candidate, where_words
from mapapp.tour import Located
from mapapp.words.forms import CandidateWords

_LIKELY = (
    (0.95, tr("almost certain")),
    (0.8, tr("likely")),
    (0.51, tr("more likely than not")),
    (0.1, tr("possible")),
    (0.0, tr("unlikely")),
)  # confidence from which on each is said
LISTED = 5  # candidates for a place that a card tells of


def doubt(at: Located) -> list[CandidateWords] | None:
    """The candidates for a place with their reasons where the choice is not sure; None where it is."""
    if at.sure or not at.candidates:
        return None
    return [
        {
            "title": where_words(c.place),
            "id": c.place.id,
            "confidence": round(c.confidence, 2),
            "likely": likelihood(c),
            "reasons": list(c.reasons),
        }
        for c in at.candidates[:LISTED]
    ]


def more_doubt(at: Located) -> str:
    """How many candidates `doubt` leaves out: ``and 26 more``; "" where it lists all."""
    left = 0 if at.sure else len(at.candidates) - LISTED
    return tr("and {n} more", n=left) if left > 0 else ""


def likelihood(candidate: Candidate) -> str:
    """The confidence of a candidate in words; what was read as a misspelling is never more than likely."""
    return likely(candidate.confidence, misspelt=candidate.match == "misspelt")


def likely(confidence: float, *, misspelt: bool) -> str:
    """A confidence from 0 to 1 in words: ``almost certain``."""
    most = 0.94 if misspelt else 1.0
    return next(words for least, words in _LIKELY if min(confidence, most) >= least)
