"""The English verbs and nouns of travel and meeting, with all their forms."""

from functools import cache

from mapapp.articles.languages.language import Act
from mapapp.articles.tokens import Form

ACTS: dict[Act, str] = {
    Act.TRAVEL: "visit travel arrive fly land reach tour come head go swing stop continue proceed spend take bring be "
    "stay end conclude begin wrap complete start move detour journey jet sail drive ride cross enter transit lead "
    "finish make due touch",
    Act.TRIP: "visit trip tour journey stop stopover leg stay swing pilgrimage mission detour layover itinerary",
    Act.MEET: "meet confer sit hold discuss speak talk see consult huddle co-chair",
    Act.TALKS: "meeting talks talk consultations audience discussions negotiations conversation session",
    Act.HOST: "receive welcome host greet",
    Act.ACT: "open inaugurate address attend announce present inspect preach lay join chair deliver sign unveil launch "
    "participate lecture visit perform sing play "
    "press-conference briefing",
    Act.SAY: "say tell state note stress add declare write underline emphasize reiterate tweet report",
    Act.LEAVE: "leave depart",
    Act.RETURN: "return",
    Act.ORIGIN: "born hail",
    Act.CANCEL: "cancel scrap abandon drop shelve skip",
    Act.POSTPONE: "postpone delay reschedule",
    Act.TAKE_PLACE: "hold convene organize organise",
    Act.PREPARE: "prepare review",
}
PHRASES = {  # several words that are one to us
    ("take", "part"): "attend", ("call", "off"): "cancel", ("fall", "through"): "cancel",
    ("not", "take", "place"): "cancel",
    ("depart", "for"): "reach",
    ("leave", "for"): "reach",
    ("head", "for"): "reach", ("set", "off", "for"): "reach", ("set", "out", "for"): "reach",
    ("put", "off"): "postpone", ("put", "back"): "postpone",
    ("take", "place"): "convene", ("come", "from"): "hail", ("grow", "up"): "hail", ("along", "with"): "with",
    ("together", "with"): "with", ("go", "ahead"): "proceed-planned",
    ("ahead", "of"): "ahead-of", ("in", "advance", "of"): "ahead-of", ("on", "the", "eve", "of"): "ahead-of",
    ("the", "day", "before"): "before", ("once", "before"): "once-before",
    ("twice", "before"): "once-before", ("times", "before"): "once-before",
    ("call", "on"): "meet", ("meet", "up"): "meet", ("set", "off"): "leave",
    ("give", "a", "speech"): "lecture", ("give", "a", "lecture"): "lecture", ("make", "a", "speech"): "lecture",
    ("side", "event"): "side-event", ("preparation", "for"): "ahead-of", ("pay", "a", "visit"): "visit",
    ("hand", "over"): "present", ("sworn", "in"): "sworn-in",
    ("press", "conference"): "press-conference", ("news", "conference"): "press-conference",
    ("press", "briefing"): "briefing", ("press", "brief"): "briefing", ("press", "point"): "press-conference",
    ("to", "come"): "to-come", ("come", "as"): "follow", ("come", "amid"): "follow", ("come", "after"): "follow",
    ("come", "ahead", "of"): "follow", ("come", "days", "after"): "follow",
}  # fmt: skip
_OTHERS = (  # verbs that tell of nothing of ours, by which a subject ends
    "include comprise accompany call urge praise reaffirm note agree express offer invite ask seek hope believe want "
    "hand mark follow show serve witness brief update exchange reach thank outline voice pledge warn insist consider "
    "work create bring give provide receive support continue remain become represent reveal confirm disclose explain "
    "deny decline refuse"
)
_IRREGULAR = (
    "fly flew flown, come came come, go went gone, swing swung swung, sit sat sat, spend spent spent, meet met met, "
    "hold held held, speak spoke spoken, see saw seen, lead led led, lay laid laid, say said said, tell told told, "
    "leave left left, grow grew grown, make made made, write wrote written, drive drove driven, ride rode ridden, "
    "begin began begun, pay paid paid, take took taken, give gave given, put put put, call called called, "
    "fall fell fallen, sing sang sung"
)


def first_form(word: str) -> tuple[str, Form]:
    """The first form of a word, and what the form of a verb tells about time."""
    key = word.casefold().rstrip(".")
    return _forms().get(key, (key.removesuffix("’s").removesuffix("'s"), Form.NONE))


@cache
def _forms() -> dict[str, tuple[str, Form]]:
    """Every form of the verbs that we know."""
    irregular = {row.split()[0]: row.split()[1:] for row in _IRREGULAR.split(", ")}
    found = dict.fromkeys(("was", "were", "been"), ("be", Form.PAST))
    found |= dict.fromkeys(("is", "are", "am"), ("be", Form.PRESENT)) | {
        "be": ("be", Form.BASE),
        "due": ("due", Form.FUTURE),
    }
    found |= {"had": ("have", Form.PAST), "has": ("have", Form.PRESENT), "have": ("have", Form.PRESENT)}
    found |= {
        "born": ("born", Form.PAST),
        "preparations": ("preparation", Form.NONE),
        "preparation": ("preparation", Form.NONE),
    }
    verbs = (
        {v for act in Act if act not in (Act.TALKS, Act.TRIP) for v in ACTS.get(act, "").split()}
        | irregular.keys()
        | {*_OTHERS.split()}
    )
    for verb in verbs - {"be", "due", "born"}:
        stem = verb.removesuffix("e")
        doubled = verb + verb[-1] if verb in ("stop", "wrap", "scrap", "confer", "drop", "skip") else stem
        past, participle = irregular.get(verb, [f"{doubled}ed"] * 2)
        if verb.endswith("y") and verb[-2] not in "aeiou" and verb not in irregular:
            past = participle = f"{verb[:-1]}ied"
        plural = (
            "ies"
            if verb.endswith("y") and verb[-2] not in "aeiou"
            else "es"
            if verb.endswith(("s", "sh", "ch", "o"))
            else "s"
        )
        found[verb[:-1] + "ies" if plural == "ies" else verb + plural] = (verb, Form.PRESENT)
        found[{"sit": "sitting", "put": "putting"}.get(verb, f"{doubled}ing")] = (verb, Form.NONE)
        found[participle] = found[past] = (verb, Form.PAST)
        found[verb] = (verb, Form.BASE)
    for verb in ("travel", "cancel"):  # the British way
        found |= {f"{verb}led": (verb, Form.PAST), f"{verb}ling": (verb, Form.NONE)}
    return found
