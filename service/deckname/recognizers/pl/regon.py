"""REGON: nine digits, or fourteen for a local unit, with a check digit modulo 11 at the end of each part.

Source: https://bip.stat.gov.pl/en/regon/

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "REGON 192598184, nr REGON: 12345678512347, Regon 192598183")
['192598184', '12345678512347', '192598183']
>>> values(IDENTIFIERS, "tel. 192598184, faktura 12345678512347")
[]
"""

from stdnum.pl import regon

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="COMPANY_ID",
        name="Polish REGON",
        shapes=("999999999", "999-999-999", "999 999 999", "99999999999999"),
        valid=regon.is_valid,
        words=("regon*", "polish company number", "polish business register number", "numer statystyczny"),
    ),
)
