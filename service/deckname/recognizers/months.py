"""Names of months and days of the week in English, German, French, Spanish, Italian, Dutch and Portuguese."""

from __future__ import annotations

from datetime import date

_NAMES = (
    "january jan januar jänner jaenner janvier janv enero ene gennaio genn gen januari janeiro",
    "february feb februar feber février fevrier févr fevr febrero febbraio febbr febr februari fevereiro fev",
    "march mar märz maerz mär mrz mars marzo maart mrt março marco",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio magg mag mei maio",
    "june jun juni juin junio giugno giu junho",
    "july jul juli juillet juil julio luglio lug julho",
    "august aug août aout agosto ago augustus",
    "september sept sep septembre septiembre setiembre settembre sett set setembro",
    "october oct oktober okt octobre octubre ottobre ott outubro out",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro",
)
#: The number of each month by its names, in small letters.
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
#: An expression for them all, the longer ones first.
MONTH = "|".join(sorted(MONTHS, key=lambda name: (-len(name), name)))

_DAY_NAMES = """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun montag dienstag
    mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so lundi mardi mercredi jeudi vendredi
    samedi dimanche lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì
    sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag segunda terça quarta quinta sexta
    segunda-feira terça-feira quarta-feira quinta-feira sexta-feira
"""
WEEKDAYS = frozenset(_DAY_NAMES.split())


def exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has a day.

    >>> exists(2020, 2, 29), exists(2021, 2, 29)
    (True, False)
    """
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
