"""The numbers of the Americas: ``[[value]]`` marks what is found. All are published samples or invented."""

from __future__ import annotations

import pkgutil
import random
import re
from importlib import import_module

import pytest

from deckname import recognizers
from deckname.findings import Evidence, Passage
from deckname.identifier import Identifier, Identifiers
from deckname.text import normalise

COUNTRIES = re.compile(r"recognizers\.(us|ca|mx|br|ar|cl|co|pe|ec|uy|ve|do|cr|py|gt|sv|ni|hn|pa|cu)\.")
MODULES = [
    module.name
    for module in pkgutil.walk_packages(recognizers.__path__, prefix="deckname.recognizers.")
    if COUNTRIES.search(module.name)
]
IDENTIFIERS: list[Identifier] = [each for name in MODULES for each in import_module(name).IDENTIFIERS]
SCAN = Identifiers(IDENTIFIERS)

# rule, type, a sentence that names the number, a form with the label on the line above
NAMED = [
    ("US social security number", "US_SSN", "Her social security number is [[536-90-4399]].", "SSN:\n[[536904399]]"),
    ("US ITIN", "TAX_ID", "He files with an ITIN, [[912-70-1234]].",
     "Individual Taxpayer Identification Number\n[[912701234]]"),
    ("US ATIN", "TAX_ID", "The child's ATIN is [[900-93-1234]].",
     "Adoption Taxpayer Identification Number\n[[900931234]]"),
    ("US PTIN", "TAX_ID", "Prepared by Ada Example, PTIN [[P00634642]]", "PTIN\n[[P-00634642]]"),
    ("US EIN", "COMPANY_ID", "Example Inc., EIN [[91-1144442]]", "Employer Identification Number\n[[911144442]]"),
    ("ABA routing number", "BANK_CODE", "use routing number [[071101307]] please", "ABA\n[[0711-0130-7]]"),
    ("US bank account", "BANK_ACCOUNT", "from checking account [[000123456789]].",
     "Bank account number:\n[[4400123456]]"),
    ("US NPI", "MEDICAL_LICENSE", "Dr. Ada Example (NPI [[1234567893]])",
     "National Provider Identifier\n[[1234567893]]"),
    ("US DEA number", "MEDICAL_LICENSE", "DEA registration [[AB1234563]] expires soon", "DEA No.\n[[F91234563]]"),
    ("US Medicare MBI", "HEALTH_ID", "Her Medicare number is [[1EG4-TE5-MK73]].", "MBI\n[[4EG4TE5MK73]]"),
    ("US Medicare HICN", "HEALTH_ID", "the old Medicare claim number [[536-90-4399A]]", "HICN\n[[536904399A]]"),
    ("US passport", "PASSPORT", "She holds a US passport, [[A12345678]].", "Travel document no.\n[[123456789]]"),
    ("US alien registration number", "NATIONAL_ID", "his A-Number is [[A012345678]].", "USCIS#\n[[012-345-678]]"),
    ("USCIS receipt number", "NATIONAL_ID", "receipt number [[MSC2190012345]]", "Receipt Number\n[[IOE0912345678]]"),
    ("US driver's license", "DRIVER_LICENSE", "a California driver's license, [[A1234567]]", "DL No.\n[[12345678]]"),
    ("Washington driver's license", "DRIVER_LICENSE", "license: WA DL [[WDLABCD1234G]]",
     "Driver license no.\n[[WDL1A2B3C4D5]]"),
    ("Canadian SIN", "NATIONAL_ID", "Mon NAS est le [[046 454 286]].", "Social Insurance Number\n[[130692544]]"),
    ("Ontario health number", "HEALTH_ID", "OHIP [[9876-543-217-XY]]", "Health card number\n[[9876543217]]"),
    ("Quebec health insurance number", "HEALTH_ID", "son numéro d'assurance maladie : [[LASF 8002 1411]]",
     "RAMQ\n[[LASF80021411]]"),
    ("British Columbia PHN", "HEALTH_ID", "her Personal Health Number [[9698 658 215]]", "PHN\n[[9698658215]]"),
    ("Canadian provincial health number", "HEALTH_ID", "my Alberta PHN is [[12345-6789]]",
     "Health Services Number\n[[123456789]]"),
    ("Canadian passport", "PASSPORT", "passeport canadien no [[AB123456]]", "Passport No.\n[[A123456BC]]"),
    ("Ontario driver's licence", "DRIVER_LICENSE", "driver's licence [[D6101-40706-60905]]", "DL\n[[D61014070660905]]"),
    ("Quebec driver's licence", "DRIVER_LICENSE", "permis de conduire : [[A1234-230785-01]]",
     "No de permis\n[[A123423078501]]"),
    ("Canadian driver's licence", "DRIVER_LICENSE", "Alberta driver's licence [[123456-789]]",
     "Driver's licence\n[[A123456789]]"),
    ("Canadian business number", "COMPANY_ID", "our GST/HST number, [[123026635RT0001]]",
     "Business number\n[[123026635]]"),
    ("Mexican CURP", "NATIONAL_ID", "Mi CURP es [[BOXW310820HNERXN09]].",
     "Clave Única de Registro de Población\n[[BOXW310820HNERXN09]]"),
    ("Mexican RFC", "TAX_ID", "con RFC [[GODE561231GR8]] y domicilio", "R.F.C.\n[[GODE-561231-GR8]]"),
    ("Mexican RFC of a company", "COMPANY_ID", "Ejemplo S.A., RFC: [[MAB9307148T4]]", "RFC\n[[MAB-930714-8T4]]"),
    ("Mexican NSS", "NATIONAL_ID", "su NSS del IMSS es [[84966311213]]",
     "Número de Seguridad Social\n[[84-96-63-1121-3]]"),
    ("Mexican CLABE", "BANK_ACCOUNT", "deposite a la CLABE [[032180000118359719]]",
     "CLABE interbancaria\n[[032180000118359719]]"),
    ("Mexican voter key", "NATIONAL_ID", "credencial para votar, [[GMVLMR80070501M100]]",
     "Clave de elector\n[[GMVLMR80070501M100]]"),
    ("Brazilian CPF", "TAX_ID", "inscrita no CPF sob o nº [[390.533.447-05]]", "CPF\n[[39053344705]]"),
    ("Brazilian CNPJ", "COMPANY_ID", "Exemplo Ltda, CNPJ [[12.ABC.345/01DE-35]]", "CNPJ\n[[16727230000197]]"),
    ("Brazilian RG", "NATIONAL_ID", "portador do RG nº [[12.345.678-9]] SSP/SP",
     "Carteira de identidade\n[[MG-12.345.678]]"),
    ("Brazilian PIS/NIS", "NATIONAL_ID", "o PIS dela: [[123.45678.91-9]]", "NIS\n[[12345678919]]"),
    ("Brazilian CNH", "DRIVER_LICENSE", "a CNH [[62472927637]] venceu", "Registro CNH\n[[62472927637]]"),
    ("Brazilian CNS", "HEALTH_ID", "cartão SUS [[898 0000 0004 3208]]", "CNS\n[[898000000043208]]"),
    ("Brazilian voter number", "NATIONAL_ID", "título de eleitor [[1066 4444 0302]]",
     "Título Eleitoral\n[[106644440302]]"),
    ("Argentine DNI", "NATIONAL_ID", "con DNI [[20.123.456]], argentina", "Nro. de documento\n[[20123456]]"),
    ("Argentine CUIL/CUIT", "TAX_ID", "su CUIL es [[20-05536168-2]]", "CUIT\n[[20055361682]]"),
    ("Argentine CUIT of a company", "COMPANY_ID", "Ejemplo S.R.L., CUIT [[30-50000000-3]]",
     "C.U.I.T.\n[[30500000003]]"),
    ("Argentine CBU", "BANK_ACCOUNT", "transferí al CBU [[2850590940090418135201]]", "CBU\n[[2850590940090418135201]]"),
    ("Chilean RUT", "NATIONAL_ID", "don Juan Ejemplo, RUT [[12.531.909-2]]", "RUT\n[[125319092]]"),
    ("Colombian cédula", "NATIONAL_ID", "identificado con cédula No. [[79.123.456]]",
     "Cédula de ciudadanía\n[[1020304050]]"),
    ("Colombian NIT", "TAX_ID", "persona natural con NIT [[213.123.432-1]]", "NIT\n[[2131234321]]"),
    ("Colombian NIT of a company", "COMPANY_ID", "Ejemplo S.A.S., NIT [[860.002.964-4]]", "NIT\n[[860002964-4]]"),
    ("Peruvian DNI", "NATIONAL_ID", "identificada con DNI [[10117410-2]]", "DNI\n[[10117410]]"),
    ("Peruvian RUC", "TAX_ID", "con RUC [[10054148289]] emite recibos", "RUC\n[[10054148289]]"),
    ("Peruvian RUC of a company", "COMPANY_ID", "Ejemplo S.A.C., RUC [[20512333797]]", "R.U.C.\n[[20512333797]]"),
    ("Ecuadorian cédula", "NATIONAL_ID", "con cédula No. [[171430710-3]] de Quito", "Cédula\n[[1714307103]]"),
    ("Ecuadorian RUC", "TAX_ID", "con RUC [[1714307103001]], contador", "RUC\n[[1714307103001]]"),
    ("Ecuadorian RUC of a company", "COMPANY_ID", "Ejemplo S.A., RUC [[1792060346001]]", "RUC\n[[1792060346-001]]"),
    ("Uruguayan cédula", "NATIONAL_ID", "titular de la C.I. [[1.234.567-2]]", "Cédula de identidad\n[[12345672]]"),
    ("Uruguayan RUT", "COMPANY_ID", "Ejemplo S.A., RUT [[211003420017]]", "RUT\n[[21-100342-001-7]]"),
    ("Venezuelan cédula", "NATIONAL_ID", "titular de la C.I. [[V-12.345.678]]", "Cédula de identidad\n[[V12345678]]"),
    ("Venezuelan RIF", "TAX_ID", "contribuyente con RIF [[V-11470283-4]]", "R.I.F.\n[[V114702834]]"),
    ("Venezuelan RIF of a company", "COMPANY_ID", "Ejemplo C.A., RIF [[J-07013380-5]]", "RIF\n[[J070133805]]"),
    ("Dominican cédula", "NATIONAL_ID", "dominicano, cédula No. [[001-1391820-5]]",
     "Cédula de identidad y electoral\n[[00113918205]]"),
    ("Dominican RNC", "COMPANY_ID", "Ejemplo SRL, RNC [[1-01-85004-3]]", "RNC\n[[101850043]]"),
    ("Costa Rican cédula", "NATIONAL_ID", "costarricense, cédula de identidad [[1-1234-5678]]",
     "Cédula física\n[[112345678]]"),
    ("Costa Rican DIMEX", "NATIONAL_ID", "con DIMEX [[155812994816]]", "Cédula de residencia\n[[155812994816]]"),
    ("Costa Rican cédula jurídica", "COMPANY_ID", "Ejemplo S.A., cédula jurídica: [[3-101-999999]]",
     "Cédula jurídica\n[[3101999999]]"),
    ("Paraguayan RUC", "TAX_ID", "contribuyente con RUC [[1234567-9]]", "RUC\n[[1234567-9]]"),
    ("Paraguayan RUC of a company", "COMPANY_ID", "Ejemplo S.A., RUC [[80028061-0]]", "RUC\n[[80028061-0]]"),
    ("Paraguayan cédula", "NATIONAL_ID", "paraguayo, con C.I. No. [[1.234.567]]",
     "Cédula de identidad civil\n[[1234567]]"),
    ("Guatemalan CUI", "NATIONAL_ID", "se identifica con DPI [[1234 56789 0101]]", "CUI\n[[1234567890101]]"),
    ("Guatemalan NIT", "TAX_ID", "factura a nombre de Ana, NIT [[576937-K]]", "NIT\n[[576937-K]]"),
    ("Salvadoran DUI", "NATIONAL_ID", "con DUI No. [[00016297-5]]", "Documento Único de Identidad\n[[000162975]]"),
    ("Salvadoran NIT", "TAX_ID", "salvadoreña, NIT [[0614-050707-104-8]]", "NIT\n[[06140507071048]]"),
    ("Nicaraguan cédula", "NATIONAL_ID", "cédula de identidad [[001-010180-0002T]]", "Cédula\n[[0010101800002T]]"),
    ("Honduran DNI", "NATIONAL_ID", "hondureña, con identidad No. [[0801-1990-12345]]", "Identidad\n[[0801199012345]]"),
    ("Panamanian cédula", "NATIONAL_ID", "panameño, cédula No. [[8-123-456]]",
     "Cédula de identidad personal\n[[PE-123-456]]"),
    ("Cuban identity number", "NATIONAL_ID", "carné de identidad [[91021027775]]",
     "Carné de identidad\n[[91021027775]]"),
]  # fmt: skip

