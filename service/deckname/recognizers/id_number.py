"""Numbers of customers, employees, members, students, policies and cases, where the words before call them so.

Orders, invoices, tickets, tracking and articles are things, not people. German file numbers ("Aktenzeichen") follow the
Aktenordnung of the courts: chamber, register letters, number/year.

>>> from deckname.recognizers import values
>>> values(RECOGNIZERS, "Kundennummer: 4711-0815, employee ID E12345, Az. 3 C 117/21, your member number is M 445 566")
['4711-0815', 'E12345', '3 C 117/21', 'M 445 566']
>>> values(RECOGNIZERS, "order no. 4711-0815, Rechnungsnummer 12345, a customer has 12345 friends, case number open")
[]
>>> values(RECOGNIZERS, "N.º de cliente: 75933388236, numéro de dossier : F81236, klantnummer 4711-08")
['75933388236', 'F81236', '4711-08']
>>> values(RECOGNIZERS, "le client n° 1 du marché, cliente 12345, pedido 12345678, user_id: uint64, client-id : CARD32")
[]
"""

from deckname.recognizers.labelled import Labelled

_GERMAN = (
    r"kunden|kd\.?|mitglieds?|personal|mitarbeiter|versicherten|versicherungs?(?:schein)?|vertrags|matrikel"
    r"|schüler|studenten|teilnehmer|"
    r"bewerber|debitoren?|schaden|leser|abo(?:nnenten)?|mandats|mandanten|klienten|bewohner|police|policen"
    r"|bürger|nutzer|benutzer|kindergeld|mieter|patienten"
)
_ENGLISH = (
    r"customer|client|employee|staff|personnel|member(?:ship)?|policy|student|matriculation|case|claim|contract"
    r"|subscriber|participant|applicant|"
    r"loyalty(?: card)?|frequent flyer|badge|payroll|worker|insurance|policy ?holder|beneficiary|resident"
    r"|tenant|donor|volunteer|pupil|user|"
    r"reference(?= number for (?:your|my) case)"
)
_ROMANCE_NUMBER = r"(?:n[uú]mero|num[eé]ro|n[uú]m\.?|nr\.?|n\.? ?[°ºo]\.?|codice|c[oó]digo|code|id)"
_ROMANCE = (
    r"client[ei]?|abonn[ée]|abonado|adh[ée]rent|soci[oa]|sociétaire|asociado|allocataire|expediente|dossier|p[óo]liza"
    r"|polizza|ap[óo]lice|police|contrato?|contratto|matricule|matr[íi]cula d[eo] aluno|matricola|siniestro"
    r"|sinistr[eo]|empleado|employé|dipendente|funcion[áa]rio|salarié|titular|colegiado"
)
_NUMBER = (
    r"[ _.\-]{0,2}(?:numbers?|nummer|num|no|nr|n°|№|#|id|ids|code|identifier|kennung"
    r"|ident)(?!\p{L})\.?(?: (?:number|no\.?|#))?"
)
_VALUE = (
    r"(?!(?:u?int|float|card|char|varchar|string|bytes|uuid)_?\d{0,4}(?![A-Z\d]))"  # types in code
    r"(?=[A-Z./\-]{0,8} ?\d)(?!\d{1,2}[./]\d{1,2}[./]\d)[A-Z\d](?:[A-Z\d]|[.\-/_](?=[A-Z\d])| (?=\d{3,})"
    r"| (?=\d\d \d\d(?![\d.:/]))|(?<= \d\d) (?=\d\d(?![\d.:/]))){1,22}"
)

RECOGNIZERS = (
    Labelled(
        type="ID_NUMBER",
        hints=(
            "^kunden", "^kd", "^mitglied", "^personal", "^mitarbeiter", "^versicherten", "^versicherung", "^vertrags",
            "^matrikel", "^schüler", "^student", "^teilnehmer", "^bewerber", "^debitor", "^schaden", "^leser", "^abonn",
            *(f"^abo{sign}" for sign in " -_.ick#n№"), "^mandat", "^mandant", "^klient", "^bewohner", "^police",
            "^policy", "^bürger", "^nutzer", "^benutzer", "^kindergeld", "^mieter", "^patient", "^customer", "^client",
            "^employee", "^staff", "^personnel", "^member", "^matricul", "^case", "^claim", "^contract", "^subscriber",
            "^participant", "^applicant", "^loyalty", "^frequent f", "^badge", "^payroll", "^worker", "^insurance",
            "^beneficiary", "^resident", "^tenant", "^donor", "^volunteer", "^pupil", "^user",
        ),
        label=rf"(?:{_GERMAN}|{_ENGLISH}){_NUMBER}",
        value=_VALUE,
        number="",
        score=0.85,
    ),
    Labelled(
        type="ID_NUMBER",
        hints=(
            "client", "abonn", "abonado", "adhér", "adher", "socio", "socia", "sociét", "asociad", "allocat",
            "expediente", "dossier", "poliz", "póliz", "apól", "apol", "police", "contrat", "matrícul", "matricul",
            "matricol", "siniestr", "sinistr", "empleado", "employé", "dipendente", "funcion", "salarié", "titular",
            "colegiado",
        ),
        label=rf"(?:{_ROMANCE_NUMBER}(?! cliente? \d{{1,3}}(?!\d))) ?(?:de |do |da |di |del |d'|d’)?"
        rf"(?:{_ROMANCE})(?!\p{{L}})(?: {_ROMANCE_NUMBER})?"
        rf"|(?:{_ROMANCE}) {_ROMANCE_NUMBER}",
        value=_VALUE,
        number="",
        score=0.85,
    ),
    Labelled(
        type="ID_NUMBER",
        hints=("klant", "lidm", "lidn", "polis", "personeel", "relatien", "dossiern", "patiënt"),
        label=r"(?:klant|lidmaatschaps|lid|polis|personeels|relatie|dossier|patiënt)(?:en)?(?:nummer|nr\.?)",
        value=_VALUE,
        number="",
        score=0.85,
    ),
    Labelled(
        type="ID_NUMBER",
        hints=("^az", "aktenzeichen", "geschäftszeichen", "^gz", "docket", "case", "file"),
        label=r"(?:az|gz)(?:\.:?|:)|aktenzeichen|geschäftszeichen|docket|case|file (?=no)",
        value=r"(?:\d{1,4} )?(?-i:\p{Lu}\p{L}{0,4})(?: [A-Z]{1,3})? \d{1,6}/\d{2,4}(?: [A-Z]{1,3}(?!\p{L}))?"
        r"|\d{2,5} ?[A-Z]{1,3} ?\d{1,6}/\d{2}"
        r"|(?=[A-Z\-.]{0,6}\d)[A-Z\d][A-Z\d.\-]{0,12}[/:][A-Z\d.\-/]{0,12}\d",
        score=0.85,
    ),
)  # fmt: skip
