"""Streets as the countries of the world write them."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from .lists import items
from .pools import Pools, strip_accents


@dataclass(slots=True)
class Street:
    """A street with number; ``unit`` is the flat, ``area`` what stands after the town."""

    street: str
    postcode: str
    unit: str = ""
    area: str = ""


Form = Callable[[random.Random, Pools, str], Street]


def number_in(rng: random.Random, pattern: str) -> str:
    """Replace each ``#`` by a digit, ``%`` by 1 to 9, ``?`` by a capital.

    >>> number_in(random.Random(1), "%###-?")[4]
    '-'
    """
    out = []
    for char in pattern:
        out.append(
            str(rng.randrange(10))
            if char == "#"
            else str(rng.randint(1, 9))
            if char == "%"
            else rng.choice("ABCDEFGHJKLMNPRSTVWXYZ")
            if char == "?"
            else char
        )
    return "".join(out)


def _house(rng: random.Random) -> str:
    return str(rng.randint(1, rng.choice((9, 30, 99, 200))))


def _person(rng: random.Random, pools: Pools, origin: str) -> tuple[str, str]:
    names = pools.names[origin if rng.random() < 0.85 else "rare"]
    last = rng.choice(names.last)
    return rng.choice((names.male or names.female) if rng.random() < 0.7 else (names.female or names.male)), last


_FR_ROADS = items(
    "rue rue rue rue rue rue Rue Rue Rue avenue avenue Avenue av. Av. boulevard Boulevard bd Bd place Place chemin "
    "Chemin allée Allée impasse Impasse quai route Route passage square cours ruelle sentier villa cité clos esplanade "
    "faubourg montée venelle hameau résidence lotissement"
)


def french(rng: random.Random, pools: Pools, code: str) -> Street:
    roll = rng.random()
    first, last = _person(rng, pools, "fr")
    stem = rng.choice(pools.stems["fr"])
    name = (
        stem
        if roll < 0.5
        else f"{first} {last}"
        if roll < 0.72
        else f"du {rng.choice(('Docteur', 'Général', 'Maréchal', 'Capitaine', 'Président', 'Professeur'))} {last}"
        if roll < 0.78
        else f"Saint-{first}"
        if roll < 0.82
        else f"de {pools.town(rng, 'fr').split(',')[0]}"
        if roll < 0.9
        else last
    )
    road = f"{rng.choice(_FR_ROADS)} {name}"
    number = _house(rng)
    postcode = f"{rng.randint(1, 95):02d}{rng.choice(('000', '100', '200', '###', '##0', '##0'))}"
    postcode = number_in(rng, postcode)
    unit = ""
    if rng.random() < 0.22:
        unit = rng.choice(
            ("Bât. {}", "bâtiment {}", "Bât {}", "Appt {k}", "appartement {k}", "apt. {k}", "{k}e étage", "Esc. {}",
             "Résidence {s}", "Rés. {s}", "Entrée {}", "porte {k}", "Apt {}{k}", "Lot {k}", "étage {k}")
        ).format(rng.choice("ABCDE"), k=rng.randint(2, 40), s=rng.choice(pools.stems["fr"]))  # fmt: skip
    if code == "be" or code == "ch":
        postcode = number_in(rng, "%###")
        if rng.random() < 0.08:
            postcode = f"{'B' if code == 'be' else 'CH'}-{postcode}"
        extra = rng.choice(("", "", "", "", "A", " bte 4", " bte 12", " boîte 3", "/3")) if code == "be" else ""
        return Street(f"{road}{rng.choice((' ', ' ', ', '))}{number}{extra}", postcode)
    if code == "lu":
        return Street(
            f"{number}{rng.choice((', ', ', ', ' '))}{road}", f"{rng.choice(('L-', 'L-', ''))}{number_in(rng, '%###')}"
        )
    if code == "ca":
        side = rng.choice(("", "", "", " Ouest", " Est", " Nord", " O.", " E."))
        unit = rng.choice(
            ("", "", "", f"app. {rng.randint(1, 40)}", f"bureau {rng.randint(100, 900)}", "appartement 3")
        )
        postcode = f"{rng.choice('GHJ')}{number_in(rng, '#? #?#')}"
        return Street(f"{rng.randint(1, 9999)}{rng.choice((', ', ', ', ' '))}{road[0].lower()}{road[1:]}{side}",
            postcode,
                      unit, "Québec")  # fmt: skip
    if roll > 0.985:
        return Street(f"{rng.choice(('BP', 'B.P.', 'CS', 'boîte postale'))} {rng.randint(10, 90999)}", postcode)
    if roll > 0.965:
        return Street(f"{rng.choice(('lieu-dit', 'Lieu-dit', 'Le', 'La'))} {last}", postcode)
    extra = ""
    if rng.random() < 0.2:
        extra = rng.choice((" bis", " bis", " bis", " ter", "bis", " B", "A", f"-{int(number) + 2}", " quater"))
    return Street(f"{number}{extra}{rng.choice((' ', ' ', ', '))}{road}", postcode, unit)


_ES_ROADS = items(
    "Calle; Calle; Calle; Calle; C/; C/; C/; C/; calle; c/; C.; Cl.; Avda.; Av.; Avenida; Avenida; avenida; Plaza; "
    "Pza.; Pl.; "
    "Paseo; Pº; Camino; Ronda; Travesía; Carretera; Ctra.; Callejón; Glorieta; Urb.; Rambla; Vía; Cuesta; Gran Vía; "
    "Carrer; Rúa; Bulevar; Pasaje; Alameda".replace(";", ",")
)
_COLONIAS = items(
    "Centro, Roma Norte, Del Valle, Narvarte, Las Flores, Jardines, El Carmen, San Ángel, La Paz, Lomas Verdes, "
    "Industrial, Santa Fe, Providencia, Obrera, Independencia"
)
_MX_STATES = items(
    "Jal., N.L., Pue., Gto., Oax., Ver., Yuc., Qro., CDMX, Edo. Méx., Mich., B.C., Sonora, Jalisco, Chih."
)


def spanish(rng: random.Random, pools: Pools, code: str) -> Street:
    first, last = _person(rng, pools, "es")
    last = last.split()[-1]
    roll = rng.random()
    name = (
        rng.choice(pools.stems["es"])
        if roll < 0.52
        else f"{first} {last}"
        if roll < 0.72
        else last
        if roll < 0.8
        else f"{rng.choice(('San', 'Doctor', 'General', 'Padre', 'Maestro', 'Dr.', 'Pintor'))} {last}"
        if roll < 0.88
        else f"de {rng.choice(pools.towns['es'] or pools.towns['ar']).split(',')[0]}"
    )
    k, letter, number = rng.randint(1, 9), rng.choice("ABCDEF"), _house(rng)
    if code == "co":
        road = rng.choice(("Calle", "Carrera", "Cra.", "Cl.", "Kr", "Transversal", "Diagonal", "Av. Calle", "Cll"))
        sign = rng.choice(("# ", "#", "No. ", "N° ", "n.º "))
        street = f"{road} {rng.randint(1, 180)}{rng.choice(('', '', '', 'A', 'B', ' Sur', ' bis'))} {sign}"
        street += f"{rng.randint(1, 120)}{rng.choice(('', '', 'A'))}-{rng.randint(1, 99):02d}"
        unit = rng.choice(
            ("", "", f"Apto {k}0{k}", f"Torre {k} Apto {k}02", f"Oficina {k}01", f"Barrio {last}", f"Int. {k}")
        )
        return Street(street, number_in(rng, "%#####"), unit)
    if code in ("ar", "cl", "pe"):
        road = rng.choice(("Av.", "Av.", "Avenida", "Calle", "", "", "Jr." if code == "pe" else "Pasaje", "Bv."))
        big = str(rng.randint(1, rng.choice((99, 999, 4999, 9999))))
        sign = rng.choice(("", "", "", "N° ", "Nº "))
        street = f"{road} {name if road else name.removeprefix('de ')} {sign}{big}".strip()
        unit = rng.choice({
            "ar": ("", "", f"piso {k}", f"{k}º {letter}", f"piso {k}, dpto. {letter}", f"{k}° \"{letter}\"",
            f"PB {letter}", f"Depto. {k}"),
            "cl": ("", "", f"depto. {k}0{k}", f"dpto {k}{k}", f"oficina {k}01", f"casa {k}",
            f"Block {letter}, depto. {k}1"),
            "pe": ("", "", f"Dpto. {k}01", f"Int. {k}", f"Urb. {last}", f"Mz. {letter} Lt. {k}"),
        }[code])  # fmt: skip
        shape = {
            "ar": ("?####???", "%###", "?####", "%###"),
            "cl": ("%######", "###0000", "%##-####"),
            "pe": ("15###", "0####"),
        }
        return Street(street[0].upper() + street[1:], number_in(rng, rng.choice(shape[code])), unit)
    if code == "mx":
        road = rng.choice(
            ("Calle", "Calle", "Av.", "Av.", "Avenida", "Blvd.", "Calzada", "Privada", "Cerrada", "C.", "Prol.")
        )
        sign = rng.choice((" ", " ", " No. ", " #", " núm. ", ", "))
        inner = rng.choice(("", "", "", f" Int. {k}", f"-{letter}", f" int. {k}0{k}"))
        unit = rng.choice(("", f"Col. {rng.choice(_COLONIAS)}", f"Col. {rng.choice(_COLONIAS)}",
            f"Colonia {rng.choice(_COLONIAS)}",
                           f"Fracc. {rng.choice(_COLONIAS)}"))  # fmt: skip
        street = f"{road} {name}{sign}{rng.randint(1, rng.choice((99, 999, 4999)))}{inner}"
        return Street(
            street,
            rng.choice(("", "", "", "C.P. ", "CP ")) + number_in(rng, "#####"),
            unit,
            rng.choice(("", *_MX_STATES)),
        )
    sign = rng.choice((", ", ", ", ", ", " ", ", nº ", ", n.º ", " nº", ", núm. "))
    number = (
        "s/n"
        if rng.random() < 0.02
        else number + rng.choice(("", "", "", "", "", " bis", letter, f"-{int(number) + 2}"))
    )
    if number == "s/n":
        sign = rng.choice((", ", " "))
    unit = ""
    if rng.random() < 0.48:
        unit = rng.choice((
            f"{k}º {letter}", f"{k}º {letter}", f"{k}.º {letter}", f"{k}° {letter}", f"{k}º izq.", f"{k}º dcha.",
            f"{k}.º izda.",
            f"{k}º-{rng.randint(1, 4)}ª", f"{k}º {rng.randint(1, 4)}ª", f"piso {k}", f"{k}{letter}",
            f"esc. {k}, {k}º {letter}",
            f"portal {k}, {k}º {letter}", f"bajo {letter}", "bajo", "bajo izq.", "ático", f"puerta {k}", f"pta. {k}",
            f"local {k}",
            f"bloque {k}, {k}.º {letter}", "entresuelo 2ª", f"Esc. {letter} {k}º dcha.",
        ))  # fmt: skip
    postcode = f"{rng.randint(1, 52):02d}{number_in(rng, '###')}"
    if roll > 0.985:
        return Street(
            f"{rng.choice(('Apartado de Correos', 'Apdo. de Correos', 'Apartado', 'Apdo.'))} {rng.randint(1, 9999)}",
            postcode,
        )
    area = (
        rng.choice(("(Barcelona)", "(Madrid)", "(Valencia)", "(Sevilla)", "(Murcia)", "(A Coruña)"))
        if rng.random() < 0.12
        else ""
    )
    return Street(f"{rng.choice(_ES_ROADS)} {name}{sign}{number}", postcode, unit, area)


_IT_ROADS = items(
    "Via Via Via Via Via Via via via V. Viale V.le Piazza P.zza piazza Corso C.so Vicolo Largo Strada Contrada "
    "Piazzale "
    "Lungomare Salita Traversa Borgo Vico Frazione Località Galleria"
)
_IT_PROVINCES = items(
    "MI RM TO NA BO FI GE PA BA CT VE VR PD BS BG MO PR PE AN PG CA SS TS UD TN BZ RE RA LE SA CE LT VA CO"
)


def italian(rng: random.Random, pools: Pools, code: str) -> Street:
    first, last = _person(rng, pools, "it")
    roll = rng.random()
    stems = pools.stems.get("it") or ("Roma",)
    name = (
        rng.choice(stems)
        if roll < 0.5
        else f"{first} {last}"
        if roll < 0.75
        else last
        if roll < 0.85
        else f"{rng.choice(('San', 'Don', 'Dante', 'Fratelli', 'Monsignor', 'G.', 'A.'))} {last}"
    )
    number = _house(rng) + rng.choice(("", "", "", "", "", "/A", "/B", "A", " bis", "/bis", "/3"))
    sign = rng.choice((", ", ", ", " ", " ", " ", " n. ", ", n. ", " n° ", ", n° "))
    unit = ""
    if rng.random() < 0.16:
        k = rng.randint(1, 30)
        unit = rng.choice(
            ("int. {k}", "interno {k}", "scala {l}", "sc. {l} int. {k}", "piano {p}", "{p}° piano", "pal. {l}")
        )
        unit = unit.format(k=k, l=rng.choice("ABC"), p=rng.randint(1, 8))
    street = f"{rng.choice(_IT_ROADS)} {name}{sign}{number}"
    if code == "ch":
        return Street(street.replace(",", ""), f"6{number_in(rng, '###')}")
    province = rng.choice(_IT_PROVINCES)
    area = rng.choice(("", f"({province})", f"({province})", f"({province})", province, f"- {province}"))
    if roll > 0.99:
        street = f"{rng.choice(('Casella postale', 'C.P.'))} {rng.randint(1, 999)}"
    return Street(street, f"{rng.randint(10, 98145):05d}", unit, area)


_NL_SUFFIXES = items(
    "straat straat straat straat weg weg laan laan laan plein gracht kade dijk hof singel steeg dreef pad park "
    "plantsoen "
    "baan markt wal erf ring"
)
_NL_STEMS = items("Dorps, Kerk, Molen, Prinsen, Wilhelmina, Beuken, Linden")


def dutch(rng: random.Random, pools: Pools, code: str) -> Street:
    first, last = _person(rng, pools, "nl")
    last = last.split()[-1]
    stems = pools.stems.get("nl") or _NL_STEMS
    roll, suffix = rng.random(), rng.choice(_NL_SUFFIXES)
    if roll < 0.5:
        road = rng.choice(stems) + suffix
    elif roll < 0.66:
        road = f"{last}{suffix}"
    elif roll < 0.76:
        rank = rng.choice(("Burgemeester", "Burg.", "Dr.", "Professor", "Prof.", "Meester", "Pastoor", "Generaal"))
        road = f"{rank} {last}{suffix}"
    elif roll < 0.84:
        road = f"{first} {last}{suffix}"
    elif roll < 0.94:
        kind = rng.choice(
            ("Lange", "Korte", "Oude", "Nieuwe", "Grote", "Kleine", "Hoge", "Achter de", "Aan de", "Eerste")
        )
        road = f"{kind} {rng.choice(stems)}{suffix}"
    else:
        road = f"{pools.town(rng, 'nl').split(',')[0].replace(' ', '-')}{rng.choice(('se', 'er'))}{suffix}"
    number = _house(rng)
    if code == "be":
        extra = rng.choice(("", "", "", "", "A", " bus 4", " bus 12", "/3", "b"))
        postcode = f"{rng.choice(('', '', '', '', '', 'B-'))}{rng.randint(1000, 9992)}"
        return Street(f"{road} {number}{extra}", postcode)
    extra = rng.choice((
        "", "", "", "", "", "", "a", "b", "-2", "-1", " A", "-A", "-hs", " hs", " bis", " II", "-III",
        f"-{rng.randint(1, 40)}", "B", " 2hoog",
    ))  # fmt: skip
    postcode = f"{rng.randint(1000, 9999)}{rng.choice((' ', ' ', ' ', ''))}{number_in(rng, '??')}"
    if roll > 0.985:
        return Street(f"Postbus {rng.randint(1, 99999)}", postcode)
    return Street(f"{road} {number}{extra}", postcode)


_PT_ROADS = items(
    "Rua Rua Rua Rua Rua R. R. rua Av. Av. Avenida Avenida Travessa Praça Largo Estrada Beco Calçada Alameda Praceta "
    "Tv. Pç."
)
_BAIRROS = items(
    "Bela Vista, Centro, Jardim América, Vila Nova, Copacabana, Boa Vista, Santo Antônio, Tijuca, Moema, Savassi, "
    "Jardim Paulista, Vila Mariana, São José, Industrial, Parque das Águas, Cidade Nova, Alto da Boa Vista, Pinheiros"
)


def portuguese(rng: random.Random, pools: Pools, code: str) -> Street:
    first, last = _person(rng, pools, "pt")
    last = last.split()[-1]
    stems = pools.stems.get("pt") or ("das Flores",)
    roll, k, letter = rng.random(), rng.randint(1, 9), rng.choice("ABCD")
    name = (
        rng.choice(stems)
        if roll < 0.5
        else f"{first} {last}"
        if roll < 0.76
        else f"{rng.choice(('Dr.', 'Doutor', 'Professor', 'General', 'Padre', 'Santo', 'Engenheiro', 'Barão de'))} "
        f"{last}"
        if roll < 0.88
        else f"{first} {rng.choice(('de ', 'da ', '', 'dos '))}{last}"
    )
    road = f"{rng.choice(_PT_ROADS)} {name}"
    if code == "br":
        number = rng.choice(
            (
                str(rng.randint(1, 99)),
                str(rng.randint(100, 999)),
                str(rng.randint(1000, 4999)),
                "s/n" if roll > 0.97 else "120",
            )
        )
        sign = rng.choice((", ", ", ", ", ", ", nº ", " ", ", n. "))
        parts = []
        if rng.random() < 0.45:
            parts.append(rng.choice((f"apto {k}{k}", f"apto. {k}0{k}", f"ap {k}2", f"Apto {k}01", f"bloco {letter}",
                f"bl. {letter} ap. {k}1", f"casa {k}",
                                     f"sala {k}04", "fundos", f"Apartamento {k}02")))  # fmt: skip
        if rng.random() < 0.6:
            parts.append(rng.choice(_BAIRROS))
        postcode = rng.choice(("", "", "", "", "CEP ", "CEP: ")) + number_in(
            rng, rng.choice(("#####-###", "#####-###", "########", "##.###-###"))
        )
        return Street(f"{road}{sign}{number}", postcode, " - ".join(parts))
    sign = rng.choice((", ", ", ", ", ", " ", ", n.º ", ", nº ", " nº "))
    unit = ""
    if rng.random() < 0.5:
        unit = rng.choice((
            f"{k}.º Esq.", f"{k}.º Dto.", f"{k}º Esq", f"{k}º Dto", f"{k}.º {letter}", f"{k}º {letter}", "R/C",
            "r/c Dto.", f"R/C {letter}",
            f"Lote {k}", f"Bloco {letter}, {k}.º Esq.", f"{k}.º andar", f"Fração {letter}", f"Porta {k}", "Cave",
        ))  # fmt: skip
    if roll > 0.985:
        return Street(f"Apartado {rng.randint(1, 9999)}", f"{rng.randint(1000, 9980)}-{number_in(rng, '###')}")
    return Street(f"{road}{sign}{_house(rng)}", f"{rng.randint(1000, 9980)}-{number_in(rng, '###')}", unit)


#: Country: forms of street and number, of postcodes, of flats; ``{n}`` number, ``{k}`` small number, ``{l}`` last name,
#: ``{f}`` first name, ``{s}`` a street of the country where Faker knows some, ``{w}`` an invented word.
_WORLD: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "pl": (("ul. {s} {n}", "ul. {s} {n}/{k}", "ul. {s} {n} m. {k}", "al. {s} {n}", "os. {s} {k}/{n}", "{s} {n}A",
    "{s} {n}/{k}",
            "ulica {s} {n}", "pl. {s} {k}", "ul. {s} {n} lok. {k}", "ul. {f} {l} {n}"), ("##-###",), ("",)),
    "cz": (("{s} {n}", "{s} {n}/{k}", "{s} č. p. {n}", "{s} {n}/{k}a", "nám. {l} {k}", "{l}ova {n}/{k}"), ("%## ##",),
    ("",)),
    "sk": (("{l}ova {n}", "{l}ova {n}/{k}", "Ulica {l} {n}", "Námestie {l} {k}", "{s} {n}"), ("8## ##", "0## ##",
    "9## ##"), ("",)),
    "se": (("{s}gatan {n}", "{s}vägen {n}", "{s}vägen {n}A", "{s}stigen {n} B", "{s}gatan {n} lgh 1203",
    "{s}gränd {k}", "{l}s väg {n}",
            "{s}gatan {n}, {k} tr", "Stora {s}gatan {n}", "{s}backen {n}", "Box {n}{k}"), ("%## ##", "%## ##",
            "SE-%## ##"), ("",)),
    "dk": (("{s}vej {n}", "{s}gade {n}", "{s}vænget {n}", "{s} Allé {n}", "{s}parken {n}, st. th.",
    "{s}gade {n}, {k}. tv.", "{s}vej {n} B",
            "{s}stræde {n}, {k}. sal", "{l}s Plads {k}", "Postboks {n}"), ("%###", "%###", "DK-%###"), ("",)),
    "no": (("{l}veien {n}", "{l}s gate {n}", "{l}gata {n}", "{l}vegen {n} B", "{l}bakken {n}", "{l}svingen {n}A",
    "{l}s vei {n}", "{l}tunet {n}",
            "Postboks {n}{k}"), ("####", "####", "N-####", "NO-####"), ("",)),
    "fi": (("{s}katu {n}", "{s}katu {n} A {k}", "{s}tie {n} B 12", "{s}kuja {n}", "{s}polku {n} as. {k}",
    "{s}gatan {n}", "{s}kaari {n} C {k}", "PL {n}"),
           ("#####", "#####", "FI-#####"), ("",)),
    "is": (("{l}gata {n}", "{l}braut {n}", "{l}vegur {n}", "{l}stígur {n}b", "{l}holt {n}", "{l}ás {n}",
    "{l}gerði {n}", "{l}bær {k}", "Pósthólf {n}"),
           ("1##", "2##", "6##", "IS-1##"), ("",)),
    "hu": (("{l} utca {n}.", "{l} u. {n}.", "{l} út {n}.", "{l} tér {k}.", "{l} {f} utca {n}.",
    "{l} {f} u. {n}. II/{k}.", "{l} körút {n}.",
            "{l} u. {n}/A", "{l} köz {k}.", "{l} sétány {n}.", "{l} u. {n}. fszt. {k}.", "{l} krt. {n}. {k}. em. 2."),
            ("%###", "%###", "H-%###"), ("",)),
    "ro": (("Str. {f} {l} nr. {n}", "Strada {l} {n}", "Bd. {f} {l} {n}", "Calea {l} nr. {n}",
    "Str. {l} nr. {n}, bl. A{k}, sc. B, ap. {n}", "Aleea {l} {k}",
            "Șos. {l} nr. {n}", "Bulevardul {f} {l} nr. {n}, et. {k}"), ("######",), ("", "", "ap. {n}")),
    "hr": (("Ulica {f} {l} {n}", "{l} ulica {n}", "Trg {l} {k}", "{l} cesta {n}", "Ul. {l} {n}a", "{l} put {n}",
    "Obala {l} {k}"), ("%####", "HR-%####"), ("",)),
    "si": (("{l} ulica {n}", "{l} cesta {n}", "Cesta {l} {n}", "Trg {l} {k}", "{l} pot {n}a", "Ulica {f} {l} {n}"),
    ("%###", "SI-%###"), ("",)),
    "tr": (("{l} Caddesi No: {n}", "{l} Cad. No:{n} D:{k}", "{l} Sokak No: {n}/{k}", "{l} Sok. {n}",
    "{l} Mah. {f} Sk. No:{n}", "{l} Bulvarı No: {n} Kat: {k}",
            "{l} Mahallesi, {f} Caddesi No: {n}, Daire {k}", "{l} Apt. No: {k}"), ("#####",), ("",)),
    "gr": (("Odos {l} {n}", "{l} {n}", "Leoforos {l} {n}", "{f} {l} {n}", "Plateia {l} {k}"), ("1## ##", "%## ##",
    "GR-%####"), ("",)),
    "lt": (("{l} g. {n}", "{l} g. {n}-{k}", "{l} pr. {n}", "{l} al. {n}", "{f} {l} gatvė {n}"), ("LT-#####", "#####"),
    ("",)),
    "lv": (("{l} iela {n}", "{l} iela {n}-{k}", "{l} bulvāris {n}", "{l} prospekts {n}", "{l} iela {n} dz. {k}"),
    ("LV-####",), ("",)),
    "ee": (("{l} tn {n}", "{l} tänav {n}", "{l} tn {n}-{k}", "{l} mnt {n}", "{l} tee {k}", "{l} pst {n}"), ("#####",),
    ("",)),
    "ua": (("vul. {l} {n}", "{l} St. {n}, apt. {k}", "vul. {l}, {n}, kv. {k}", "prosp. {l} {n}", "{n} {l} Street"),
    ("#####",), ("",)),
    "bg": (("ul. {l} {n}", "bul. {l} {n}", "{n} {l} Str.", "zh.k. {l}, bl. {n}, vh. A", "{l} Blvd. {n}"), ("%###",),
    ("",)),
    "jp": (("{k}-{n}-{k} {l}cho", "{n}-{k} {l}", "{l} {k}-chome {n}-{k}", "{k}-{n} {l}machi, {f}-ku",
    "{l} {k}-{n}-{k}, {w} Bldg. {k}F", "{k}-{k}-{n} {l}, {f}-ku"),
           ("###-####", "###-####", "〒###-####"), ("",)),
    "cn": (("No. {n} {l} Road", "{n} {l}{l2} Lu", "Room {n}, Building {k}, {l}{l2} Road", "{n} {l}{l2} East Road",
    "No. {k}, Lane {n}, {l}{l2} Road",
            "{n} Jie {l}{l2}, Unit {k}"), ("######",), ("",)),
    "kr": (("{n} {f}-ro", "{n}, {f}-daero {k}-gil", "{n}-{k} {f}-dong", "{f}-gil {n}", "{k}F, {n} {f}-ro, {l}-gu",
    "Apt. {n}-{k}, {f}-dong"), ("#####",), ("",)),
    "il": (("{n} {l} St.", "{l} {n}", "{l} Street {n}, Apt. {k}", "Rehov {l} {n}", "Sderot {l} {n}",
    "{n} HaRav {l} St."), ("#######", "#####"), ("",)),
    "ng": (("{n} {l} Street", "No. {n} {l} Road", "{n}, {l} Close", "Plot {n}, {l} Crescent",
    "Block {k}, Flat {n}, {l} Estate", "{n} {f} {l} Avenue",
            "Km {n}, {l} Expressway", "{n}B {l} Way", "{l} House, {n} {f} Road"), ("######",), ("",)),
    "ke": (("P.O. Box {n}{k}", "P. O. Box {n}-00100", "{l} Road {n}", "{l} Avenue, {w} House", "{n} {l} Lane",
    "{l} Plaza, {f} Road", "{w} Towers, {l} Street"),
           ("#####", "00###"), ("",)),
    "pk": (("House {n}, Street {k}", "House No. {n}, {l} Road", "{n}-{k} {l} Town", "Flat {k}, {l} Plaza",
    "{n}/A {l} Colony", "Shop {k}, {l} Bazar"), ("#####",),
           ("", "Sector G-{k}", "Block {k}")),
    "id": (("Jl. {l} No. {n}", "Jalan {l} No.{n}", "Jl. {l} {k} No. {n}", "Gang {l} No. {k}", "Jl. {f} {l} Kav. {n}",
    "Jln. {l} {n}", "Jl. {l} No. {n} RT 0{k}/RW 0{k}"),
           ("#####",), ("",)),
    "ph": (("{n} {l} Street", "{n} {l} St., Brgy. {w}", "Blk {k} Lot {n}, {l} Subdivision", "Unit {n}, {l} Tower",
    "{n} {f} {l} Ave.", "Lot {k}, {w} Village"),
           ("####",), ("",)),
    "th": (("{n} Soi {l} {k}", "{n}/{k} {l} Road", "{n} Moo {k}, {l} Rd.", "{n}/{k} Soi {l}, {w} Rd"), ("#####",),
    ("",)),
    "vn": (("{n} {l} {f}", "{n} {l} {f} Street", "Số {n}, đường {l} {f}", "{n}/{k} {l} {f}",
    "{n} Đ. {l} {f}, P. {k}, Q. {k}"), ("######",), ("",)),
}  # fmt: skip
#: Whose names the streets of a country bear, where it isn't the country's own.
_NAMESAKES = {
    "sk": "cz", "dk": "no", "hr": "yu", "si": "yu", "lv": "lt", "ee": "fi", "ua": "ru", "bg": "ru", "il": "rare",
    "ph": "es", "vn": "vi",
}  # fmt: skip
WORLD = frozenset(_WORLD)


def _elsewhere(rng: random.Random, pools: Pools, code: str) -> Street:
    streets, postcodes, units = _WORLD[code]
    first, last = _person(rng, pools, _NAMESAKES.get(code, code))
    last = last.split()[-1]
    known = pools.streets.get(code) or (last,)
    values = {
        "n": _house(rng),
        "k": str(rng.randint(1, 9)),
        "l": last,
        "l2": rng.choice(pools.names["cn"].last).lower(),
        "f": first,
        "s": rng.choice(known),
        "w": rng.choice(pools.brands),
    }
    street = rng.choice(streets).format(**values)
    if code in ("jp", "cn", "kr", "vn", "tr") and rng.random() < 0.4:
        street = strip_accents(street)
    return Street(street, number_in(rng, rng.choice(postcodes)), rng.choice(units).format(**values))


_FORMS: dict[str, Form] = {
    "fr": french, "lu": french, "es": spanish, "mx": spanish, "ar": spanish, "co": spanish, "cl": spanish,
    "pe": spanish,
    "it": italian, "nl": dutch, "be": dutch, "pt": portuguese, "br": portuguese,
}  # fmt: skip


def street(rng: random.Random, pools: Pools, code: str, lang: str) -> Street:
    """Return a street as a country writes it; Belgians and the Swiss do as the language of the text has it."""
    if lang == "fr" and code in ("be", "ch", "ca"):
        return french(rng, pools, code)
    if lang == "it" and code == "ch":
        return italian(rng, pools, code)
    if code == "be" and rng.random() < 0.3 and lang != "nl":
        return french(rng, pools, code)
    return _FORMS.get(code, _elsewhere)(rng, pools, code)