# rule, a named number whose check fails (where "failed" is 0: nothing)
MISTYPED = [
    ("US social security number", "SSN: [[666-12-3456]]"),
    ("US ITIN", "ITIN [[912-89-1234]]"),
    ("US EIN", "EIN [[07-1144442]]"),
    ("ABA routing number", "routing number [[071101308]]"),
    ("US NPI", "NPI [[1234567890]]"),
    ("US DEA number", "DEA [[AB1234567]]"),
    ("US Medicare MBI", "MBI: [[1SG4-TE5-MK73]]"),
    ("Canadian SIN", "SIN: [[123 456 789]]"),
    ("Ontario health number", "OHIP [[9876543218]]"),
    ("Quebec health insurance number", "RAMQ [[LASF80021412]]"),
    ("British Columbia PHN", "PHN [[9698648215]]"),
    ("Canadian business number", "GST number [[123026636RT0001]]"),
    ("Mexican CURP", "CURP [[BOXW310820HNERXN08]]"),
    ("Mexican RFC", "RFC [[VACE460910SX6]]"),
    ("Mexican RFC of a company", "RFC [[MAB9307148T5]]"),
    ("Mexican NSS", "NSS [[84966311215]]"),
    ("Mexican CLABE", "CLABE [[032180000118359718]]"),
    ("Brazilian CPF", "CPF [[390.533.447-06]]"),
    ("Brazilian CNPJ", "CNPJ [[16.727.230/0001-98]]"),
    ("Brazilian PIS/NIS", "PIS [[123.45678.91-0]]"),
    ("Brazilian CNH", "CNH [[62472927638]]"),
    ("Brazilian CNS", "CNS [[898000000043209]]"),
    ("Brazilian voter number", "título de eleitor [[1066 4444 0303]]"),
    ("Argentine CUIL/CUIT", "CUIL [[20-05536168-3]]"),
    ("Argentine CUIT of a company", "CUIT [[30-50000000-4]]"),
    ("Argentine CBU", "CBU [[2850590940090418135202]]"),
    ("Chilean RUT", "RUT [[12.531.909-3]]"),
    ("Colombian NIT", "NIT [[213.123.432-2]]"),
    ("Colombian NIT of a company", "NIT [[860.002.964-5]]"),
    ("Peruvian DNI", "DNI [[10117410-3]]"),
    ("Peruvian RUC", "RUC [[10054148280]]"),
    ("Peruvian RUC of a company", "RUC [[20512333798]]"),
    ("Ecuadorian cédula", "cédula No. [[1714307104]]"),
    ("Ecuadorian RUC", "RUC [[1714307104001]]"),
    ("Ecuadorian RUC of a company", "RUC [[1792060347001]]"),
    ("Uruguayan cédula", "C.I. [[1.234.567-8]]"),
    ("Uruguayan RUT", "RUT [[210303670014]]"),
    ("Venezuelan RIF", "RIF [[V-11470283-3]]"),
    ("Venezuelan RIF of a company", "RIF [[J-07013380-6]]"),
    ("Dominican cédula", "cédula No. [[001-1391820-4]]"),
    ("Dominican RNC", "RNC [[1-01-85004-4]]"),
    ("Paraguayan RUC", "RUC [[1234567-8]]"),
    ("Paraguayan RUC of a company", "RUC [[80028061-1]]"),
    ("Guatemalan CUI", "DPI [[1234 56788 0101]]"),
    ("Costa Rican cédula jurídica", "cédula jurídica [[3-999-999999]]"),
    ("Guatemalan NIT", "NIT [[576937-9]]"),
    ("Salvadoran DUI", "DUI [[00016297-6]]"),
    ("Salvadoran NIT", "NIT [[0614-050707-104-0]]"),
    ("Nicaraguan cédula", "cédula: [[001-010180-0002A]]"),
]

