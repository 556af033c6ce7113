"""CNP: a digit for sex and century, birth date, county, three digits and a check digit modulo 11.

Source: Romanian law 105/1996 on the population register; 1630615123457 is stdnum's sample. One number in 700 passes.

>>> from deckname.recognizers import values
>>> values(IDENTIFIERS, "CNP 1630615123457, C.N.P.: 1630615123458, codul numeric personal 1630615123457")
['1630615123457', '1630615123458', '1630615123457']
>>> values(IDENTIFIERS, "1630615123457; 1630615123458, 1632215123457, 1700000000000")
['1630615123457']
"""

from stdnum.ro import cnp

from deckname.identifier import Identifier

IDENTIFIERS = (
    Identifier(
        type="NATIONAL_ID",
        name="Romanian CNP",
        shapes=("9999999999999", "9 999999 999999", "9 999999 99 999 9"),
        form=r"[1-9]\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[0-8]\d{5}",
        valid=cnp.is_valid,
        words=(
            "cnp", "c n p", "cnp ul", "cod numeric personal", "codul numeric personal", "codului numeric personal",
            "cod fiscal", "codul fiscal", "cod de identificare fiscală", "romanian personal number",
            "romanian national id", "personal numerical code", "personal numeric code",
            "rumänische personennummer", "code numérique personnel", "codice numerico personale",
        ),
        alone=0.55,
        named=0.98,
    ),
)  # fmt: skip
