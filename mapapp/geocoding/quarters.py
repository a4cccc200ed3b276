"""Parts that nearly every town has: an old town, a centre, a free zone. They say no more than the town beside them."""

import re

from mapapp.folding import fold
from mapapp.pattern import lazy

_QUARTERS = """
    old town; old city; old quarter; old bazaar; historic centre; historic center; historical centre; historical center;
    city centre; city center; town centre; town center; central district; centre; downtown; downtown area; uptown;
    midtown; inner city; business district; central business district; cbd; financial district; government quarter;
    government district; diplomatic quarter; diplomatic enclave; embassy quarter; european quarter; green zone;
    waterfront; seafront; harbourfront; industrial zone; industrial area; industrial park; industrial estate;
    free zone; free trade zone; free economic zone; special economic zone; economic zone; technopark; science park;
    border crossing; border crossing point; border post; border checkpoint; checkpoint; left bank; right bank;
    north side; south side; east side; west side; east end; west end; lower town; upper town; new town; new city;
    outskirts; suburb; suburbs; surroundings; environs; vicinity;
    altstadt; innenstadt; stadtmitte; stadtzentrum; zentrum; neustadt; regierungsviertel; europaviertel;
    industriegebiet; gewerbegebiet; grenzübergang; umgebung; umland;
    centre ville; vieille ville; centre historique; quartier européen; quartier des ambassades; zone industrielle;
    zone franche; banlieue; environs;
    casco antiguo; casco histórico; centro histórico; centro; centro ciudad; ciudad vieja; zona industrial;
    zona franca; alrededores; arredores; distrito industrial; centro da cidade; centro storico; dintorni;
    stare miasto; śródmieście; centrum; okolice;
    старый город; новый город; нижний город; верхний город; центр; центр города; исторический центр; пригород;
    окрестности; левый берег; правый берег; промзона; промышленная зона; индустриальная зона; индустриальный парк;
    свободная экономическая зона; сэз; специальная экономическая зона; технопарк; пограничный переход;
    пункт пропуска; кпп;
    ескі қала; қала орталығы; орталық; сол жағалау; оң жағалау; индустриялық аймақ; арнайы экономикалық аймақ;
    eski shahar; shahar markazi; markaz; erkin iqtisodiy zona; sanoat zonasi;
    eski şehir; şehir merkezi; merkez; tarihi merkez; sanayi bölgesi; serbest bölge; sınır kapısı; çevresi
"""
_NAMES = frozenset(fold(name) for name in _QUARTERS.split(";"))
_MARKS = lazy(r"\s*(?:[,:/()\[\]]|\s[–—-]\s)\s*")
_OF = lazy(r"(?:of|in|de|da|di|do|du|der|von)\s+", re.IGNORECASE)
_THE = lazy(r"the\s+", re.IGNORECASE)
MOST_WORDS = 4  # of the name of a quarter


def is_quarter(text: str) -> bool:
    """Whether a text is nothing but the name of such a part, in one of several languages: "the Old Town"."""
    return fold(_THE.sub("", text, count=1)) in _NAMES


def without_quarter(text: str) -> tuple[str, str]:
    """A cell without its parts that are such names, and the first of them: "Old Town, Tallinn"; "" for none."""
    parts = [part for part in _MARKS.split(text.strip()) if part]
    quarters = [part for part in parts if is_quarter(part)] if len(parts) > 1 else []
    rest = ", ".join(part for part in parts if part not in quarters)
    return (rest, quarters[0]) if quarters and rest else (text, "")


def beside_quarter(text: str) -> tuple[str, str]:
    """The same where no mark parts them: "Tallinn Old Town", "Old Town of Tallinn", "центр Баку"."""
    name, comma, container = text.partition(",")
    words = [] if _MARKS.search(name) else name.split()
    for count in range(min(MOST_WORDS, len(words) - 1), 0, -1):
        before, behind = " ".join(words[:count]), " ".join(words[-count:])
        if is_quarter(before):
            return _OF.sub("", " ".join(words[count:]), count=1) + comma + container, before
        if is_quarter(behind):
            return " ".join(words[:-count]) + comma + container, behind
    return text, ""