NOTHING = [
    "666-12-3456 987-66-4321 123456789 123-45-67890 0-123-45-6789",
    "912-89-1234 and part P00634642 of order 12-3456789",
    "routing 4 parcels, 0711-0130-8 and 071101307",
    "lot 000123456789, an account of 20260131",
    "call 1234567893 at 1700000000, EAN 4006381333931, 1700000000000 ms",
    "part AB1234563, gate AB123456, A123456BC",
    "1SG4TE5MK73 0EG4TE5MK73 deadbeef123 3f2a1b4c5d6",
    "flight A1234567, driver version 12345678, DL speed 12345",
    "my passport is valid, order no. 123456789",
    "a number 012345678 and ABC2190012345",
    "130 692 544, 046 454 286, sin embargo 130692544",
    "9876 543 217 or 9698 658 215, LASF80021412, LASF 8002 1411",
    "D6101-40706-69905, A1234-330785-01, 123456-789",
    "123026636RC0001, BOXW310820HNERXN08, VACE460910SX6, MAB9307148T5",
    "RFC 2616 and RFC XAXX010101000",
    "84966311213 032180000118359719 GMVLMR80070501X100",
    "390.533.447-06 39053344705 16.727.230/0001-98 16727230000197",
    "lote 12.345.678-9, 123.45678.91-0, 62472927637, 898000000043208, 106644440302",
    "son 20.123.456 pesos, W ciągu 30 dni",
    "20-05536168-3 20055361682 30-50000000-4 2850590940090418135201",
    "12.531.909-3 12531909-2 125319092, run 12531909-2",
    "pagó 79.123.456 pesos, batch=ba3088c09c85a 1020304050",
    "213.123.432-2 860002964-4 10117410-2 10054148289 20512333797",
    "1714307103 1714307103001 1792060346001",
    "1.234.567-8 12345672 211003420017, CI build 12345672",
    "v12345678 V-11470283-3 J070133805 version V-1.234.567",
    "001-1391820-4 00113918205 1-01-85004-3 tel. 1-1234-5678 155812994816",
    "80028061-0 1234 56789 0101 576937-K 00016297-5 0614-050707-104-0",
    "001-010180-0002A 0801199012345 tel. 8-123-456 91021027775",
]


