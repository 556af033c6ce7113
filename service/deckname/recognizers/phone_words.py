"""Words for telephones, for calling, and for other things that have numbers, in the languages of Europe and beyond.

>>> [kind_of(word) for word in ("telefonnummer", "homephone", "call", "büro", "rechnungsnummer", "moon")]
[<Kind.PHONE: 1>, <Kind.PHONE: 1>, <Kind.REACH: 2>, <Kind.PLACE: 3>, <Kind.ELSE: 4>, None]
"""

from __future__ import annotations

from enum import IntEnum

from deckname.naming import OTHER


class Kind(IntEnum):
    """What a word says of a number: a telephone's, to be called, whose telephone's, or another thing's."""

    PHONE = 1
    REACH = 2
    PLACE = 3
    ELSE = 4


#: Names of telephones and of their numbers; ``word*`` begins, ``*word`` ends a longer word (of 3 letters).
_PHONE = (
    "tel tels phone* *phone *phones telephone* mobile* mob cell cellphone* landline* hotline* helpline* fax* telefax* "
    "facsimile pager* whatsapp* sms ph phn ddi callback* msisdn switchboard tollfree freephone voicemail textphone "
    "extension ext telefon* *telefon *telefonnummer *telefonnr fon rufnummer* *rufnummer handy* *handy *handynummer "
    "mobil mobilnummer* mobilnr* mobilfunk* mobiltelefon* festnetz* durchwahl* rückruf* natel* telefonisch "
    "fernsprech* tél* téléphone* teleph* portable* gsm* télécopie* telecopie* teléfono* telefono* telef telf teléf "
    "tlf tlfn tfno tfn tlfno fono fonos móvil* movil* celular* cellulare cellulari telefoon* mobiel* doorkiesnummer* "
    "doorkies* telefone* telemóve* telemove* telem tlm komórk* komork* infolinia* faks* telefón* telefòn* telèfon* "
    "mòbil* mobilni* mobitel* mobiil* puh puhelin* *puhelin kännykkä* tālr* selfoon* sími* símanúmer* ffôn* simu "
    "telepon* telp tlp sđt đt тел телефон* *телефон моб мобил* мобіл* факс* сотов* τηλ τηλέφων* τηλεφών* τηλεφων* κιν "
    "κινητ* φαξ contactn* thoại"
)
#: Words of calling, and others that the number of a telephone often follows shortly.
_REACH = (
    "call calls calling called ring rings rang dial* reached reachable phoned imessage facetime viber erreich* anruf* "
    "anrufen rufen ruf ruft anzurufen hörer notruf* appel* joign* rappel* llam* marca* márca* chiam* recapito* bel "
    "bellen belt ligue* ligar dzwoń* zadzwoń* ringa ringe soita* arayın* volejte zavolaj* hívj* hívható sunați* "
    "sunati* zovite pokličite звон* позвон* дзвон* hubungi* llám*"
)
#: Words that say whose telephone it is, right before its number.
_PLACE = (
    "home work office desk direct private contact main signal telegram privat dienstlich geschäftlich büro direkt "
    "zentrale kontakt* vorzimmer sekretariat domicile bureau fixe standard contacto casa oficina fijo cel contatto "
    "ufficio fisso contato thuis werk vast kom dom växel växeln hemma arbete wa hp emergency* numaram"
)
#: What else is numbered, beside ``deckname.naming.OTHER``, right before its number.
_ELSE = (
    "booking* buchung* customer kundennummer* kunden account* acct konto* kontonummer* kto blz case nhs* ssn iban bic "
    "swift steuer* tax ust* vat policy* policen* member membership mitglied* passport* pass reisepass* imei imsi "
    "iccid employee personalnummer* personalausweis* patient mrn uhid pan ppsn plz postcode insurance versicherung* "
    "licence* license* cups siret siren id ids aktenzeichen az gz national* dni nie nif cif cpf cnpj nip pesel regon "
    "bsn kvk ahv svnr rvnr ico cuit cuil rut curp ein tin abn acn gstin aadhaar pnr ip ipv mac vin fin kennzeichen* "
    "lat lon lng latitude longitude gps koordinaten coordinates password* passwort* pin puk otp tan date datum fecha "
    "dob geburtsdatum geboren born isin wkn cusip lei isni cas patent* drucksache* bgbl user uid gid code iso din usb "
    "hex const card* kreditkarte* karte* visa mastercard euro euros dollar* chf since year years jahr cap cp rg "
    "fiscal* fiscale spi sécu* secu* sozialversicherung* cliente* clientes medicare medicaid codice* código* codigo* "
    "insured permis* permiso* référence* referencia* referentie* riferimento* referência* kenmerk* col colegiado* "
    "nass eps folio* membre* socio* startnummer* bahncard* rekening* cuenta* compte* conto conta client clients "
    "customers kd sn rev nro"
)
#: Phrases of two words.
_PHRASES = {
    Kind.PHONE: (
        "direct line, direct dial, daytime number, evening number, toll free, ligne directe, línea directa, "
        "utenza telefonica, vaste lijn, tel kom, di động, call back"
    ),
    Kind.REACH: ("text me, text us, text him, text her, text them, text to, reach me, reach us, reach him, reach her"),
    Kind.PLACE: (
        "my number, his number, her number, our number, meine nummer, seine nummer, ihre nummer, unsere nummer, "
        "deine nummer, mon numéro, son numéro, mi número, mi numero, su número, mio numero, suo numero, mijn "
        "nummer, meu número, seu número, mój numer, mitt nummer, min nummer"
    ),
    Kind.ELSE: ("sort code, social security, p n, s n"),
}
#: Names in scripts without spaces, or whose vowel signs are no letters: anywhere before a number on its line.
_MARKED = (
    "电话 電話 手机 手機 传真 傳真 热线 熱線 致电 拨打 携帯 ファックス ファクス 内線 전화 휴대폰 핸드폰 "
    "연락처 팩스 โทร มือถือ फोन मोबाइल दूरभाष ফোন মোবাইল தொலைபேசி هاتف "
    "تلفون تليفون جوال موبايل فاكس تلفن موبایل تماس טלפון נייד "
    "טל' פקס հեռ ტელ მობ"
)
MARKED = tuple(_MARKED.split())


