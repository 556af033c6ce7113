"""Companies and other organisations, invented."""

from __future__ import annotations

import random

from . import names, places, words
from .languages import TONGUES, known
from .pools import Pools

_FORMS = {
    "en": ("Ltd", "Ltd", "Limited", "Inc", "Inc.", "Inc.", "LLC", "LLC", "Corp.", "Corporation", "PLC", "plc", "LLP",
    "Co.", "& Co.",
           "Pty Ltd", "Pvt. Ltd.", "S.A.", "B.V.", "L.P."),
    "de": ("GmbH", "GmbH", "GmbH", "GmbH", "AG", "AG", "KG", "OHG", "e.K.", "GmbH & Co. KG", "GmbH & Co. KG",
    "UG (haftungsbeschränkt)",
           "UG", "SE", "gGmbH", "eG", "GbR", "mbH", "KGaA", "AG & Co. KG", "Ges.m.b.H."),
}  # fmt: skip

_COMPANIES = {
    "en": (
        "{l} {f}", "{l} & Sons", "{l} & {m} {f}", "{l}, {m} & {n}", "{l} {i} {f}", "{l} {i}", "{l} & Daughters {f}",
        "{l} Brothers",
        "{b} {f}", "{b}", "{b}", "{b} {i}", "{b} {i} {f}", "{b} {f}", "{t} {i} {f}", "{t} {i}", "{s} {i} {f}",
        "{s} & {q} {f}",
        "{c}{b} {f}", "{b} of {t}", "{l} Holdings {f}", "{b} Group", "The {s} Company", "{s} Street {i}",
        "{l} Associates",
        "{l} Family {i}", "{abc} {f}", "{abc} {i}", "{abc}", "First {t} Bank", "{s} Savings Bank", "{b}.io",
        "{b} Europe {f}", "{f1} {l} {i}",
        "{u} {i} {f}", "{b}{x} {f}",
    ),
    "de": (
        "{l} {f}", "{l} {f}", "{l} & Söhne {f}", "{l} & {m} {f}", "{l} {i} {f}", "{l} {i} {f}", "{i} {l}",
        "{l} & Partner {f}", "{a} {l} {f}",
        "{f1} {l} {i}", "{f1} {l} e.K.", "{b} {f}", "{b} {f}", "{b}", "{b}", "{b} {i} {f}", "{i} {t} {f}",
        "{t}er {i} {f}", "{abc} {f}",
        "{abc} {i} {f}", "{abc}", "Sparkasse {t}", "Volksbank {t} eG", "Stadtwerke {t} {f}", "{b} Deutschland {f}",
        "{l}-{i} {f}",
        "Gebr. {l} {f}", "Gebrüder {l}", "{l} Holding {f}", "{s}-Apotheke", "Autohaus {l}", "Bäckerei {l}",
        "Kanzlei {l} & {m}",
        "{l} Gruppe", "{s}hof {f}", "Weingut {l}", "{c}{b} {f}", "Hotel {s}blick", "Gasthof {l}", "Praxis Dr. {l}",
        "{u} {i} {f}",
    ),
}  # fmt: skip

_ORGS = {
    "en": (
        "{t} Elementary School", "{t} High School", "{l} High School", "{s} Primary School", "St {f1}'s School",
        "{t} Academy",
        "University of {t}", "{t} University", "{t} State University", "{l} College", "{t} Community College",
        "{t} General Hospital",
        "St. {f1}'s Hospital", "{l} Memorial Hospital", "{t} Medical Center", "{l} Clinic", "{s} Surgery",
        "{t} City Council",
        "{t} County Court", "{t} Police Department", "{t} Borough Council", "Department of {n}", "Ministry of {n}",
        "{t} Rugby Club",
        "{t} United", "{t} FC", "{t} Tennis Club", "{t} Chamber of Commerce", "{l} Foundation", "Friends of {t}",
        "{t} Public Library",
        "{t} Fire Department", "{s} Church", "{l} Institute", "{t} Museum of Art", "{r} Department of Motor Vehicles",
        "{t} NHS Trust",
        "{t} Housing Association", "{t} School District", "{s} Nursing Home", "{l} Care Home", "{t} Orchestra",
        "Bank of {t}",
    ),
    "de": (
        "Grundschule {t}", "Gymnasium {t}", "{f1}-{l}-Gymnasium", "{f1}-{l}-Schule", "Realschule {t}",
        "Gesamtschule {t}", "Universität {t}",
        "Hochschule {t}", "TU {t}", "FH {t}", "Klinikum {t}", "St.-{f1}-Krankenhaus", "Krankenhaus {t}",
        "Kreiskrankenhaus {t}", "{l}-Klinik",
        "Universitätsklinikum {t}", "Finanzamt {t}", "Amtsgericht {t}", "Landgericht {t}", "Stadt {t}", "Gemeinde {t}",
        "Landratsamt {t}",
        "Bürgeramt {t}", "Jobcenter {t}", "Agentur für Arbeit {t}", "Polizeipräsidium {t}", "Polizeiinspektion {t}",
        "Standesamt {t}",
        "TSV {t}", "SV {t}", "FC {t}", "VfB {t}", "Turnverein {t}", "Tennisclub {t} e.V.", "Freiwillige Feuerwehr {t}",
        "Musikverein {t}",
        "Volkshochschule {t}", "{l}-Stiftung", "Kita {s}nest", "Kindergarten {s}wiese", "AOK {r}", "IHK {t}",
        "Pfarrgemeinde St. {f1}",
        "Seniorenheim {s}hof", "Verbraucherzentrale {r}", "Bezirkshauptmannschaft {a}", "Magistrat der Stadt {a}",
        "Kantonsspital {z}",
        "Bundesamt für {n}", "Ministerium für {n}", "Schützenverein {t}", "Caritasverband {t}", "DRK-Kreisverband {t}",
    ),
}  # fmt: skip
_MATTERS = {
    "en": (
        "Transport",
        "Health",
        "Education",
        "Finance",
        "Agriculture",
        "Justice",
        "Labor",
        "Housing",
        "Energy",
        "Defense",
    ),
    "de": (
        "Verkehr",
        "Gesundheit",
        "Bildung",
        "Finanzen",
        "Landwirtschaft",
        "Justiz",
        "Migration",
        "Umwelt",
        "Statistik",
    ),
}
_NAMED = {
    "en": ("{l} & Sons", "{l} & Co.", "{l} {i}", "{l} & {m}", "{l} Brothers", "{l}'s Bakery", "{l} {f}", "J. {l} {f}",
    "{f1} {l} {f}"),
    "de": ("{l} {i} {f}", "{l} & Söhne", "{l} & Co. KG", "{l} {f}", "Gebr. {l}", "Autohaus {l}", "Bäckerei {l}",
    "{f1} {l} {f}",
           "Möbel {l}", "Dr. {l} & Partner"),
}  # fmt: skip


