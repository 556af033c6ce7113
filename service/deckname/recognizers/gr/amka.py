"""AMKA: birth date, four digits and a Luhn digit.

Source: https://www.amka.gr/tieinai_en.html; 01013099997 is stdnum's sample. One random number in 270 passes: without a
word that names it, it is nothing.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "ΑΜΚΑ: 01013099997, Α.Μ.Κ.Α. 010130 99997, amka 01013099998")
['01013099997', '010130 99997', '01013099998']
>>> values(IDENTIFIERS, "αριθμός 01013099997, ΑΜΚΑ 01133099997")
[]
"""

from stdnum.gr import amka

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Greek AMKA",
        shapes=("99999999999", "999999 99999", "999999-99999"),
        form=r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{7}",
        valid=amka.is_valid,
        words=(
            "αμκα", "α μ κ α", "amka", "αριθμός μητρώου κοινωνικής ασφάλισης", "μητρώου κοινωνικής ασφάλισης",
            "greek social security number", "social security number", "sozialversicherungsnummer",
            "numéro de sécurité sociale",
        ),
        named=0.97,
    ),
)  # fmt: skip
