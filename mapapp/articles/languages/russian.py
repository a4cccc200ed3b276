"""Russian: the words of travel and meeting, forms by pymorphy3, and how dates are written."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from mapapp.articles.languages.language import Act, Language, Paragraph
from mapapp.articles.languages.morphology import Morphology
from mapapp.articles.languages.recognised import mentions
from mapapp.articles.languages.russian_dates import EXPRESSIONS
from mapapp.articles.languages.spans import recogniser
from mapapp.articles.tokens import Form, Token, words

_ACTS: dict[Act, str] = {
    Act.TRAVEL: "посетить посещать прибыть прибывать прилететь прилетать вылететь отправиться отправляться приехать "
    "приезжать ездить поехать ехать побывать пробыть находиться пребывать остановиться съездить совершить "
    "завершиться начаться отбыть отбывать убыть приземлиться оказаться проследовать направиться "
    "завершить начать возглавить полететь лететь заехать объехать выехать выезжать вылетать улететь улетать "
    "перелететь перебраться добраться слетать летать погостить заезжать объезжать направляться следовать",
    Act.TRIP: "приезд вылет прилёт прилет прибытие перелёт перелет посещение визит поездка турне путешествие остановка "
    "пребывание миссия командировка",
    Act.MEET: "встретиться встречаться провести проводить переговорить беседовать побеседовать обсудить пообщаться",
    Act.TALKS: "встреча переговоры консультация беседа разговор контакт аудиенция",
    Act.HOST: "принять принимать приветствовать встретить встречать",
    Act.ACT: "открыть выступить выступать участвовать подписать вручить возложить осмотреть представить объявить "
    "участие посетить отслужить освятить сопредседательствовать председательствовать",
    Act.SAY: "заявить сообщить сказать отметить подчеркнуть рассказать",
    Act.LEAVE: "покинуть покидать",
    Act.RETURN: "вернуться возвращаться возвратиться",
    Act.ORIGIN: "родиться родом уроженец",
    Act.CANCEL: "отменить отменять отменяться",
    Act.POSTPONE: "отложить откладывать откладываться перенести переносить переноситься",
    Act.TAKE_PLACE: "состояться пройти проходить",
    Act.PREPARE: "готовиться подготовка",
}
_PHRASES: dict[tuple[str, ...], str] = {
    ("принять", "участие"): "участвовать",
    ("принимать", "участие"): "участвовать",
    **{(word, verb): "бывать-ранее" for word in ("уже", "неоднократно", "ранее")
       for verb in ("посещать", "бывать", "приезжать")},
    ("в", "преддверие"): "накануне",
    ("подготовка", "к"): "накануне",
    ("в", "глава", "с"): "во-главе-с",
    ("в", "ход"): "в-ходе",
    ("в", "рамка"): "в-рамках",
    ("в", "близкий", "время"): "вскоре",
    ("по", "приглашение"): "по-приглашению",
    **{("в", word, "раз"): "в-прошлый-раз" for word in ("последний", "прошлый", "предыдущий")},
    ("последний", "раз"): "в-прошлый-раз",
}  # fmt: skip
_REPEATED = frozenset("посещать бывать приезжать прилетать ездить".split())
_EARLIER = 5  # words from "ранее" to the verb
_OWN = frozenset("я мы мой вы ваш ты твой".split())  # "в нашу страну" is written of others, too
_PERSONS = ("у", "ю", "ем", "ём", "им", "ешь", "ишь", "ете", "ите")
_SONS = ("ов", "ев", "ёв", "ин", "ын", "ский", "цкий")
_DAUGHTERS = ("ова", "ева", "ёва", "ина", "ына", "ская", "цкая")
_SHORT = frozenset("г гг им ул т д обл пос".split())


def _is_there(found: Sequence[Token], at: int) -> bool:
    """Whether "была в" tells where somebody was."""
    behind = [t.text.casefold() for t in found[at + 1 : at + 2]]
    return found[at].lemma == "быть" and found[at].form in (Form.PAST, Form.FUTURE) and behind[:1] in (["в"], ["во"])


def _was_before(found: Sequence[Token], at: int) -> bool:
    """Whether "ранее он посещал" tells of an earlier journey: the verb says that it was, not that it came to an end."""
    before = {t.lemma for t in found[max(0, at - _EARLIER) : at]}
    return found[at].lemma in _REPEATED and found[at].form == Form.PAST and bool(before & {"ранее", "предыдущий"})


class Russian(Language):
    """Names by natasha's recogniser, lemmas by pymorphy3: both come with requirements-russian.txt."""

    code = "ru"
    latin = False
    visiting = frozenset("пребывающ находящ прибывш приехавш".split())
    no = frozenset({"не"})
    agreeing = frozenset("договориться условиться".split())
    begins = frozenset("начать начаться начинать".split())
    starting = frozenset({"начиная"})
    reports = frozenset("объявить подтвердить".split())
    remote = frozenset("онлайн видеосвязь видеоконференция телефон телефонный".split())
    sent = frozenset("посол посланник".split())
    rulers = frozenset("президент премьер-министр король королева эмир султан канцлер".split())
    unseated = frozenset("ес евросоюза союза оон нато обсе шос снг одкб посланник представитель комиссар".split())
    former = frozenset("последний предыдущий прошедший состоявшийся в-прошлый-раз".split())
    behind = frozenset({"после"})
    reached = frozenset("посетить посещать".split())
    visits = frozenset({"посещение"})
    speakers = frozenset({"пресс-секретарь"})
    links = frozenset(
        ("новости по теме", "по теме", "читайте также", "читайте по теме", "ещё из этой рубрики", "еще из этой рубрики",
         "лента новостей", "в этом разделе", "другие новости", "другие материалы", "похожие новости", "сейчас читают",
         "рекомендуем", "рекомендуем почитать", "смотрите также", "related posts", "related news", "материалы по теме",
         "главное за день", "последние новости", "самое читаемое", "теги")
    )  # fmt: skip
    earlier = frozenset("ранее прежде".split())
    born = frozenset({"родиться"})
    once = frozenset({"бывший"})
    spans = frozenset("день неделя месяц год".split())
    pairs: Mapping[str, str] = {"президенты": "президент", "министры": "министр", "премьеры": "премьер", "лидеры": "",
                                "послы": "посол", "губернаторы": "губернатор", "канцлеры": "канцлер"}  # fmt: skip
    chiefs = frozenset("лидер дипломат".split())
    inviting = frozenset("приглашение пригласить".split())
    ways = frozenset({"путь"})
    sites = frozenset("завод фабрика шахта школа больница мост дорога станция плотина проект терминал порт".split())
    regarding = frozenset("о об про".split())
    signing = frozenset({"подписать"})
    generic = frozenset("министр глава дипломат политик посол посланник представитель госсекретарь губернатор".split())
    capital = "столица"
    capitals = frozenset("столица город".split())
    institutions = frozenset("посольство консульство представительство университет институт посол офис".split())
    topics = frozenset(
        "ситуация война конфликт кризис мир событие обстановка урегулирование выборы инвестиция проект реформа атака "
        "развитие безопасность должность положение".split()
    )
    lead = frozenset("в во на через".split())
    away = frozenset("из от".split())
    company = frozenset("с со совместно вместе".split())
    between = frozenset({"между"})
    ahead = frozenset("накануне предстоящий следующий грядущий".split())
    joins = frozenset("и или а".split())
    clauses = frozenset("где откуда который когда чтобы что однако пока но сообщить".split())
    leading = frozenset({"во-главе-с"})
    relative = frozenset({"который"})
    which = frozenset({"который"})
    where = frozenset("где куда".split())
    then = frozenset("откуда затем потом позже далее ранее после".split())
    there = frozenset("там здесь поле".split())
    he = frozenset("он она его её ему ей".split())
    genders = (frozenset({"он"}), frozenset({"она"}))
    forerunners = frozenset("предшественник предшественница преемник".split())
    denying = frozenset("отрицать опровергнуть опровергать отказаться отказываться".split())
    wondering = frozenset("ли если".split())
    they = frozenset("они министры стороны".split())
    home = frozenset("домой обратно назад".split())
    spoken = frozenset({"включая"})
    halts = frozenset("точка остановка пункт этап".split())
    stations = frozenset("страна город столица государство республика регион точка пункт".split())
    airports = frozenset("аэропорт аэродром авиабаза космодром".split())
    arrivals = frozenset("прибытие прилет прилёт приезд прибыть".split())
    departures = frozenset("отбытие вылет отъезд убытие отлет отлёт вылететь отбыть".split())
    joining = frozenset("присоединиться войти сопровождать".split())
    latter = frozenset({"тот"})
    against = frozenset({"а"})
    settlements = frozenset(
        "город город-побратим село деревня посёлок поселок аул станица кишлак местечко хутор райцентр г г.".split()
    )
    recalls = frozenset("напомнить напоминать в-прошлый-раз тогда".split())
    houses = frozenset(
        "аэропорт аэродром резиденция дворец площадь центр пригород окрестность храм собор улица вокзал порт "
        "мэрия".split()
    )
    groups = frozenset("гость ансамбль хор оркестр команда самолёт самолет борт делегация группа".split())
    future = frozenset(
        "планировать намереваться предстоять намеренный запланировать планироваться ожидаться предусмотреть "
        "наметить намечаться собираться должный".split()
    )
    skipped = frozenset(
        "также г г. город столица порт аэропорт столичный соседний древний город-побратим наш свой вскоре "
        "впервые работа поле".split()
    )
    expressions = EXPRESSIONS
    date_joins: Mapping[str, str] = dict.fromkeys(("по", "до", "и"), "–")
    meeting_with = "Встреча: {name}"
    visit_to = "Визит: {name}"
    unstated = "В статье не названо место в стране."

    def __init__(self) -> None:
        self.acts = {}
        for act, lemmas in _ACTS.items():
            for lemma in lemmas.split():
                self.acts.setdefault(lemma, act)
        self.morphology = Morphology()
        recogniser()

    def words(self, text: str, start: int) -> list[Token]:
        """The words with lemma and form; "принять участие" and the like as one."""
        plain = [
            Token(at, end, word, *self.morphology.lemma(word, self.acts))
            for at, end, word in words(text, start, _SHORT)
        ]
        found: list[Token] = []
        at = 0
        while at < len(plain):
            size = next((n for n in (3, 2) if tuple(t.lemma for t in plain[at : at + n]) in _PHRASES), 1)
            token, last = plain[at], plain[at + size - 1]
            if size > 1:
                lemma = _PHRASES[tuple(t.lemma for t in plain[at : at + size])]
                token = Token(token.start, last.end, text[token.start - start : last.end - start], lemma, token.form)
            found.append(token)
            at += size
        found = [replace(t, lemma="побывать") if _is_there(found, i) else t for i, t in enumerate(found)]
        found = [replace(t, lemma="бывать-ранее") if _was_before(found, i) else t for i, t in enumerate(found)]
        return [replace(t, form=Form.NONE) if t.text.casefold() == "напомним" else t for t in found]  # tells no time

    def is_thing(self, before: Sequence[Token]) -> bool:  # noqa: ARG002
        """Never asked for: cases tell who acts."""
        return False

    def is_several(self, verb: Token) -> bool:
        """A plural, but for short participles: "запланированы" is told of what they plan."""
        return verb.form != Form.PASSIVE and not self.morphology.is_single(verb.text)

    def gender(self, name: str) -> int:
        """By the ending of the last name: Тестов, Тестова."""
        last = name.casefold().rpartition(" ")[2]
        if last.endswith(_SONS):
            return 0
        return 1 if last.endswith(_DAUGHTERS) else -1

    def is_own(self, word: Token) -> bool:
        """Я, наш, and verbs of the first and second person: "ожидаем"."""
        verb = word.form in (Form.PRESENT, Form.FUTURE) and word.text.casefold().endswith(_PERSONS)
        return word.lemma in _OWN or verb

    def describes(self, lemma: str) -> bool:
        """Also adjectives of peoples: "в бразильском Рио-де-Жанейро"."""
        return lemma in self.skipped | self.settlements or lemma.endswith(("ский", "цкий"))

    def mentions(self, paragraph: Paragraph) -> list[Token]:
        """People, places and events, by the recogniser of names, offices and the gazetteer."""
        return mentions(paragraph, self.morphology, self)
