"""What the identifiers of western Europe find and leave alone: ``[[value]]`` marks, for literal and exact offsets.

All numbers are invented, published samples, or of specimens.
"""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import iter_modules

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckname import recognizers
from deckname.findings import CHECK_FAILED, Evidence, Passage
from deckname.identifier import Identifier, Identifiers
from deckname.text import normalise

COUNTRIES = ("at", "be", "ch", "de", "es", "fr", "gb", "ie", "it", "lu", "nl", "pt")
IDENTIFIERS: tuple[Identifier, ...] = tuple(
    identifier
    for country in COUNTRIES
    for module in iter_modules([f"{recognizers.__path__[0]}/{country}"], prefix=f"deckname.recognizers.{country}.")
    for identifier in import_module(module.name).IDENTIFIERS
)
SCAN = Identifiers(IDENTIFIERS)

# By name: type; a sentence that names a valid value; a label of forms, for the line above it; a value that its check
# refuses (None: there is no check); a sentence that names nothing and holds a near miss.
CASES: dict[str, tuple[str, str, str, str | None, str]] = {
    "Austrian Firmenbuchnummer": (
        "COMPANY_ID", "Die Muster GmbH ist unter [[FN 122119m]] im Firmenbuch eingetragen.", "Firmenbuchnummer", None,
        "Das Teil FZ 122119m liegt im Lager.",
    ),
    "Austrian Firmenbuchnummer without FN": (
        "COMPANY_ID", "Unsere Firmenbuchnummer lautet [[122119 m]].", "Firmenbuch-Nr.", None,
        "Das Teil 122119m liegt im Lager.",
    ),
    "Austrian Reisepass": (
        "PASSPORT", "Mein Reisepass hat die Nummer [[P1234567]].", "Reisepassnummer", None,
        "Das Teil P1234567 liegt im Lager.",
    ),
    "Austrian Personalausweis": (
        "NATIONAL_ID", "Der Personalausweis mit der Nummer [[12345678]] ist abgelaufen.", "Personalausweis-Nr.", None,
        "Das Teil 12345678 liegt im Lager.",
    ),
    "Austrian Sozialversicherungsnummer": (
        "NATIONAL_ID", "Meine Sozialversicherungsnummer ist [[1237 010180]].", "SV-Nr.", "1238 010180",
        "Das Teil 1237 010180 liegt im Lager.",
    ),
    "Austrian Steuernummer": (
        "TAX_ID", "Das Finanzamt führt mich unter der Steuernummer [[59-119/9013]].", "Abgabenkontonummer",
        "59-119/9014",
        "Das Teil 59-119/9013 liegt im Lager.",
    ),
    "Austrian UID": (
        "COMPANY_ID", "Bitte die UID-Nummer [[ATU13585627]] angeben.", "UID-Nr.", "ATU13585626",
        "Das Teil ATU13585626 liegt im Lager.",
    ),
    "Belgian identity card with dashes": (
        "NATIONAL_ID", "Mijn identiteitskaart heeft nummer [[591-1917064-58]].", "Numéro de carte", "591-1917064-59",
        "Het onderdeel 591-1917064-59 ligt klaar.",
    ),
    "Belgian identity card": (
        "NATIONAL_ID", "Ma carte d'identité porte le n° [[591191706458]].", "Kaartnummer", "591191706459",
        "Het onderdeel 591191706458 ligt klaar.",
    ),
    "Belgian identity card of the newer kind": (
        "NATIONAL_ID", "Zijn identiteitskaart is [[B123456789]].", "eID-nummer", None,
        "Het onderdeel B123456789 ligt klaar.",
    ),
    "Belgian national number in groups": (
        "NATIONAL_ID", "Mijn rijksregisternummer is [[85.07.30-033.28]].", "Numéro national", "85.07.30-033.29",
        "Het onderdeel 85.07.30-033.29 ligt klaar.",
    ),
    "Belgian national number": (
        "NATIONAL_ID", "Son NISS est le [[85073003328]].", "INSZ", "85073003329",
        "Het onderdeel 85073003329 ligt klaar.",
    ),
    "Belgian national number, loosely grouped": (
        "NATIONAL_ID", "Numéro de registre national : [[85 07 30 033 28]].", "Rijksregisternr", "85 07 30 033 29",
        "Het onderdeel 85 07 30 033 28 ligt klaar.",
    ),
    "Belgian VAT number": (
        "COMPANY_ID", "Ons btw-nummer is [[BE 0403.019.261]].", "TVA", "BE 0403.019.262",
        "Het onderdeel BE 0403.019.262 ligt klaar.",
    ),
    "Belgian company number in groups": (
        "COMPANY_ID", "Het ondernemingsnummer is [[0403.019.261]].", "Numéro d'entreprise", "0403.019.262",
        "Het onderdeel 0403.019.262 ligt klaar.",
    ),
    "Belgian company number": (
        "COMPANY_ID", "Numéro d'entreprise BCE [[0403019261]], Bruxelles.", "KBO-nummer", "0403019262",
        "Het onderdeel 0403019261 ligt klaar.",
    ),
    "Swiss AHV number": (
        "NATIONAL_ID", "Meine AHV-Nummer ist [[756.9217.0769.85]].", "N° AVS", "756.9217.0769.84",
        "Das Teil 756.9217.0769.84 liegt im Lager.",
    ),
    "Swiss passport": (
        "PASSPORT", "Le passeport suisse [[X1234567]] est valable.", "Passnummer", None,
        "La pièce X1234567 est au stock.",
    ),
    "Swiss identity card": (
        "NATIONAL_ID", "Meine Identitätskarte ist die [[E1234567]].", "Carta d'identità", None,
        "La pièce E1234567 est au stock.",
    ),
    "Swiss UID": (
        "COMPANY_ID", "Unsere UID lautet [[CHE-100.155.212 MWST]].", "Numéro IDE", "CHE-100.155.213",
        "Das Teil CHE-100.155.213 liegt im Lager.",
    ),
    "Swiss UID without CHE": (
        "COMPANY_ID", "Die Unternehmens-Identifikationsnummer ist [[100.155.212]].", "UID", "100.155.213",
        "Das Teil 100.155.212 liegt im Lager.",
    ),
    "German commercial register number": (
        "COMPANY_ID", "Eingetragen beim Amtsgericht Stuttgart, [[HRB 12345]].", "Handelsregister", None,
        "Das Teil HRC 12345 liegt im Lager.",
    ),
    "German register number": (
        "COMPANY_ID", "Der Verein steht im Vereinsregister unter [[VR 1234]].", "Registernummer", None,
        "Das Teil VR 1234 liegt im Lager.",
    ),
    "German commercial register number without its section": (
        "COMPANY_ID", "Die Handelsregisternummer ist [[12345]].", "HRB-Nr.", None, "Das Teil 12345 liegt im Lager.",
    ),
    "German LANR": (
        "MEDICAL_LICENSE", "Die lebenslange Arztnummer ist [[123456601]].", "LANR", "123456701",
        "Das Teil 123456601 liegt im Lager.",
    ),
    "German BSNR": (
        "MEDICAL_LICENSE", "Unsere Betriebsstättennummer: [[721111100]].", "BSNR", None,
        "Das Teil 721111100 liegt im Lager.",
    ),
    "German Führerschein": (
        "DRIVER_LICENSE", "Mein Führerschein hat die Nummer [[B072RRE2I55]].", "Führerschein-Nr.", "B072RRE2I45",
        "Das Teil B072RRE2I55 liegt im Lager.",
    ),
    "German Krankenversichertennummer": (
        "HEALTH_ID", "Meine Versichertennummer bei der AOK ist [[A123456780]].", "Krankenversichertennummer",
        "A123456781",
        "Das Teil A123456781 liegt im Lager.",
    ),
    "German Personalausweis": (
        "NATIONAL_ID", "Mein Personalausweis hat die Nummer [[L01X00T471]].", "Ausweisnummer", "L01X00T472",
        "Das Teil L01X00T471 liegt im Lager.",
    ),
    "German Institutionskennzeichen": (
        "COMPANY_ID", "Das Institutionskennzeichen der Kasse ist [[123456780]].", "IK-Nummer", "123456789",
        "Das Teil 123456780 liegt im Lager.",
    ),
    "German Reisepass": (
        "PASSPORT", "Mein Reisepass trägt die Nummer [[C01X00T478]].", "Reisepass-Nr.", "C01X00T479",
        "Das Teil C01X00T478 liegt im Lager.",
    ),
    "German provisional or children's passport": (
        "PASSPORT", "Der Kinderreisepass [[E1234567]] gilt noch.", "Passnummer", None,
        "Das Teil E1234567 liegt im Lager.",
    ),
    "German postal code": (
        "ADDRESS", "Die Postleitzahl ist [[70173]].", "PLZ", None, "Das Teil 70173 liegt im Lager.",
    ),
    "German Sozialversicherungsnummer": (
        "NATIONAL_ID", "Ihre Rentenversicherungsnummer lautet [[65 180539 W 001]].", "Sozialversicherungsnummer",
        "65 180539 W 002", "Das Teil 65 180539 W 002 liegt im Lager.",
    ),
    "German Steuer-ID": (
        "TAX_ID", "Meine Steuer-ID ist [[86 095 742 719]].", "Identifikationsnummer", "86 095 742 718",
        "Das Teil 86 095 742 719 liegt im Lager.",
    ),
    "German Steuernummer": (
        "TAX_ID", "Unsere Steuernummer beim Finanzamt ist [[93/815/08152]].", "Steuernr.", None,
        "Das Teil 93/815/08152 liegt im Lager.",
    ),
    "German Steuernummer without slashes": (
        "TAX_ID", "Im Elster steht die Steuernummer [[2893081508152]].", "Steuernummer", "2993081508152",
        "Das Teil 2893081508152 liegt im Lager.",
    ),
    "German VAT number": (
        "COMPANY_ID", "Unsere USt-IdNr lautet [[DE136695976]].", "Umsatzsteuer-Identifikationsnummer", "DE136695978",
        "Das Teil DE136695978 liegt im Lager.",
    ),
    "German VAT number without its country": (
        "COMPANY_ID", "Die USt-ID ist [[136 695 976]].", "USt-ID", "136 695 978",
        "Das Teil 136 695 976 liegt im Lager.",
    ),
    "Spanish CIF": (
        "COMPANY_ID", "El CIF de la empresa es [[B-64717838]].", "C.I.F.", "B-64717839", "La pieza B64717838 falta.",
    ),
    "Spanish VAT number": (
        "COMPANY_ID", "Nuestro NIF-IVA es [[ESB64717838]].", "NIF IVA", "ESB64717839", "La pieza ESB64717839 falta.",
    ),
    "Spanish VAT number of a person": (
        "TAX_ID", "Nuestro NIF-IVA es [[ES12345678Z]].", "NIF IVA", "ES12345678A", "La pieza ES12345678A falta.",
    ),
    "Spanish DNI": (
        "NATIONAL_ID", "Mi DNI es [[12.345.678-Z]].", "Documento Nacional de Identidad", "12.345.678-A",
        "La pieza 12345678A falta.",
    ),
    "Spanish NIE": (
        "NATIONAL_ID", "Mi NIE es [[X-1234567-L]].", "N.I.E.", "X-1234567-M", "La pieza X1234567M falta.",
    ),
    "Spanish DNI without its zero": (
        "NATIONAL_ID", "Mi DNI es [[1111111-G]].", "DNI", "1111111-H", "La pieza 1111111H falta.",
    ),
    "Spanish DNI without its zero or letter": (
        "NATIONAL_ID", "Tengo el DNI [[12.345.678]].", "DNI", None, "Vale 12.345.678 euros.",
    ),
    "Spanish NIF of a person without DNI or NIE": (
        "TAX_ID", "Su NIF es [[K1234567L]].", "NIF", "K1234567M", "La pieza K1234567L falta.",
    ),
    "Spanish social security number with slashes": (
        "NATIONAL_ID", "Mi número de la Seguridad Social es [[28/12345678/40]].", "NUSS", "28/12345678/41",
        "La pieza 28/12345678/41 falta.",
    ),
    "Spanish social security number": (
        "NATIONAL_ID", "Mi NUSS es [[281234567840]].", "Nº de la Seguridad Social", "281234567841",
        "La pieza 281234567840 falta.",
    ),
    "Spanish passport": (
        "PASSPORT", "[[PAA123456]] es mi número de pasaporte.", "Pasaporte", None, "La pieza PAA123456 falta.",
    ),
    "French driving licence": (
        "DRIVER_LICENSE", "Mon permis de conduire porte le numéro [[13AA00002]].",
        "Permis de conduire", None, "La pièce 13AA00002 est au stock.",
    ),
    "French identity card": (
        "NATIONAL_ID", "Ma carte nationale d'identité est la n° [[880692310285]].", "CNI", None,
        "La pièce 880692310285 est au stock.",
    ),
    "French NIR": (
        "NATIONAL_ID", "Mon numéro de sécurité sociale est le [[2 95 10 99 126 111 93]].", "N° de sécurité sociale",
        "2 95 10 99 126 111 94", "La pièce 2 95 10 99 126 111 94 est au stock.",
    ),
    "French provisional NIR": (
        "NATIONAL_ID", "Son NIR provisoire est [[395019912611193]].", "NIR", "395019912611194",
        "La pièce 395019912611193 est au stock.",
    ),
    "French NIR without its key": (
        "NATIONAL_ID", "Mon numéro de sécu : [[2 95 10 99 126 111]].", "Numéro de sécurité sociale", None,
        "La pièce 2951099126111 est au stock.",
    ),
    "French passport": (
        "PASSPORT", "Mon passeport est le [[12AB34567]].", "N° de passeport", None, "La pièce 12AB34567 est au stock.",
    ),
    "French SIREN": (
        "COMPANY_ID", "Société immatriculée au RCS de Paris sous le SIREN [[732 829 320]].", "SIREN", "732 829 321",
        "La pièce 732 829 320 est au stock.",
    ),
    "French SIRET in groups": (
        "COMPANY_ID", "Notre SIRET est le [[732 829 320 00074]].", "N° SIRET", "732 829 320 00075",
        "La pièce 732 829 320 00075 est au stock.",
    ),
    "French SIRET": (
        "COMPANY_ID", "Notre SIRET est le [[73282932000074]].", "SIRET", "73282932000075",
        "La pièce 73282932000074 est au stock.",
    ),
    "French VAT number without its country": (
        "COMPANY_ID", "Notre TVA intracommunautaire est [[40303265045]].", "N° TVA", "41303265045",
        "La pièce 40303265045 est au stock.",
    ),
    "French VAT number": (
        "COMPANY_ID", "N° de TVA intracommunautaire [[FR 40 303 265 045]].", "TVA", "FR 41 303 265 045",
        "La pièce FR41303265045 est au stock.",
    ),
    "French numéro fiscal": (
        "TAX_ID", "Mon identifiant fiscal est [[30 23 217 600 053]].", "Numéro fiscal", "30 23 217 600 054",
        "La pièce 30 23 217 600 054 est au stock.",
    ),
    "French numéro fiscal, written together": (
        "TAX_ID", "Mon numéro fiscal de référence : [[3023217600053]].", "N° fiscal", "3023217600054",
        "La pièce 3023217600053 est au stock.",
    ),
    "British VAT number": (
        "COMPANY_ID", "Our VAT number is [[GB 980 7806 84]].", "VAT Reg No", "GB 980 7806 85",
        "The part GB980780685 is in the box.",
    ),
    "VAT number of a British department or health authority": (
        "COMPANY_ID", "Our VAT number is [[GBGD001]].", "VAT Reg No", None, "The part GBHA599 is in the box.",
    ),
    "British VAT number without its country": (
        "COMPANY_ID", "Registered for VAT under [[980 7806 84]].", "VAT number", "980 7806 85",
        "The part 980 7806 84 is in the box.",
    ),
    "British company number": (
        "COMPANY_ID", "Registered in England and Wales, company number [[07496944]].", "Company No.", None,
        "The part 07496944 is in the box.",
    ),
    "British driver number": (
        "DRIVER_LICENSE", "My driving licence number is [[MORGA753116SM9IJ]].", "Driver number", None,
        "The part MORGA773116SM9IJ is in the box.",
    ),
    "Northern Irish driver number": (
        "DRIVER_LICENSE", "The DVA gave me [[12345678]] years ago.", "DVA number", None,
        "The part 12345678 is in the box.",
    ),
    "British registration mark": (
        "LICENSE_PLATE", "The vehicle registration is [[AB51 ABC]].", "Number plate", None,
        "The part AI51 ABC is in the box.",
    ),
    "British registration mark, written together or older": (
        "LICENSE_PLATE", "My car's number plate is [[B123 BCD]].", "VRM", None, "The part B123 BCD is in the box.",
    ),
    "British NHS number": (
        "HEALTH_ID", "The patient's NHS number is [[943 476 5919]].", "NHS No.", "943 476 5918",
        "The part 943 476 5919 is in the box.",
    ),
    "British NHS number, by its letters": (
        "HEALTH_ID", "She is [[943 476 5919]] to the NHS.", "NHS", "943 476 5918", "The part 9434765919 is in the box.",
    ),
    "British NINO": (
        "NATIONAL_ID", "My National Insurance number is [[AB 12 34 56 C]].", "NI Number", "QQ 12 34 56 C",
        "The part AB123456E is in the box.",
    ),
    "British NINO without its suffix": (
        "NATIONAL_ID", "Her national insurance number begins [[AB 12 34 56]].", "NINO", "QQ 12 34 56",
        "The part AB123456 is in the box.",
    ),
    "British passport": (
        "PASSPORT", "I lost my UK passport [[502135326]] on a train.", "Passport No.", None,
        "The part 502135326 is in the box.",
    ),
    "British postcode": (
        "ADDRESS", "My postcode is [[SW1A 1AA]].", "Postcode", None, "The part SW1A 1AC is in the box.",
    ),
    "British postcode, written together": (
        "ADDRESS", "Postcode [[SW1A1AA]], please.", "Post code", None, "The part SW1A1AA is in the box.",
    ),
    "British account with sort code": (
        "BANK_ACCOUNT", "Please pay to sort code and account [[20-00-00 55779911]].", "Bank details", None,
        "The part 20-00-00 55779911 is in the box.",
    ),
    "British sort code": (
        "BANK_CODE", "The sort code is [[20-00-00]].", "Sort Code", None, "The part 20-00-00 is in the box.",
    ),
    "British UTR": (
        "TAX_ID", "My UTR is [[19558 39661]].", "Unique Taxpayer Reference", "29558 39661",
        "The part 19558 39661 is in the box.",
    ),
    "Eircode": ("ADDRESS", "Our Eircode is [[A65 F4E2]].", "Eircode", None, "The part B65 F4E2 is in the box."),
    "Eircode, written together": (
        "ADDRESS", "Our Eircode is [[D02AF30]].", "Eircode", None, "The part D02AF30 is in the box.",
    ),
    "Irish passport": (
        "PASSPORT", "My Irish passport is [[PA1234567]].", "Passport number", None, "The part PA1234567 is in the box.",
    ),
    "Irish PPS number": (
        "NATIONAL_ID", "My PPS number is [[6433435F]].", "PPSN", "6433435E", "The part 6433435F is in the box.",
    ),
    "Irish PPS number of two letters": (
        "NATIONAL_ID", "My PPSN is [[6433435OA]].", "PPS No.", "6433435VH", "The part 6433435VH is in the box.",
    ),
    "Irish VAT number": (
        "COMPANY_ID", "Our VAT number is [[IE6433435F]].", "VAT No.", "IE6433435E",
        "The part IE6433435E is in the box.",
    ),
    "Irish VAT number without its country": (
        "COMPANY_ID", "Registered for VAT as [[8D79739I]].", "VAT number", "8D79739J",
        "The part 8D79739I is in the box.",
    ),
    "Italian codice fiscale": (
        "NATIONAL_ID", "Il mio codice fiscale è [[RCCMNL83S18D969H]].", "C.F.", "RCCMNL83S18D969I",
        "Il pezzo RCCMNL83S18D969I manca.",
    ),
    "Italian patente": (
        "DRIVER_LICENSE", "La mia patente di guida è la [[U1H00A000B]].", "Patente n.", None,
        "Il pezzo U1H00A000B manca.",
    ),
    "Italian patente of the newer form": (
        "DRIVER_LICENSE", "His license [[U1H00A000B]] was found.", "License", None, "Il pezzo U1H00A000B manca.",
    ),
    "Italian tessera sanitaria": (
        "HEALTH_ID", "La tessera sanitaria riporta [[80380000012345678901]].", "Tessera sanitaria", None,
        "Il pezzo 80381000012345678901 manca.",
    ),
    "Italian identity card": (
        "NATIONAL_ID", "La mia carta d'identità è [[CA00000AA]].", "Carta di identità", None,
        "Il pezzo CA00000AA manca.",
    ),
    "Italian VAT number": (
        "COMPANY_ID", "La partita IVA è [[IT00743110157]].", "P. IVA", "IT00743110158", "Il pezzo IT00743110158 manca.",
    ),
    "Italian partita IVA": (
        "COMPANY_ID", "Partita IVA [[00743110157]], Milano.", "P.IVA", "00743110158", "Il pezzo 00743110157 manca.",
    ),
    "Italian passport": (
        "PASSPORT", "Il mio passaporto è [[YA1234567]].", "Passaporto n.", None, "Il pezzo YA1234567 manca.",
    ),
    "Luxembourg matricule in groups": (
        "NATIONAL_ID", "Mon matricule est [[1985 03 17 123 55]].", "Matricule", "1985 03 17 123 56",
        "La pièce 1985 03 17 123 56 est au stock.",
    ),
    "Luxembourg matricule": (
        "NATIONAL_ID", "Meng Matrikel ass [[1985031712355]].", "Matrikelnummer", "1985031712356",
        "La pièce 1985031712356 est au stock.",
    ),
    "Luxembourg VAT number": (
        "COMPANY_ID", "Notre TVA est [[LU15027442]].", "N° TVA", "LU15027443", "La pièce LU15027443 est au stock.",
    ),
    "Luxembourg register number": (
        "COMPANY_ID", "Société inscrite au RCS Luxembourg [[B 123456]].", "R.C.S. Luxembourg", None,
        "La pièce B 123456 est au stock.",
    ),
    "Dutch BSN": (
        "NATIONAL_ID", "Mijn burgerservicenummer is [[1112.22.333]].", "BSN", "1112.22.334",
        "Het onderdeel 111222333 ligt klaar.",
    ),
    "Dutch passport": (
        "PASSPORT", "Mijn paspoort heeft nummer [[XR1001R58]].", "Paspoortnummer", None,
        "Het onderdeel XR1001R58 ligt klaar.",
    ),
    "Dutch identity card": (
        "NATIONAL_ID", "Het documentnummer van de ID-kaart is [[EM0000000]].", "Documentnummer", None,
        "Het onderdeel EM0000000 ligt klaar.",
    ),
    "Dutch rijbewijs": (
        "DRIVER_LICENSE", "Mijn rijbewijsnummer is [[1234567890]].", "Rijbewijsnummer", None,
        "Het onderdeel 1234567890 ligt klaar.",
    ),
    "Dutch VAT number": (
        "COMPANY_ID", "Ons btw-nummer is [[NL004495445B01]].", "Btw-id", "NL004495446B01",
        "Het onderdeel NL004495446B01 ligt klaar.",
    ),
    "Dutch VAT number without its country": (
        "COMPANY_ID", "Btw-nummer: [[004495445B01]].", "BTW nr.", "004495446B01",
        "Het onderdeel 004495445B01 ligt klaar.",
    ),
    "Dutch KvK number": (
        "COMPANY_ID", "Ingeschreven bij de Kamer van Koophandel onder [[12345678]].", "KvK-nummer", None,
        "Het onderdeel 12345678 ligt klaar.",
    ),
    "Portuguese cartão de cidadão": (
        "NATIONAL_ID", "O meu cartão de cidadão é o [[00000000 0 ZZ4]].", "Cartão de Cidadão", "00000000 0 ZZ3",
        "A peça 00000000 0 ZZ3 falta.",
    ),
    "Portuguese civil identification number": (
        "NATIONAL_ID", "O bilhete de identidade é o [[12345678 9]].", "Bilhete de identidade", None,
        "A peça 12345678 falta.",
    ),
    "Portuguese número de utente": (
        "HEALTH_ID", "O meu número de utente é o [[123 456 789]].", "N.º de utente", None, "A peça 123456789 falta.",
    ),
    "Portuguese NIF": (
        "TAX_ID", "O meu NIF é o [[123 456 789]].", "Número de contribuinte", "123 456 780", "A peça 123456789 falta.",
    ),
    "Portuguese NIPC": (
        "COMPANY_ID", "O NIPC da empresa é o [[501964843]].", "Número de pessoa coletiva", "501964844",
        "A peça 501964843 falta.",
    ),
    "Portuguese VAT number": (
        "COMPANY_ID", "O nosso número de IVA é o [[PT501964843]].", "VAT", "PT501964844", "A peça PT501964844 falta.",
    ),
    "Portuguese VAT number of a person": (
        "TAX_ID", "O meu número de IVA é o [[PT123456789]].", "VAT", "PT123456788", "A peça PT123456788 falta.",
    ),
    "Portuguese NISS": (
        "NATIONAL_ID", "O meu NISS é o [[12345678902]].", "Segurança Social", "12345678903",
        "A peça 12345678902 falta.",
    ),
    "Portuguese passport": (
        "PASSPORT", "O meu passaporte é o [[CA123456]].", "Passaporte", None, "A peça CA123456 falta.",
    ),
}  # fmt: skip
BY_NAME = {identifier.name: identifier for identifier in IDENTIFIERS}


