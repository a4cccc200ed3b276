"""Words by which English tells offices, events and names apart."""

HEADS = frozenset(
    """
    president minister premier chancellor king queen mayor councillor councilor governor gov envoy ambassador
    commissioner representative secretary speaker chief adviser advisor bishop archbishop patriarch leader
    counterpart chairman chairwoman chairperson chair head director senator pope emir amir sultan prince princess
    secretary-general vice-president director-general undersecretary spokesperson spokesman spokeswoman chaplain
    diplomat under-secretary-general deputy-secretary-general admiral marshal commander colonel brigadier commodore
    duke duchess earl countess consul consort
    under-secretary
    predecessor rector dean general senator sen rep congressman congresswoman chargé d’affaires d'affaires lady
    negotiator mediator coordinator rapporteur ombudsman
    chairperson-in-office chairman-in-office chair-in-office president-elect president-designate premier-designate
    """.split()
)
CAPITAL_OFFICES = frozenset({"member"})  # offices only with a capital: Cabinet Member
SHORT_OFFICES = frozenset("pm fm vp hrvp sg ceo".split())  # offices only in capital letters: PM, not 3 pm
BEFORE = frozenset(
    """
    top senior newly-appointed newly-elected principal
    prime foreign deputy vice first second special high state general former new newly appointed acting trade finance
    defence defense development agriculture interior energy economy transport health education crown federal
    external affairs under under-secretary assistant parliamentary mining culture environment permanent lord chief
    mining's security union air rear naval navy army lieutenant lt major
    """.split()
)
OFFICES = frozenset(
    """
    affairs foreign finance trade energy transport water irrigation defence defense security policy economy
    economic agriculture interior justice health education culture environment development labour labor industry
    commerce technology science tourism investment state cabinet government council commission parliament union
    european united nations league arab assembly national external regional relations cooperation infrastructure
    digital climate treasury ministers republic eu un nato asean congress senate committee federation high
    international peace rights human refugees resources mines mining fisheries african asia central africa
    america office shura majlis protocol staff ministry department naval navy army force forces armed air command
    commonwealth federal duma house commons lords representatives chamber deputies lok rajya sabha senate knesset rada
    verkhovna seimas saeima bundestag mazhilis supreme court constitutional people’s executive board women youth sports
    gender children family social housing urban planning rural local communications information media aviation ports
    petroleum oil gas electricity nuclear innovation research higher ecology natural forestry emergency situations
    partnerships enlargement neighbourhood equality preparedness cohesion oceans mediterranean
    relief
    hemisphere western protection religious public administration civil legislative legislature chiefs joint central
    """.split()
)
EVENTS = frozenset(
    """
    summit conference forum ministerial congress dialogue assembly festival fair exhibition expo games
    consultations week workshop symposium side-event meeting session convention
    """.split()
)
NOT_NAMES = frozenset(
    """
    the a an in on at of for to and but as by with from it he she they we his her their this that these those
    there during after before following while when where what who i you our its mr mrs ms dr earlier later then
    today tomorrow yesterday council parliament chamber house university school hospital company bank agency
    press office palace hotel airport street square relations tensions officials post last next both two three
    trust north south east west also however meanwhile additionally furthermore moreover finally among our all such
    maritime capital holy daylight eastern blessed
    officers officials ministers leaders governors mayors senators members delegates representatives presidents
    ambassadors envoys secretaries commissioners directors premiers mount cape
    many some most several other another each every despite since according speaking read more see watch related
    """.split()
)
CONNECT = frozenset(
    """
    of for the and – - on /
    """.split()
)
INNER = frozenset(
    """
    of de del da do dos al el la le san bin van von der den ben ibn di du
    """.split()
)
HONORIFICS = frozenset(
    """
    mr mrs ms dr sir dame lord his her
    excellency honourable honorable majesty majesties highness highnesses royal h.e hon sheikh
    sheikha shri smt madam
    """.split()
)
SHORT_RANKS = frozenset("lt gen col maj adm brig capt cmdr prof".split())
RANKS = frozenset(  # between an office and a name
    "admiral general gen marshal colonel col vice air chief rear lieutenant lt major maj brigadier brig commodore "
    "captain capt professor prof ambassador prince princess sheikh sheikha constable officer".split()
)
POSTNOMINALS = frozenset("mp mep mla msp ms kc qc cbe obe kbe phd".split())  # behind a name, in capitals
THINGS = frozenset(  # what bears the name of a person, or is written as one, and is none
    """
    prize award medal order operation protector heritage site memorial temple museum partnership program programme
    project fund foundation bridge canal dam road route corridor railway initiative declaration agreement treaty pact
    party church mosque cathedral library center centre gallery theatre theater stadium park garden gardens avenue
    air base force navy army day times news post daily herald journal media television radio agency airlines airways
    group company corporation corp inc ltd holding ag gmbh plc oyj llc exchange
    bank league club society association federation institute academy
    college university school hospital council commission committee chamber ministry department bureau
    charter act law convention protocol constitution strategy framework plan agenda vision compact accord process
    river sea ocean lake mountain mountains island islands valley strait gulf bay peninsula
    world global international national regional european african asian american wat fort castle tower
    service services mission authority organization organisation directorate secretariat network system board
    regions states nations cities territories districts councils talks
    troika quartet quad
    choir orchestra band ensemble chorus
    jubilee celebrations anniversary time journey pavilion palacio pact summit
    headquarters command fleet dockyard gathering coalition opposition front movement alliance
    government administration police embassy region province district county oblast
    """.split()
)
EVENT_WORDS = frozenset(
    """
    ministerial first second third regional annual international next round business energy trade security of
    investment joint bilateral high-level forthcoming upcoming
    """.split()
)
LARGE_EVENTS = frozenset(  # events even in small letters alone
    "summit conference forum side-event fair festival ministerial exhibition".split()
)
NAMED_AFTER = frozenset(  # what bears the name of a place and may stand elsewhere
    """
    house palace hotel airport university school hospital street square agreement declaration process protocol treaty
    convention accord accords times post gazette museum airlines bank stadium hall institute club plan initiative
    """.split()
)
TITLED = frozenset("meeting session week assembly".split())  # events only with a capital letter
SMALL = frozenset(  # words that are the subject of nothing
    "the a an this that these those its his her their our also always still now soon here again even just only "
    "both each then thus so yet however meanwhile besides moreover instead perhaps together otherwise first "
    "second  day days week morning afternoon evening programme program schedule up third last next not never ever "
    "already once twice as if when while since until than such more most very over  during after before amid "
    "despite alongside later earlier afterwards today too either neither well".split()
)
PAIRED = frozenset(  # offices of which several are spoken of as one
    "minister president premier chancellor governor mayor speaker king leader commissioner".split()
)
LINKS = frozenset(  # headings behind which links stand
    ("related", "related news", "related articles", "related posts", "related stories", "read more", "read also",
     "more to read", "more news", "more stories", "see also", "latest news", "also read", "most read", "tags",
     "recommended", "you may also like", "further reading")
)  # fmt: skip
SITES = frozenset(
    """
    plant factory mine smelter school hospital bridge road railway station dam project terminal port
    """.split()
)
INSTITUTIONS = frozenset(
    """
    embassy consulate envoys ambassadors office headquarters university college academy museum hospital centre
    center institute chamber ambassador
    """.split()
)
BODIES = frozenset(
    """
    companies firms businesses groups organisations organizations institutions universities agencies banks
    enterprises manufacturers corporations brands investors associations
    """.split()
)
TOPICS = frozenset(
    """
    role presence engagement involvement influence situation situations war conflict crisis crises peace unrest
    developments development fighting ceasefire elections election violence progress reforms investment investments
    interests troops stability security projects attack attacks escalation events democracy rights companies
    investors partners diaspora operation operations terrorism extremism piracy invasion aggression occupation
    famine drought floods based headquartered located
    """.split()
)
