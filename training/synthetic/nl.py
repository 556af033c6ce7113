"""Dutch."""

from __future__ import annotations

from .lists import items
from .tongue import Tongue, lines, named

DUTCH = Tongue(
    origins={"nl": 60, "tr": 2, "pk": 3},
    lands={"nl": 66, "be": 20},
    titles={
        "f": items("mevr., mevr., Mevrouw, mevrouw, Mw., mw., dr., drs., prof., mr., ir., mevr. dr., Mevr., juf, "
        "zuster"),
        "m": items("dhr., dhr., de heer, De heer, meneer, Dhr., dr., drs., prof., mr., ir., ing., heer, pastoor, "
        "meester"),
    },
    roles=items(
        "directeur, directrice, personeelsmanager, boekhouder, verpleegkundige, verpleger, huisarts, docent, juf, "
        "advocaat, "
        "notaris, ingenieur, ontwikkelaar, projectleider, verkoper, secretaresse, monteur, elektricien, loodgieter, "
        "timmerman, chauffeur, apotheker, tandarts, fysiotherapeut, verloskundige, agent, rechter, griffier, "
        "burgemeester, wethouder, stagiair, leerling, adviseur, inkoper, magazijnmedewerker, ploegleider, architect, "
        "makelaar, verhuurder, huurder, conciërge, tuinman, maatschappelijk werker, journalist, redacteur, vertaler, "
        "fotograaf, vormgever, student, onderzoeker, trainer, kok, ober, bakker, kapper, postbode, piloot, "
        "bibliothecaris, "
        "teamleider, penningmeester, accountant, leidinggevende"
    ),
    products=items(
        "laptop, draadloze muis, toetsenbord, beeldscherm, bureaustoel, bureaulamp, printer, inktpatroon, koptelefoon, "
        "USB-kabel, harde schijf, router, telefoonhoesje, tablet, koffiezetapparaat, waterkoker, broodrooster, "
        "blender, "
        "koekenpan, keukenmes, vaatwasser, wasmachine, koelkast, oven, stofzuiger, strijkijzer, bank, fauteuil, "
        "boekenkast, "
        "salontafel, kledingkast, matras, kussen, dekbed, gordijnen, vloerkleed, gloeilamp, spiegel, muurverf, "
        "boormachine, "
        "schroevendraaier, hamer, ladder, grasmaaier, bloempot, parasol, barbecue, tent, slaapzak, koffer, paraplu, "
        "winterjas, overhemd, jurk, riem, wandelschoenen, sjaal, handschoenen, zonnebril, handtas, ketting, "
        "tandenborstel, "
        "thermometer, fiets, helm, kinderwagen, step, voetbal, bordspel, puzzel, pop, schrift, enveloppen, roman, "
        "cadeaubon, rookmelder, slot, winterbanden, accu, hondenvoer, warmtepomp, radiator, kraan"
    ),
    nouns=items(
        "aanbod aankomst aanvraag adres afspraak afval antwoord appel arm auto avond bank bed bedrag bedrijf berg "
        "bericht "
        "besluit bestand bezoek bibliotheek blad bloem boek boom boot bord brief bril broer brood brug bureau bus "
        "cijfer "
        "cursus dag dak datum deur dienst ding document doel doos dorp droom eiland einde fabriek familie feest "
        "fiets film "
        "fles foto fout gang gebouw geld geluid gezin gezondheid glas gras grens groep haar hand haven hemel herfst "
        "hond hoofd hotel huis idee jaar jas kaart kaas kamer kans kantoor kast kat kennis kerk kind klacht klant klas "
        "kleur klok koffie kop korting kosten krant lamp land les leven licht lijst lucht maand machine man markt "
        "meer melk "
        "mens mes middag minuut morgen motor muur muziek naam nacht nieuws nota oefening ochtend onderwerp oorzaak "
        "opdracht "
        "oplossing pagina pakket papier park pauze plaats plan plein prijs probleem raam recept regel regen rekening "
        "reis "
        "rivier rol school schip seizoen sleutel sneeuw soep spel stad stap station steen stem stoel straat strand "
        "stuk "
        "tafel tas team tekst tijd titel toegang toets trap trein tuin uitgang uur vader vakantie verhaal verkeer "
        "verzoek "
        "vis vlucht voorbeeld vraag vriend vuur water week weg werk wind winkel winter woord zaak zee zomer zon"
    ),
    adjectives=items(
        "nieuw oud klein groot kort lang snel langzaam duur goedkoop schoon vies warm koud licht donker rustig luid "
        "zwaar "
        "open gesloten openbaar lokaal groen blauw rood geel kapot vers droog nat zacht hard eenvoudig moeilijk vaak "
        "zeldzaam recent definitief jaarlijks maandelijks digitaal elektrisch houten beschikbaar handig enorm dringend"
    ),
    verbs=items(
        "sturen ontvangen controleren openen sluiten beginnen stoppen schrijven lezen bellen antwoorden bestellen "
        "leveren "
        "betalen annuleren wijzigen toevoegen verwijderen bouwen repareren schoonmaken koken rijden lopen reizen "
        "bezoeken "
        "ontmoeten bespreken beslissen plannen voorbereiden printen tekenen testen meten installeren vervangen "
        "bevestigen "
        "aanvragen aannemen weigeren verlengen boeken vergelijken uitleggen"
    ),
    sentences=lines(
        """
        De levering duurt twee tot drie werkdagen.
        In de bijlage vindt u het document.
        Het weer was beter dan verwacht.
        Er is nog niets besloten.
        Wij zien uw reactie graag tegemoet.
        De vergaderzaal is op de tweede verdieping.
        Alle prijzen zijn inclusief btw.
        De verwarming is gerepareerd.
        Kunt u er even naar kijken als u tijd heeft?
        De resultaten zijn beter dan vorig jaar.
        U hoeft dit bericht niet te beantwoorden.
        Het parkeerterrein achter het gebouw is gratis.
        Onze excuses voor het ongemak.
        Het contract kan aan het eind van elke maand worden opgezegd.
        De trein had weer vertraging.
        Bij vragen kunt u altijd contact opnemen.
        De garantie dekt onderdelen en arbeid.
        Zij was al weg toen de brief kwam.
        Het licht in de gang is kapot.
        Het formulier moet volledig worden ingevuld.
        Uw aanvraag is in behandeling.
        De server is vannacht opnieuw gestart.
        Het regende toen we aankwamen.
        Een kopie wordt in het dossier bewaard.
        De factuur moet binnen dertig dagen worden betaald.
        De brug is gesloten voor vrachtverkeer.
        De behandeling werd goed verdragen.
        Ik heb geen idee hoe dat kon gebeuren.
        Het rapport verschijnt in het najaar.
        De oude printer is eindelijk vervangen.
        De bus stopt pal voor de school.
        Ons kantoor is op feestdagen gesloten.
        Het is de beste soep van de stad.
        De hond slaapt onder de tafel.
        De lift is buiten gebruik.
        Dat was alles voor vandaag.
        """
    ),
    things=items(
        "ziekte van Parkinson, ziekte van Alzheimer, ziekte van Crohn, ziekte van Lyme, ziekte van Pfeiffer, "
        "syndroom van "
        "Down, syndroom van Asperger, achillespees, schaal van Richter, schaal van Beaufort, stelling van "
        "Pythagoras, wet van "
        "Ohm, wet van Murphy, wet van Archimedes, Nobelprijs, Libris Literatuurprijs, Oscar, Gouden Kalf, Ford "
        "Fiesta, Ford "
        "Focus, Mercedes, Opel Adam, Tesla, dieselmotor, morsecode, braille, caesarsalade, Earl Grey, Granny Smith, "
        "Jan Hagel, Douwe Egberts, Albert Heijn, Dille & Kamille, Max Havelaar, Elfstedentocht, Prinsjesdag, Harry "
        "Potter, "
        "Jip en Janneke, Suske en Wiske, Kuifje, Van Dale, Alexa, Siri, storm Eunice, storm Poly, Steinway, "
        "sint-bernard, "
        "dobermann, Wet Poortwachter, plan-Marshall"
    ),
    industries=items(
        "Bouw, Loodgieters, Installatietechniek, Transport, Logistiek, Advies, Verzekeringen, Energie, Dakwerken, "
        "Timmerwerken, "
        "Textiel, Zorg, Farma, Software, Systemen, Diensten, Vastgoed, Media, Uitgeverij, Reizen, Schoonmaak, "
        "Beveiliging, "
        "Chemie, Auto's, Bakkerij, Catering, Hoveniers, Techniek, Makelaardij, Administratie, Groothandel"
    ),
    months=items("januari februari maart april mei juni juli augustus september oktober november december"),
    short_months=items("jan feb mrt apr mei jun jul aug sep okt nov dec"),
    days=items("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
    legal=items("B.V., B.V., B.V., BV, BV, N.V., NV, VOF, V.O.F., Holding B.V., BVBA, B.V.B.A., CVBA, C.V., "
        "Coöperatie U.A., NV/SA"),
    companies=(
        "{l} {f}", "{l} & Zonen", "{l} en Zn.", "Gebr. {l}", "Gebroeders {l} {f}", "{l} {i}", "{l} {i} {f}", "{i} {l}",
        "{b}", "{b}",
        "{b} {f}", "{b} {i}", "{b} {i} {f}", "{b} Nederland {f}", "{l} & {m} Advocaten", "{l} & Partners", "Garage {l}",
        "Bakkerij {l}", "Bouwbedrijf {l} {f}", "{l} Groep", "{b} Groep", "Hotel De {s}hof", "Apotheek De {s}hof",
        "Autobedrijf {l}",
        "Transportbedrijf {l} {f}", "{abc} {f}", "{abc} {i}", "{abc}", "Notariskantoor {l}", "Makelaardij {l}",
        "Rabobank {t}",
        "Installatiebedrijf {l}", "{f1} {l} {i}", "Restaurant {s}zicht", "Fysiotherapie {t}", "Kwekerij {l}",
        "{u} {i} {f}",
        "Administratiekantoor {l}",
    ),
    orgs=(
        "Gemeente {t}", "Gemeente {t}", "gemeente {t}", "Stad {t}", "Provincie {r}", "Waterschap {r}",
        "Basisschool De {s}hof",
        "Basisschool {f1}", "{l} College", "{l} Lyceum", "Scholengemeenschap {t}", "Universiteit {t}", "Hogeschool {t}",
        "Ziekenhuis {t}", "{l} Ziekenhuis", "AZ Sint-{f1}", "Medisch Centrum {t}", "Rechtbank {t}", "Gerechtshof {t}",
        "Politie {t}", "Belastingdienst {t}", "UWV {t}", "GGD {t}", "Ministerie van {n}", "FC {t}", "VV {t}", "SV {t}",
        "HC {t}",
        "Tennisvereniging {t}", "Stichting {l}", "Stichting {s}hof", "Kamer van Koophandel {t}", "Bibliotheek {t}",
        "Museum {l}", "Woonzorgcentrum {s}hof", "Kinderdagverblijf {s}hof", "Parochie Sint {f1}", "OCMW {t}",
        "Huisartsenpraktijk {l}",
    ),
    matters=items("Financiën, Justitie, Volksgezondheid, Onderwijs, Defensie, Landbouw, Binnenlandse Zaken, Sociale "
        "Zaken"),
    named_firms=(
        "{l} & Zonen", "Gebr. {l}", "Garage {l}", "Bakkerij {l}", "{l} {f}", "Autobedrijf {l}", "{f1} {l} {i}",
        "Slagerij {l}",
        "Bouwbedrijf {l}", "{l} & {m}",
    ),
    named_streets=(
        "{f1} {l}straat", "{f1} {l}laan", "{l}straat", "{l}plein", "Burgemeester {l}laan", "Dr. {l}straat", "{l}kade",
        "{f1} {l}plein",
        "Professor {l}weg", "Pastoor {l}straat",
    ),
    public=(
        "station {t}", "Station {t}", "{t} Centraal", "luchthaven {t}", "{s}plein", "{s}park", "{s}brug", "{s}laan",
        "{s}straat",
        "stadhuis van {t}", "haven van {t}", "{l}stadion", "{s}meer", "Kasteel {t}", "{s}markt", "{s}bos", "{s}gracht",
        "{l}park",
        "knooppunt {l}", "{t}-Noord", "{t}-Zuid", "winkelcentrum {s}hof", "halte {s}laan", "de {s}polder", "{s}tunnel",
    ),
    stems=items(
        "Linden, Beuken, Eiken, Kastanje, Berken, Wilgen, Populieren, Iepen, Esdoorn, Elzen, Dennen, Sparren, Rozen, "
        "Tulpen, "
        "Anjer, Lelie, Dahlia, Klaproos, Vlinder, Merel, Leeuwerik, Zwaluw, Reiger, Valken, Uilen, Spreeuwen, Haven, "
        "Dorps, "
        "Kerk, Molen, School, Stations, Markt, Raadhuis, Post, Brug, Sluis, Dijk, Polder, Water, Vaart, Rivier, Zee, "
        "Strand, "
        "Duin, Heide, Bos, Veld, Wei, Akker, Boerderij, Koren, Hooi, Smids, Bakkers, Vissers, Wevers, Schippers, "
        "Koopmans, "
        "Prinsen, Koninginne, Wilhelmina, Juliana, Beatrix, Oranje, Nassau, Emma, Prins Hendrik, Rembrandt, Vondel, "
        "Frans "
        "Hals, Vermeer, Spinoza, Erasmus, Huygens, Zonne, Maan, Sterren, Zomer, Voor, Achter, Hof, Kasteel, "
        "Klooster, Abdij, "
        "Toren, Poort, Wal, Vest, Kruis, Fabrieks, Nijverheids, Industrie"
    ),
    countries=named(
        "us Verenigde Staten, gb Verenigd Koninkrijk, ie Ierland, ca Canada, au Australië, nz Nieuw-Zeeland, in "
        "India, za "
        "Zuid-Afrika, de Duitsland, at Oostenrijk, ch Zwitserland, fr Frankrijk, be België, es Spanje, mx Mexico, it "
        "Italië, "
        "nl Nederland, pt Portugal, br Brazilië, pl Polen, cz Tsjechië, se Zweden, dk Denemarken, no Noorwegen, fi "
        "Finland, hu "
        "Hongarije, ro Roemenië, hr Kroatië, tr Turkije, lu Luxemburg, ar Argentinië, co Colombia, cl Chili, pe "
        "Peru, gr "
        "Griekenland, is IJsland, jp Japan, cn China, kr Zuid-Korea, lt Litouwen, sk Slowakije, si Slovenië, ee "
        "Estland, lv "
        "Letland, il Israël, ng Nigeria, ke Kenia, pk Pakistan, id Indonesië, ph Filipijnen, th Thailand, vn "
        "Vietnam, ua "
        "Oekraïne, bg Bulgarije"
    ),
    other_countries=items("Suriname, Curaçao, Aruba, Marokko, Egypte, Syrië, Somalië, Ghana, Servië, Rusland, "
        "Engeland, Schotland, Holland, Iran"),
    regions=items(
        "Noord-Holland, Zuid-Holland, Utrecht, Gelderland, Overijssel, Drenthe, Friesland, Groningen, Flevoland, "
        "Zeeland, "
        "Noord-Brabant, Brabant, Limburg, Twente, Achterhoek, Veluwe, Betuwe, Randstad, Vlaanderen, Wallonië, "
        "Oost-Vlaanderen, "
        "West-Vlaanderen, Vlaams-Brabant, Kempen, Hageland, Texel, Zuid-Limburg, Westland"
    ),
    mail=items("gmail.com, gmail.com, ziggo.nl, kpnmail.nl, hotmail.nl, hotmail.com, live.nl, xs4all.nl, planet.nl, "
        "home.nl, outlook.com, telenet.be, skynet.be, icloud.com, hetnet.nl"),
    tlds=items("nl, nl, nl, nl, nl, be, be, com, com, org, net, eu, amsterdam, info, io, vlaanderen"),
    prefixes=items("KL-, K, KLANT-, LID-, P-, PN, MED-, E, DOS-, PAT-, CTR-, POL-, REF-, M, STU-, ZAAK-"),
)  # fmt: skip