def marked(text: str) -> tuple[str, int, int]:
    """Return a text without its ``[[...]]`` and where they were."""
    before, value, after = re.split(r"\[\[|\]\]", text)
    return before + value + after, len(before), len(before + value)


def found(text: str, name: str) -> list[Evidence]:
    evidence = SCAN.find([Passage(normalise(text).text)])[0].evidence
    return [item for item in evidence if item.rule == name]


def test_every_identifier_has_a_case_and_a_name_of_its_own() -> None:
    assert sorted(identifier.name for identifier in IDENTIFIERS) == sorted(CASES)


@pytest.mark.parametrize("name", CASES)
def test_finds_it_where_a_sentence_names_it(name: str) -> None:
    type_, sentence, *_ = CASES[name]
    text, start, end = marked(sentence)
    assert [(item.span.start, item.span.end, item.span.type) for item in found(text, name)] == [(start, end, type_)]
    assert found(text, name)[0].span.score == BY_NAME[name].named >= 0.85


@pytest.mark.parametrize("name", CASES)
def test_finds_it_below_its_label(name: str) -> None:
    type_, sentence, label, *_ = CASES[name]
    value = sentence.partition("[[")[2].partition("]]")[0]
    (item,) = found(f"Name: Ada Example\n{label}\n{value}\n", name)
    start = len(f"Name: Ada Example\n{label}\n")
    assert (item.span.start, item.span.end, item.span.type) == (start, start + len(value), type_)
    assert item.reason.endswith("context")


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case[3]])
def test_finds_a_mistyped_one_with_less_confidence(name: str) -> None:
    _, _, label, mistyped, _ = CASES[name]
    assert BY_NAME[name].valid is not None
    failed = [(item.span.score, item.reason) for item in found(f"{label}: {mistyped}", name)]
    assert failed == ([(BY_NAME[name].failed, CHECK_FAILED)] if BY_NAME[name].failed else [])
    assert BY_NAME[name].failed < BY_NAME[name].named


