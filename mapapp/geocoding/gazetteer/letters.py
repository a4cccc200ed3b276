"""Other scripts in Latin letters, so that a name that is listed in one script only is found from another.

Loosely after BGN/PCGN: one Latin spelling of several, for `names.skeleton` and rapidfuzz to compare, not to print.
Arabic and Hebrew leave out vowels; the bones of the name are enough there.
"""

_CYRILLIC = (
    "абвгдежзийклмнопрстуфхцчшщъыьэюяёєіїґўјљњђћџѓќѕәғқңөұүһҳҷӣӯҗҡҫ",
    "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch . y . e yu ya e ye i yi g u j lj nj dj c dz gj kj dz "
    "a gh k ng o u u h h j i u j k s",
)
_GREEK = ("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n x o p r s s t y f ch ps o")
_GEORGIAN = (
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
    "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h",
)
_ARMENIAN = (
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
    "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f",
)
_ARABIC = (
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويءئؤپچژگ",
    "a b t th j h kh d dh r z s sh s d t z . gh f q k l m n h u i . . . p ch zh g",
)
_HEBREW = ("אבגדהוזחטיכךלמםנןסעפףצץקרשת", "a b g d h u z h t i k k l m m n n s . p p ts ts k r sh t")
_TABLE = {
    ord(letter): "" if latin == "." else latin
    for table in (_CYRILLIC, _GREEK, _GEORGIAN, _ARMENIAN, _ARABIC, _HEBREW)
    for letter, latin in zip(table[0], table[1].split(), strict=True)
}


def latin(key: str) -> str:
    """A folded key in Latin letters; letters of scripts without a table stay as they are."""
    return key if key.isascii() else key.translate(_TABLE)