def marked(text: str) -> tuple[str, int, int]:
    """Return a text without its ``[[...]]`` and the range that they marked."""
    start, end = text.index("[["), text.index("]]") - 2
    return text.replace("[[", "").replace("]]", ""), start, end


def found(text: str, rule: str = "") -> list[Evidence]:
    """Return what the rule finds, or all rules: the best first."""
    evidence = SCAN.find([Passage(normalise(text).text)])[0].evidence
    return sorted((each for each in evidence if rule in ("", each.rule)), key=lambda each: -each.span.score)


@pytest.mark.parametrize(
    ("rule", "type_", "text"), [(rule, type_, text) for rule, type_, *two in NAMED for text in two]
)
def test_words_name_a_number(rule: str, type_: str, text: str) -> None:
    plain, start, end = marked(text)
    best = found(plain, rule)[0]
    assert (best.span.start, best.span.end, best.span.type) == (start, end, type_)
    assert best.reason.endswith("context")
    assert best.span.score >= 0.6


@pytest.mark.parametrize(("rule", "text"), MISTYPED)
def test_a_mistyped_number_is_found_where_words_name_it(rule: str, text: str) -> None:
    plain, start, end = marked(text)
    best = found(plain, rule)[0]
    assert (best.span.start, best.span.end, best.reason) == (start, end, "check_failed")
    assert 0.5 <= best.span.score <= 0.7
    # ... and only there
    assert [each for each in found(plain[start:end], rule) if each.span.score >= 0.5] == []


