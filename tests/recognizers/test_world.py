"""National numbers of northern and eastern Europe, Asia, Africa and Oceania: ``[[value]]`` marks what is found.

All numbers are published samples, invented, or reserved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from random import Random

import pytest

from deckname import recognizers
from deckname.findings import CHECK_FAILED, Evidence, Passage
from deckname.identifier import Identifier, Identifiers
from deckname.recognizers.hk import hkid
from deckname.recognizers.labelled import Hinted
from deckname.recognizers.se import personnummer
from deckname.text import normalise

COUNTRIES = (
    "ae", "au", "bg", "cn", "cz", "dk", "ee", "eg", "fi", "gr", "hk", "hr", "hu", "id", "il", "in",
    "jp", "ke", "kr", "lk", "lt", "lv", "my", "ng", "no", "nz", "ph", "pk", "pl", "ro", "ru", "se",
    "sg", "si", "sk", "th", "tr", "tw", "ua", "vn", "za",
)  # fmt: skip


def of_country(country: str) -> list[Identifier]:
    """Return the identifiers of a country's modules."""
    package = import_module(f"{recognizers.__name__}.{country}")
    names = [f"{package.__name__}.{module.name}" for module in iter_modules(package.__path__)]
    return [identifier for name in names for identifier in getattr(import_module(name), "IDENTIFIERS", ())]


IDENTIFIERS = [identifier for country in COUNTRIES for identifier in of_country(country)]
SCAN = Identifiers(IDENTIFIERS)
THRESHOLD = 0.5


@dataclass(frozen=True)
class Case:
    """A number in a sentence that names it, the label of a form, a mistyped one, and where it is nothing."""

    name: str
    type: str
    sentence: str
    label: str
    mistyped: str
    nothing: str