@pytest.mark.parametrize("name", CASES)
def test_leaves_a_near_miss_alone(name: str) -> None:
    assert found(CASES[name][4], name) == []


@pytest.mark.parametrize(
    "text",
    [
        "commit 1a2b3c4d5e6f at 1700000000000, build 10.0.19041.1, 20240115123000, 2024-01-15 12:30:45",
        "ISBN 978-3-16-148410-0, EAN 4006381333931, EUR 1.234.567,89, 555-123-4567",
        "f47ac10b-58cc-4372-a567-0e02b2c3d479 d41d8cd98f00b204e9800998ecf8427e",
    ],
)
def test_leaves_what_machines_write_alone(text: str) -> None:
    assert [item for item in SCAN.find([Passage(text)])[0].evidence if item.span.score >= 0.5] == []


_DRAWN = {"9": "0123456789", "A": "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "X": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"}


@pytest.mark.parametrize("name", [name for name, identifier in BY_NAME.items() if identifier.valid])
def test_a_check_answers_for_whatever_has_the_form(name: str) -> None:
    identifier = BY_NAME[name]
    lengths = {sum(character in _DRAWN for character in shape) for shape in identifier.shapes}
    shapes = [re.sub(r"[ ./\-]", "", shape) for shape in identifier.shapes]
    values = (
        st.from_regex(re.compile(identifier.form, re.ASCII), fullmatch=True).filter(lambda value: len(value) in lengths)
        if identifier.form
        else st.sampled_from(shapes).flatmap(
            lambda shape: st.tuples(*(st.sampled_from(_DRAWN[kind]) for kind in shape))
        )
    )

    @settings(max_examples=60, deadline=None, database=None)
    @given(values)
    def answers(value: str | tuple[str, ...]) -> None:
        assert identifier.valid is not None
        assert identifier.valid("".join(value)) in (True, False)

    answers()