@pytest.mark.parametrize("text", NOTHING)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert [(each.rule, text[each.span.start : each.span.end]) for each in found(text) if each.span.score >= 0.5] == []


def test_every_rule_has_its_examples() -> None:
    assert {rule for rule, *_ in NAMED} == {each.name for each in IDENTIFIERS}
    checked = {each.name for each in IDENTIFIERS if each.valid is not None and each.failed > 0}
    assert {rule for rule, _ in MISTYPED} == checked


@pytest.mark.parametrize("text", ["cédula 1714307103", "el número 1714307103 de cédula", "su cédula es 1714307103"])
def test_a_word_with_an_accent_may_stand_right_before_the_number(text: str) -> None:
    assert [text[each.span.start : each.span.end] for each in found(text, "Ecuadorian cédula")] == ["1714307103"]


@pytest.mark.parametrize(
    ("value", "score"),
    [("536-90-4399", 0.6), ("536 90 4399", 0.5), ("536.90.4399", 0.5), ("1EG4-TE5-MK73", 0.75), ("912-70-1234", 0.6)],
)
def test_a_value_without_words_has_the_score_of_its_shape(value: str, score: float) -> None:
    assert [each.span.score for each in found(value)] == [score]


def sample(shape: str, source: random.Random) -> str:
    """Return a random bare value of a shape."""
    kinds = {"9": "0123456789", "A": "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "X": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    return "".join(source.choice(kinds.get(character, character)) for character in re.sub(r"[ .\-/]", "", shape))


@pytest.mark.parametrize("identifier", IDENTIFIERS, ids=lambda each: f"{each.name} {each.shapes[0]}")
def test_a_check_never_raises_and_is_as_strict_as_its_score(identifier: Identifier) -> None:
    source, drawn, passed = random.Random(7), 0, 0
    for _ in range(300):
        for shape in identifier.shapes:
            value, drawn = sample(shape, source), drawn + 1
            if not identifier.form or re.fullmatch(identifier.form, value):
                passed += identifier.valid is None or identifier.valid(value)
    if identifier.alone > 0.6:
        assert passed / drawn < 1 / 150
    elif identifier.alone and identifier.type != "US_SSN":  # a dashed social security number is shape enough
        assert passed / drawn < 1 / 8