def _table() -> tuple[dict[str, Kind], dict[str, list[tuple[str, Kind]]], dict[str, list[tuple[str, Kind]]]]:
    """Return the whole words, and the beginnings and ends of words by their first and last three letters."""
    whole: dict[str, Kind] = {}
    starts: dict[str, list[tuple[str, Kind]]] = {}
    ends: dict[str, list[tuple[str, Kind]]] = {}
    others = " ".join(name for name in OTHER if " " not in name)
    for kind, names in zip(Kind, (_PHONE, _REACH, _PLACE, f"{_ELSE} {others}"), strict=True):
        for name in names.split():
            if name.startswith("*"):
                ends.setdefault(name.strip("*")[-3:], []).append((name.strip("*"), kind))
            elif name.endswith("*"):
                starts.setdefault(name[:3], []).append((name[:-1], kind))
            else:
                whole.setdefault(name, kind)
    return whole, starts, ends


_WHOLE, _STARTS, _ENDS = _table()
_WHOLE |= {phrase: kind for kind, phrases in _PHRASES.items() for phrase in phrases.split(", ")}
#: A number that is called by its country is a telephone's: "my UK number", "meine Schweizer Nummer".
_OF_COUNTRIES = {
    "number": (
        "us uk american british english scottish irish canadian australian german austrian swiss french spanish "
        "italian dutch belgian portuguese polish czech swedish norwegian danish finnish greek turkish israeli indian "
        "pakistani chinese japanese korean thai vietnamese philippine brazilian mexican argentinian chilean colombian "
        "nigerian kenyan egyptian russian ukrainian romanian hungarian bulgarian"
    ),
    "nummer": (
        "deutsche österreichische schweizer französische spanische italienische niederländische polnische tschechische "
        "türkische israelische britische englische amerikanische ausländische internationale duitse belgische "
        "nederlandse engelse amerikaanse"
    ),
    "numéro": "français belge suisse allemand anglais américain espagnol italien étranger international",
}
_WHOLE |= {f"{name} {word}": Kind.PLACE for word, names in _OF_COUNTRIES.items() for name in names.split()}
#: The words that phrases end with.
LAST_WORDS = frozenset(phrase.split()[1] for phrase in _WHOLE if " " in phrase)


def kind_of(word: str) -> Kind | None:
    """Say what a word, or two with a space between, names in small letters."""
    if kind := _WHOLE.get(word):
        return kind
    for start, kind in _STARTS.get(word[:3], ()):
        if word.startswith(start):
            return kind
    for end, kind in _ENDS.get(word[-3:], ()):
        if word.endswith(end):
            return kind
    return None