CASES = [
    Case(*case)
    for case in (
        # Europe
        ("Polish PESEL", "NATIONAL_ID", "Mój numer PESEL to [[44051401359]].", "Numer ewidencyjny PESEL",
         "PESEL: [[44051401358]]", "Zamówienie 44051401359 wysłano."),
        ("Polish NIP", "TAX_ID", "Firma ma NIP [[856-734-62-15]] i siedzibę w Łodzi.", "NIP",
         "NIP [[856-734-62-16]]", "Zadzwoń: 8567346215."),
        ("Polish VAT number", "COMPANY_ID", "Faktura dla firmy, NIP [[PL8567346215]], Łódź.", "VAT UE",
         "VAT [[PL8567346216]]", "Kod PL8567346216 wygasł."),
        ("Polish REGON", "COMPANY_ID", "Spółka o numerze REGON [[192598184]] działa.", "REGON",
         "REGON: [[192598183]]", "Telefon 192598184."),
        ("Polish identity card", "NATIONAL_ID", "Legitymuje się dowodem osobistym [[ABA 300000]].",
         "Seria i numer dowodu", "dowód osobisty [[ABA400000]]", "Część ABA300000 jest w magazynie."),
        ("Czech or Slovak birth number", "NATIONAL_ID", "Pacientka s rodným číslem: [[715319/2740]] přišla.",
         "Rodné číslo", "r. č.: [[710319/2746]]", "Objednávka 7103192745 a 710319/2746."),
        ("Czech or Slovak company number", "COMPANY_ID", "Společnost, IČO: [[25123891]], Praha.", "IČO",
         "IČO: [[25123892]]", "Smlouva 25123891."),
        ("Czech VAT number", "COMPANY_ID", "Plátce daně, DIČ [[CZ25123891]].", "DIČ",
         "DIČ: [[CZ25123892]]", "Kód CZ25123892."),
        ("Czech VAT number of a person", "TAX_ID", "Živnostnice, DIČ [[CZ7103192745]].", "DIČ",
         "DIČ: [[CZ7103192746]]", "Kód CZ7103192746."),
        ("Czech VAT number of a person without its country", "TAX_ID", "Živnostník, DIČ [[640903926]].", "DIČ",
         "", "Objednávka 640903926 a 7103192745."),
        ("Slovak DIČ", "TAX_ID", "Spoločnosť, DIČ: [[2022749619]].", "Daňové identifikačné číslo",
         "DIČ [[2022749618]]", "Objednávka 2022749619."),
        ("Slovak VAT number", "COMPANY_ID", "Spoločnosť, IČ DPH: [[SK2022749619]].", "IČ DPH",
         "IČ DPH [[SK2022749618]]", "Kód SK2022749618."),
        ("Swedish personnummer", "NATIONAL_ID", "Hennes personnummer [[19811228-9874]] står i folkbokföringen.",
         "Personnummer", "personnummer: [[811228-9873]]", "Loggen 20051228-1232 och order 8112289874."),
        ("Swedish organisationsnummer", "COMPANY_ID", "Bolaget har organisationsnummer [[556703-7485]].", "Org.nr",
         "org.nr [[556703-7486]]", "Ring 556703-7485."),
        ("Swedish VAT number", "COMPANY_ID", "Momsregistreringsnummer [[SE556703748501]] gäller.", "Momsnr",
         "VAT no. [[SE556703748601]]", "Koden SE556703748601."),
        ("Swedish VAT number of a person", "TAX_ID", "Momsregistreringsnummer [[SE811228987401]] gäller.", "Momsnr",
         "VAT no. [[SE811228987301]]", "Koden SE811228987301."),
        ("Norwegian fødselsnummer", "NATIONAL_ID", "Pasientens fødselsnummer er [[151086 95088]].", "Fødselsnummer",
         "fnr. [[15108695077]]", "Ordre 15108695077 er sendt."),
        ("Norwegian organisasjonsnummer", "COMPANY_ID", "Firmaet har organisasjonsnummer [[988 077 917]].", "Org.nr.",
         "orgnr [[988077918]]", "Ring 988 077 917."),
        ("Norwegian VAT number", "COMPANY_ID", "Selger: [[NO 988 077 917 MVA]]", "MVA-nr",
         "VAT no. [[NO988077918MVA]]", "Koden NO988077918MVA."),
        ("Danish CPR number", "NATIONAL_ID", "Hendes CPR-nummer er [[211062-5629]].", "CPR-nr.",
         "cpr: [[310262-5629]]", "Ordre 2110625629 og 211062-5620."),
        ("Danish CVR number", "COMPANY_ID", "Firmaet har CVR-nummer [[13585628]].", "CVR-nr.",
         "CVR [[13585627]]", "Ring 13585628."),
        ("Danish VAT number", "COMPANY_ID", "Momsnummer [[DK13585628]] er gyldigt.", "VAT no.",
         "VAT no. [[DK13585627]]", "Koden DK13585627."),
        ("Finnish henkilötunnus", "NATIONAL_ID", "Potilaan henkilötunnus on [[131052-308T]].", "Henkilötunnus",
         "hetu: [[131052X308U]]", "Tuote 131052-308U loppui."),
        ("Finnish Y-tunnus", "COMPANY_ID", "Yrityksen Y-tunnus on [[2077474-0]].", "Y-tunnus",
         "Y-tunnus [[2077474-1]]", "Tuote 2077474-0 loppui."),
        ("Finnish VAT number", "COMPANY_ID", "ALV-numero [[FI20774740]] on voimassa.", "ALV-numero",
         "VAT no. [[FI20774741]]", "Koodi FI20774741."),
        ("Estonian isikukood", "NATIONAL_ID", "Tema isikukood on [[36805280109]].", "Isikukood",
         "isikukood [[36805280108]]", "Tellimus 36805280108."),
        ("Estonian VAT number", "COMPANY_ID", "KMKR number on [[EE100931558]].", "KMKR nr",
         "KMKR [[EE100594103]]", "Kood EE100594103."),
        ("Estonian VAT number without its country", "COMPANY_ID", "KMKR number on [[100931558]].", "KMKR nr",
         "KMKR [[100594103]]", "Tellimus 100931558."),
        ("Latvian personas kods", "NATIONAL_ID", "Viņas personas kods ir [[161175-19997]].", "Personas kods",
         "p.k. [[161175-19998]]", "Pasūtījums 161175-19998."),
        ("Latvian VAT number", "COMPANY_ID", "PVN numurs [[LV40003521600]].", "PVN nr.",
         "PVN [[LV40003521601]]", "Kods LV40003521601."),
        ("Latvian VAT number of a person", "TAX_ID", "PVN numurs [[LV16117519997]].", "PVN nr.",
         "PVN [[LV16117519998]]", "Kods LV16117519998."),
        ("Latvian VAT number without its country", "COMPANY_ID", "PVN numurs [[4000 3521 600]].", "PVN nr.",
         "PVN [[40003521601]]", "Kods 40003521600."),
        ("Latvian VAT number of a person without its country", "TAX_ID", "PVN numurs [[161175-19997]].", "PVN nr.",
         "PVN [[161175-19998]]", "Kods 161175-19997."),
        ("Lithuanian asmens kodas", "NATIONAL_ID", "Jos asmens kodas yra [[33309240064]].", "Asmens kodas",
         "a. k. [[33309240065]]", "Užsakymas 33309240065."),
        ("Lithuanian VAT number", "COMPANY_ID", "PVM kodas [[LT119511515]].", "PVM mokėtojo kodas",
         "PVM [[LT119511514]]", "Kodas LT119511514."),
        ("Lithuanian VAT number without its country", "COMPANY_ID", "PVM kodas [[119511515]].", "PVM mokėtojo kodas",
         "PVM [[119511514]]", "Kodas 119511515."),
        ("Greek AMKA", "NATIONAL_ID", "Ο ΑΜΚΑ του ασθενούς είναι [[01013099997]].", "Α.Μ.Κ.Α.",
         "ΑΜΚΑ [[01013099998]]", "Παραγγελία 01013099997."),
        ("Greek AFM", "TAX_ID", "Το ΑΦΜ μου είναι [[094259216]].", "Α.Φ.Μ.",
         "ΑΦΜ: [[094259217]]", "Τηλέφωνο 094259216."),
        ("Greek VAT number", "COMPANY_ID", "Τιμολόγιο προς εταιρεία, ΑΦΜ: [[EL094259216]].", "VAT no.",
         "VAT no. [[EL094259217]]", "Κωδικός EL094259217."),
        ("Romanian CNP", "NATIONAL_ID", "Domnul are CNP [[1630615123457]] și locuiește în Cluj.",
         "Cod numeric personal", "CNP: [[1630615123458]]", "Comanda 1630615123458 a plecat la 1700000000000."),
        ("Romanian CUI", "COMPANY_ID", "Societatea, CUI [[18547290]], Cluj.", "C.U.I.",
         "CUI [[18547291]]", "Dosar 18547290."),
        ("Romanian VAT number", "COMPANY_ID", "Factura pentru societatea cu CUI [[RO18547290]].", "Cod fiscal",
         "C.I.F. [[RO18547291]]", "Codul RO18547291."),
        ("Romanian VAT number, short or in groups", "COMPANY_ID", "Societatea, CUI [[RO 185 472 90]], Cluj.", "C.U.I.",
         "CUI [[RO 185 472 91]]", "Dosar RO 185 472 90."),
        ("Bulgarian EGN", "NATIONAL_ID", "Лице с ЕГН [[8032056031]] от София.", "ЕГН",
         "ЕГН: [[8032056032]]", "Поръчка 8032056031."),
        ("Bulgarian number of a foreigner", "NATIONAL_ID", "Чужденец с ЛНЧ [[7111042925]].", "ЛНЧ",
         "ЛНЧ [[7111042922]]", "Телефон 7111042925."),
        ("Bulgarian VAT number", "COMPANY_ID", "ИН по ДДС [[BG175074752]].", "ДДС",
         "ДДС [[BG175074751]]", "Код BG175074751."),
        ("Bulgarian VAT number of a person", "TAX_ID", "ИН по ДДС [[BG7501020018]].", "ДДС",
         "ДДС [[BG7501020019]]", "Код BG7501020019."),
        ("Bulgarian VAT number without its country", "COMPANY_ID", "Фирма с ЕИК [[175074752]].", "БУЛСТАТ",
         "ДДС [[175074751]]", "Код 175074752."),
        ("Bulgarian VAT number of a person without its country", "TAX_ID", "ИН по ДДС [[7501020018]].", "ДДС",
         "ДДС [[7501020019]]", "Код 7501020018."),
        ("Hungarian személyi szám", "NATIONAL_ID", "A személyi száma: [[1 680414 1234]].", "Személyi szám",
         "személyi szám: [[1-680414-1235]]", "Rendelés 16804141234."),
        ("Hungarian TAJ", "HEALTH_ID", "A beteg TAJ száma: [[111 111 110]].", "TAJ szám",
         "TAJ [[111 111 111]]", "Telefon 111 111 110."),
        ("Hungarian adóazonosító jel", "TAX_ID", "Az adóazonosító jele [[8365670003]].", "Adóazonosító jel",
         "adóazonosító jel: [[8365670004]]", "Rendelés 8365670003."),
        ("Hungarian adószám", "COMPANY_ID", "A cég adószáma: [[12892312-2-41]].", "Adószám",
         "adószám: [[12892313-2-41]]", "Tétel 12892313-2-41."),
        ("Croatian OIB", "NATIONAL_ID", "Moj OIB je [[33392005961]].", "Osobni identifikacijski broj",
         "OIB: [[33392005962]]", "Narudžba 33392005961."),
        ("Croatian VAT number", "COMPANY_ID", "Račun, PDV ID [[HR33392005961]].", "PDV ID broj",
         "PDV ID [[HR33392005962]]", "Kod HR33392005962."),
        ("EMŠO or JMBG", "NATIONAL_ID", "Njegova EMŠO je [[0101006500006]].", "EMŠO",
         "JMBG [[0101006500007]]", "Naročilo 0101006500007."),
        ("Slovenian VAT number", "COMPANY_ID", "ID za DDV: [[SI50223054]].", "ID za DDV",
         "DDV [[SI50223055]]", "Koda SI50223055."),
        ("Slovenian tax number", "TAX_ID", "Njena davčna številka je [[50223054]].", "Davčna številka",
         "davčna številka [[50223055]]", "Koda 50223054."),
        ("Turkish kimlik number", "NATIONAL_ID", "Hastanın T.C. kimlik numarası [[17291716060]] olarak kayıtlı.",
         "T.C. Kimlik No", "TCKN [[17291716050]]", "Sipariş 17291716061 yolda."),
        ("Turkish VKN", "TAX_ID", "Şirketin vergi kimlik numarası: [[4540536920]].", "Vergi No",
         "VKN [[4540536921]]", "Telefon 4540536920."),
        ("Turkish registration plate", "LICENSE_PLATE", "Olay yerinde [[34 ABC 1234]] plakalı araç görüldü.", "Plaka",
         "", "Raf 34 ABC 1234 boş."),
        ("Ukrainian RNOKPP", "TAX_ID", "Громадянин, РНОКПП [[1759013776]], проживає у Львові.", "РНОКПП",
         "ІПН [[1759013770]]", "Телефон 1759013776."),
        ("Ukrainian UNZR", "NATIONAL_ID", "Паспорт, УНЗР [[19900115-02345]], дійсний.", "УНЗР",
         "", "Файл 19900115-02345."),
        ("Ukrainian EDRPOU", "COMPANY_ID", "Товариство, код ЄДРПОУ [[32855961]].", "Код ЄДРПОУ",
         "ЄДРПОУ [[32855968]]", "Рахунок 32855961."),
        ("Russian INN", "TAX_ID", "Гражданин с ИНН [[123456789047]] подал заявление.", "ИНН",
         "ИНН: [[123456789037]]", "Счёт 123456789047."),
        ("Russian INN of a company", "COMPANY_ID", "Общество, ИНН [[1234567894]], Москва.", "ИНН",
         "ИНН [[1234567895]]", "Счёт 1234567894."),
        ("Russian OGRN", "COMPANY_ID", "Общество, ОГРН [[1022200525819]].", "ОГРН",
         "ОГРН [[1022200525818]]", "Счёт 1022200525819."),
        ("Russian SNILS", "NATIONAL_ID", "Её СНИЛС [[112-233-445 95]].", "СНИЛС",
         "СНИЛС [[112-233-445 96]]", "Номер 112-233-445 96 и 11223344595."),
        ("Russian passport", "PASSPORT", "Предъявил паспорт [[45 10 123456]].", "Серия и номер",
         "", "Телефон 45 10 123456."),
        # Asia
        ("Indian Aadhaar", "NATIONAL_ID", "मेरा आधार नंबर [[2341 2341 2346]] है।", "Aadhaar Number",
         "Aadhaar no. [[2341 2341 2347]]", "Columns 2341 2341 2346 and 3000."),
        ("Indian Aadhaar VID", "NATIONAL_ID", "Use my VID [[2341 2341 2341 2341]] instead.", "Virtual ID",
         "VID: [[2341 2341 2341 2342]]", "Columns 2341 2341 2341 2341."),
        ("Indian PAN", "TAX_ID", "Her PAN is [[ABMCA3211G]] as per records.", "Permanent Account Number",
         "PAN [[ABMXA3211G]]", "Part ABMCA3211G is here."),
        ("Indian GSTIN", "COMPANY_ID", "The supplier with GSTIN [[27AAPFU0939F1ZV]] is in Mumbai.", "GSTIN",
         "GSTIN [[27AAPFU0939F1ZO]]", "Code 27AAPFU0939F1ZO is void."),
        ("Indian voter card", "NATIONAL_ID", "Her voter ID is [[WKH1186253]].", "EPIC No.",
         "EPIC no. [[WKH1186263]]", "Part WKH1186253 is here."),
        ("Indian passport", "PASSPORT", "She holds Indian passport [[A2096457]].", "Passport No.",
         "", "Part A2096457 is here."),
        ("Indian vehicle registration", "LICENSE_PLATE", "The vehicle number is [[MH 12 AB 1234]].", "Registration No.",
         "", "Shelf MH12AB1234 is full."),
        ("Indian driving licence", "DRIVER_LICENSE", "His driving licence [[MH12 20110012345]] expired.", "DL No.",
         "", "Shelf MH12 20110012345."),
        ("Singapore NRIC or FIN", "NATIONAL_ID", "Her NRIC is [[S1234567D]].", "NRIC/FIN No.",
         "NRIC: [[S1234567A]]", "Part S1234567A is here."),
        ("Singapore UEN of a business", "COMPANY_ID", "The business has UEN [[00192200M]].", "UEN",
         "UEN [[00192200N]]", "Part 00192200M is here."),
        ("Singapore UEN of a company", "COMPANY_ID", "The company has UEN [[197401143C]].", "UEN",
         "UEN [[197401143D]]", "Part 197401143D is here."),
        ("Singapore UEN", "COMPANY_ID", "The society has UEN [[S16FC0121D]].", "UEN No.",
         "UEN [[S16FC0121E]]", "Part S16FC0121E is here."),
        ("Japanese My Number", "NATIONAL_ID", "私のマイナンバーは [[6214 9832 0257]] です。", "個人番号",
         "マイナンバー: [[6214 9832 0258]]", "注文 6214 9832 0257 を発送。"),
        ("Japanese corporate number", "COMPANY_ID", "当社の法人番号は [[5-8356-7825-6246]] です。", "法人番号",
         "法人番号: [[2835678256246]]", "注文 5835678256246 を発送。"),
        ("Japanese passport", "PASSPORT", "旅券番号は [[TK1234567]] です。", "パスポート番号",
         "", "部品 TK1234567 を発送。"),
        ("Japanese driving licence", "DRIVER_LICENSE", "運転免許証の番号は [[301234567890]] です。", "免許証番号",
         "", "注文 301234567890 を発送。"),
        ("South Korean RRN", "NATIONAL_ID", "그의 주민등록번호는 [[900101-1234568]] 입니다.", "주민등록번호",
         "주민번호 [[900101-1234567]]", "주문 900101-1234567 와 9001011234568 발송."),
        ("South Korean foreigner registration number", "NATIONAL_ID", "외국인등록번호는 [[900101-5123450]] 입니다.",
         "외국인등록번호", "ARC no. [[900101-5123451]]", "주문 900101-5123451 발송."),
        ("South Korean passport", "PASSPORT", "여권번호는 [[M123A4567]] 입니다.", "여권번호",
         "", "부품 M12345678 발송."),
        ("South Korean driving licence", "DRIVER_LICENSE", "운전면허번호는 [[11-19-123456-12]] 입니다.", "운전면허번호",
         "", "주문 11-19-123456-12 발송."),
        ("South Korean driving licence in groups", "DRIVER_LICENSE", "My license is [[13-22-123456-12]].", "License",
         "", "Order 13-22-123456-12 is late."),
        ("South Korean BRN", "COMPANY_ID", "사업자등록번호는 [[116-82-00276]] 입니다.", "사업자등록번호",
         "사업자번호 [[116-82-00277]]", "주문 116-82-00277 발송."),
        ("Chinese resident identity number", "NATIONAL_ID", "他的身份证号码是: [[11010519491231002X]]。",
         "居民身份证号码", "身份证 [[110105194912310021]]", "订单 110105194912310021 已发货。"),
        ("Chinese resident identity number of 15 digits", "NATIONAL_ID", "旧身份证号码: [[110105491231002]]。",
         "身份证号", "", "订单 110105491231002 已发货。"),
        ("Chinese unified social credit code", "COMPANY_ID", "统一社会信用代码: [[91110000600037341L]]。",
         "统一社会信用代码", "税号 [[91110000600037342L]]", "订单 91110000600037342L 已发货。"),
        ("Chinese passport", "PASSPORT", "他的护照号码是 [[E12345678]]。", "护照号码",
         "", "编号 E12345678 已发货。"),
        ("Taiwanese identity number", "NATIONAL_ID", "她的身分證字號是 [[A123456789]]。", "身分證字號",
         "身分證: [[A123456788]]", "訂單 A123456789 已出貨。"),
        ("Taiwanese UBN", "COMPANY_ID", "公司統一編號是 [[00501503]]。", "統一編號",
         "統編 [[00501502]]", "訂單 00501503 已出貨。"),
        ("Hong Kong identity card", "NATIONAL_ID", "His HKID is [[A1234563]].", "身份證號碼",
         "HKID [[A1234564]]", "Part A1234563 is here."),
        ("Thai company number", "COMPANY_ID", "เลขทะเบียนนิติบุคคล [[0-99-4-000-61772-1]] ครับ", "เลขประจำตัวผู้เสียภาษี",
         "Thai tax ID [[0105536112015]]", "Order 0105536112014."),
        ("Thai identity number", "NATIONAL_ID", "เลขประจำตัวประชาชน [[3-1006-00445-63-5]] ครับ", "เลขประจำตัวประชาชน",
         "บัตรประชาชน [[3100600445636]]", "คำสั่งซื้อ 3100600445635 และ 3-1006-00445-63-6"),
        ("Malaysian MyKad", "NATIONAL_ID", "No. kad pengenalan beliau ialah [[770305-02-1234]].", "No. Kad Pengenalan",
         "MyKad [[770305-00-1234]]", "Pesanan 770305021234 dan 770305-00-1234."),
        ("Indonesian NIK", "NATIONAL_ID", "Warga dengan NIK [[3171011708450001]] tinggal di Jakarta.", "No. KTP",
         "NIK: [[3171013002001234]]", "Pesanan 3171011708450001 dikirim."),
        ("Indonesian NPWP", "TAX_ID", "Nomor pokok wajib pajak [[013121660091000]] terdaftar.", "NPWP",
         "NPWP [[01.312.166.1-091.000]]", "Kode 01.312.166.1-091.000 salah."),
        ("Vietnamese citizen number", "NATIONAL_ID", "Số CCCD của tôi là [[001099012345]].", "Số căn cước công dân",
         "", "Đơn hàng 001099012345 đã gửi."),
        ("Vietnamese identity card of nine digits", "NATIONAL_ID", "Số CMND của tôi là [[023456789]].",
         "Chứng minh nhân dân", "", "Đơn hàng 023456789 đã gửi."),
        ("Philippine TIN", "TAX_ID", "Ang TIN niya ay [[123-456-789-000]].", "TIN",
         "", "Part 123-456-789-000 is here."),
        ("Philippine SSS number", "NATIONAL_ID", "Ang SSS number niya ay [[34-1234567-8]].", "SSS No.",
         "", "Part 34-1234567-8 is here."),
        ("Philippine UMID", "NATIONAL_ID", "Ang UMID CRN niya ay [[0111-2345678-9]].", "Common Reference Number",
         "", "Part 0111-2345678-9 is here."),
        ("PhilHealth number", "HEALTH_ID", "Ang PhilHealth niya ay [[12-345678901-2]].", "PhilHealth No.",
         "", "Part 12-345678901-2 is here."),
        ("Pag-IBIG MID", "NATIONAL_ID", "Ang Pag-IBIG MID niya ay [[1212-3456-7890]].", "Pag-IBIG MID No.",
         "", "Part 1212-3456-7890 is here."),
        ("Philippine PhilSys number", "NATIONAL_ID", "Ang PhilSys number niya ay [[1234-5678-9012-3456]].", "PCN",
         "", "Part 1234-5678-9012-3456 is here."),
        ("Israeli identity number", "NATIONAL_ID", 'שלי ת"ז [[039337423]], בתוקף.', "מספר זהות",
         "ת.ז. [[039337424]]", "הזמנה 039337423 נשלחה."),
        ("Israeli company number", "COMPANY_ID", 'החברה, ח"פ [[516179157]], בתל אביב.', "ח.פ.",
         "ח.פ. [[516179158]]", "הזמנה 516179157 נשלחה."),
        ("Emirates ID", "NATIONAL_ID", "رقم الهوية [[784198412345674]] ساري المفعول", "Emirates ID No.",
         "EID [[784198412345671]]", "Order 784198412345671 was sent."),
        ("Pakistani CNIC", "NATIONAL_ID", "میرا شناختی کارڈ نمبر [[34201-0891231-8]] ہے", "CNIC No.",
         "CNIC: [[34201-0891231-0]]", "Part 34201-0891231-8 is here."),
        ("Sri Lankan NIC", "NATIONAL_ID", "Her NIC is [[198534000937]].", "NIC No.",
         "", "Order 198534000937 and part 853700937V."),
        # Africa
        ("South African ID number", "NATIONAL_ID", "Sy identiteitsnommer is [[800101 5009 08 7]].", "ID Number",
         "ID no. [[8001015009088]]", "Order 8001015009088 at 1712311234567."),
        ("South African tax number", "TAX_ID", "Her income tax number is [[0001339050]].", "Tax reference number",
         "SARS [[0001339051]]", "Call 0001339050."),
        ("Nigerian NIN", "NATIONAL_ID", "My NIN is [[12345678901]].", "National Identification Number",
         "", "Call 12345678901."),
        ("Nigerian BVN", "NATIONAL_ID", "My BVN is [[22123456789]].", "Bank Verification Number",
         "", "Call 22123456789."),
        ("Nigerian vehicle registration", "LICENSE_PLATE", "The plate number is [[ABC-123XY]].", "Vehicle Reg. No.",
         "", "Part ABC-123XY is here."),
        ("Kenyan identity card", "NATIONAL_ID", "Kitambulisho chake ni [[12345678]].", "National ID No.",
         "", "Order 12345678 was sent."),
        ("Kenyan KRA PIN", "TAX_ID", "Her KRA PIN is [[A104416331M]].", "KRA PIN", "", "Part A104416331M is here."),
        ("Egyptian national number", "NATIONAL_ID", "الرقم القومي [[29501011234567]] مسجل", "National ID",
         "", "Built 20240115123000, 20101012121212 and 21001011234567."),
        # Oceania
        ("Australian TFN", "TAX_ID", "Her tax file number is [[123 456 782]].", "TFN",
         "TFN [[123 456 789]]", "Call 123 456 782."),
        ("Australian Medicare number", "HEALTH_ID", "His Medicare number is [[2123456701]].", "Medicare card number",
         "Medicare no. [[2123 45671 1]]", "Order 2123456701 and 2123 45671 1."),
        ("Australian ABN", "COMPANY_ID", "The company (ABN [[83 914 571 673]]) is in Perth.", "ABN",
         "ABN [[83 914 571 674]]", "Sum 83 914 571 674 and 83914571674."),
        ("Australian ACN", "COMPANY_ID", "The company (ACN [[004 085 616]]) is in Perth.", "ACN",
         "ACN [[004 085 617]]", "Call 004 085 616."),
        ("New Zealand IRD number", "TAX_ID", "Her IRD number is [[49-098-576]].", "IRD number",
         "IRD [[49-098-577]]", "Call 49-098-576."),
        ("New Zealand NHI number", "HEALTH_ID", "The patient with NHI [[ZAC5361]] came.", "NHI",
         "NHI [[ZAC5362]]", "Part ZAC5361, plate ZBN77VL."),
    )
]  # fmt: skip


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text without its marks, and the extents of what was in them."""
    plain, spans = "", []
    for part in re.split(r"(\[\[.+?\]\])", text):
        if part.startswith("[["):
            spans.append((len(plain), len(plain) + len(part) - 4))
            part = part[2:-2]
        plain += part
    return plain, spans


def evidence_of(name: str, text: str) -> list[Evidence]:
    """Return what the identifiers of one name find in a text, at the default threshold."""
    folded = normalise(text).text
    (findings,) = SCAN.find([Passage(folded)])
    return [item for item in findings.evidence if item.rule == name and item.span.score >= THRESHOLD]


def test_every_identifier_has_a_case() -> None:
    alone = {("Indian GSTIN by its form", "COMPANY_ID")}  # no word names it: the next test
    assert {(case.name, case.type) for case in CASES} | alone == {(each.name, each.type) for each in IDENTIFIERS}


def test_a_mistyped_gstin_is_told_by_its_form() -> None:
    assert [item.span.score for item in evidence_of("Indian GSTIN by its form", "of 27AAPFU0939F1ZO in Goa")] == [0.55]
    assert evidence_of("Indian GSTIN by its form", "of 27AAPFU0939F1XO in Goa") == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_sentence_names_it(case: Case) -> None:
    text, spans = marked(case.sentence)
    found = evidence_of(case.name, text)
    assert sorted({(item.span.start, item.span.end, item.span.type) for item in found}) == [
        (start, end, case.type) for start, end in spans
    ]
    assert max(item.span.score for item in found) >= 0.85


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_label_above_names_it(case: Case) -> None:
    text, ((start, end),) = marked(case.sentence)
    form = f"{case.label}\n{text[start:end]}\n"
    begin = len(case.label) + 1
    assert {(item.span.start, item.span.end) for item in evidence_of(case.name, form)} == {(begin, begin + end - start)}
    assert max(item.span.score for item in evidence_of(case.name, form)) >= 0.85


@pytest.mark.parametrize("case", [case for case in CASES if case.mistyped], ids=lambda case: case.name)
def test_a_mistyped_one_is_found_where_it_is_named(case: Case) -> None:
    text, spans = marked(case.mistyped)
    found = evidence_of(case.name, text)
    assert sorted((item.span.start, item.span.end) for item in found) == spans
    assert {(item.span.score, item.reason) for item in found} == {(0.6, CHECK_FAILED)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_near_miss_is_nothing(case: Case) -> None:
    assert evidence_of(case.name, case.nothing) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Czech or Slovak birth number", "710319/2745"),
        ("Swedish personnummer", "811228-9874"),
        ("Swedish personnummer", "811288-9863"),
        ("Swedish personnummer", "19811228-9874"),
        ("Norwegian fødselsnummer", "15108695088"),
        ("Danish CPR number", "211062-5629"),
        ("Finnish henkilötunnus", "131052-308T"),
        ("Finnish henkilötunnus", "131052X308T"),
        ("Finnish henkilötunnus", "010106A971A"),
        ("Estonian isikukood", "36805280109"),
        ("Latvian personas kods", "161175-19997"),
        ("Latvian personas kods", "328673-00679"),
        ("Lithuanian asmens kodas", "33309240064"),
        ("Romanian CNP", "1630615123457"),
        ("Hungarian személyi szám", "3-980414-1240"),
        ("EMŠO or JMBG", "0101006500006"),
        ("Russian SNILS", "112-233-445 95"),
        ("Indian PAN", "ACUPA7085R"),
        ("Indian GSTIN", "27AAPFU0939F1ZV"),
        ("Singapore NRIC or FIN", "S1234567D"),
        ("Singapore NRIC or FIN", "M5398242L"),
        ("South Korean RRN", "900101-1234568"),
        ("South Korean foreigner registration number", "900101-5123450"),
        ("Chinese resident identity number", "11010519491231002X"),
        ("Thai identity number", "3-1006-00445-63-5"),
        ("Malaysian MyKad", "770305-02-1234"),
        ("Indonesian NPWP", "01.312.166.0-091.000"),
        ("Emirates ID", "784-1984-1234567-1"),
        ("Emirates ID", "784198412345674"),
        ("South African ID number", "8001015009087"),
        ("Egyptian national number", "29501011234567"),
        ("Australian Medicare number", "2123 45670 1"),
    ],
)
def test_form_and_check_are_enough_for_these(name: str, text: str) -> None:
    assert {(item.span.start, item.span.end) for item in evidence_of(name, f"x {text} y")} == {(2, 2 + len(text))}


@pytest.mark.parametrize(
    "text",
    [
        "1712311234567",  # milliseconds since 1970
        "1700000000000",
        "1702900000123",
        "20240115123000",
        "20101012121212",
        "202401151230",
        "20051228-1232",
        "9780306406157",  # ISBN
        "4006381333931",  # EAN
        "4111 1111 1111 1111",
        "+48 123 456 789",
        "48123456789",
        "07911 123456",
        "3.14.159-2653",
        "550e8400-e29b-41d4-a716-446655440000",
        "ABC123456",
        "AB 12 34 56 C",
        "12345678901",
        "123456789012",
    ],
)
def test_what_everybody_writes_is_nothing(text: str) -> None:
    (findings,) = SCAN.find([Passage(f"at {text} done")])
    assert [item for item in findings.evidence if item.span.score >= THRESHOLD] == []


@pytest.mark.parametrize(
    ("recognizer", "text", "score"),
    [
        (hkid.RECOGNIZERS[0], "His HKID: [[A123456(3)]].", 0.95),
        (hkid.RECOGNIZERS[0], "香港身份證號碼 [[AB987654（3）]]。", 0.95),
        (hkid.RECOGNIZERS[0], "He is [[Z683365(A)]].", 0.55),
        (hkid.RECOGNIZERS[0], "HKID [[A123456(4)]]", 0.6),
        (hkid.RECOGNIZERS[0], "Section A123456(4) of (1)", 0.0),
        (personnummer.RECOGNIZERS[0], "Personnummer: [[120314+8885]]", 0.97),
        (personnummer.RECOGNIZERS[0], "Personnummer: [[120314+8886]]", 0.6),
        (personnummer.RECOGNIZERS[0], "Summa 120314+8885", 0.0),
    ],
)
def test_signs_beyond_the_scan(recognizer: Hinted, text: str, score: float) -> None:
    plain, spans = marked(text)
    (findings,) = recognizer.find([Passage(normalise(plain).text)])
    assert [(item.span.start, item.span.end, item.span.score) for item in findings.evidence] == [
        (start, end, score) for start, end in spans
    ]


@pytest.mark.parametrize("identifier", IDENTIFIERS, ids=lambda identifier: identifier.name)
def test_no_check_raises(identifier: Identifier) -> None:
    random = Random(1)
    signs = {"9": "0123456789", "A": "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "X": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    for shape in identifier.shapes:
        for _ in range(50):
            value = "".join(random.choice(signs.get(place, place)) for place in re.sub(r"[ .\-/]", "", shape))
            if identifier.valid and (not identifier.form or re.fullmatch(identifier.form, value)):
                assert identifier.valid(value) in (True, False)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Czech or Slovak birth number", "rodné číslo [[710319/2745]]"),
        ("Czech or Slovak company number", "IČO [[25123891]]"),
        ("Swedish personnummer", "Hennes personnummer är [[19811228-9874]]."),
        ("Vietnamese citizen number", "căn cước công dân [[079185012345]]"),
        ("Chinese resident identity number", "身份证号[[11010519491231002X]]"),
        ("Japanese My Number", "マイナンバーは[[621498320257]]です"),
        ("South Korean RRN", "주민등록번호[[900101-1234568]]"),
    ],
)
def test_letters_beyond_ascii_before_it(name: str, text: str) -> None:
    plain, spans = marked(text)
    assert {(item.span.start, item.span.end) for item in evidence_of(name, plain)} == set(spans)