for _lang, _tongue in TONGUES.items():
    _FORMS[_lang] = _tongue.legal
    _COMPANIES[_lang] = _tongue.companies
    _ORGS[_lang] = _tongue.orgs
    _MATTERS[_lang] = _tongue.matters
    _NAMED[_lang] = _tongue.named_firms
_OWNERS = {
    "en": ("us", "gb", "us", "in", "rare"),
    "de": ("de", "de", "at", "rare"),
    **{lang: (lang, lang, lang, "rare") for lang in TONGUES},
}
_TOWNS = {
    "en": ("us", "us", "gb", "au", "ie"),
    "de": ("de", "de", "de", "at", "ch"),
}


def _fill(rng: random.Random, pools: Pools, lang: str, form: str) -> str:
    lang = known(lang)
    home = _OWNERS[lang]
    lasts = pools.names[rng.choice(home) if rng.random() < 0.85 else names.pick_origin(rng, lang)].last

    def last() -> str:
        name = rng.choice(lasts)
        return name.split()[-1]

    first = pools.names[names.native(lang)]
    letters = "".join(rng.choice("ABCDEFGHIKLMNPRSTVWXZ") for _ in range(rng.choice((2, 3, 3, 3, 4))))
    town = pools.town(rng, rng.choice(_TOWNS[lang]) if lang in _TOWNS else places.home(rng, lang)).split(" - ")[0]
    stems = pools.stems.get(lang) or (pools.stems_de if lang == "de" else pools.stems_en)
    matter = lang in TONGUES or " of {n}" in form or "für {n}" in form
    text = form.format(
        l=last(), m=last(), n=rng.choice(_MATTERS[lang]) if matter else last(),
        i=rng.choice(words.INDUSTRIES[lang]), f=rng.choice(_FORMS[lang]),
        b=rng.choice(pools.brands), abc=letters, t=town.split(",")[0], r=places.region(rng, lang).removeprefix("the "),
        s=rng.choice(stems), q=rng.choice(pools.stems_en), f1=rng.choice(first.male + first.female),
        a=f"{rng.choice('ABEFGHJKLMRSTW')}.{rng.choice(('', '', 'P.', 'A.', ' F.'))}",
        u=rng.choice(pools.brands).upper(), x=rng.choice(("Tech", "Soft", "Med", "Net", "Pay", "Bank")),
        c=rng.choice(("e", "i", "my", "go")),
    )  # fmt: skip
    return places.contracted(text, lang)


def company(rng: random.Random, pools: Pools, lang: str) -> str:
    """An invented company, by its full name or the short one; sometimes one that everybody knows."""
    if rng.random() < 0.08:
        return rng.choice(pools.famous)
    return _fill(rng, pools, lang, rng.choice(_COMPANIES[known(lang)]))


def organisation(rng: random.Random, pools: Pools, lang: str) -> str:
    form = rng.choice(_ORGS[known(lang)])
    if lang == "de" and ("{a}" in form or "{z}" in form):
        form = form.replace("{a}", pools.town(rng, "at")).replace("{z}", pools.town(rng, "ch"))
    return _fill(rng, pools, lang, form)


def named_firm(rng: random.Random, pools: Pools, lang: str) -> str:
    return _fill(rng, pools, lang, rng.choice(_NAMED[known(lang)]))


def named_street(rng: random.Random, pools: Pools, lang: str) -> str:
    """A street called after a person, without number."""
    if lang in TONGUES:
        return _fill(rng, pools, lang, rng.choice(TONGUES[lang].named_streets))
    german = lang == "de"
    home = pools.names[rng.choice(("de", "at", "de") if german else ("us", "gb", "us"))]
    first, last = rng.choice(home.male + home.female).split("-")[0], rng.choice(home.last).split()[-1]
    if german:
        suffix = rng.choice(("Straße", "Straße", "Platz", "Allee", "Weg", "Ring", "Ufer", "Str."))
        return rng.choice(
            (
                f"{first}-{last}-{suffix}",
                f"{first}-{last}-{suffix}",
                f"{last}{suffix.lower()}",
                f"{last}platz",
                f"Dr.-{last}-{suffix}",
            )
        )
    suffix = rng.choice(
        ("Street", "Avenue", "Boulevard", "Road", "Drive", "Way", "Square", "Parkway", "Memorial Highway")
    )
    return rng.choice(
        (f"{last} {suffix}", f"{first} {last} {suffix}", f"{last} {suffix}", f"{first[0]}. {last} {suffix}")
    )
