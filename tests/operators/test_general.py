"""Coarser values: what is kept, what is not, and that nothing gets finer by doing it again."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckname.operators.general import (
    OLDEST,
    SPARSE_ZIPS,
    To,
    age_to,
    coordinates_to,
    date_to,
    network_of,
    place_to,
)


@pytest.mark.parametrize(
    ("value", "month", "year", "decade"),
    [
        ("3. März 1985", "März 1985", "1985", "1980er"),
        ("March 3rd, 1985", "March 1985", "1985", "1980s"),
        ("Freitag, den 5. Mai 2021 um 14:30 Uhr", "Mai 2021", "2021", "2020er"),
        ("3 mars 1985", "mars 1985", "1985", "années 1980"),
        ("5 de mayo de 2021", "mayo de 2021", "2021", "años 2020"),
        ("5 maggio 2021", "maggio 2021", "2021", "anni 2020"),
        ("3 maart 1985", "maart 1985", "1985", "jaren 1980"),
        ("3 de março de 1985", "março de 1985", "1985", "anos 1980"),
        ("1985-03-03", "1985-03", "1985", "1980s"),
        ("1985-03-03T14:30:00Z", "1985-03", "1985", "1980s"),
        ("3.4.1985", "04.1985", "1985", "1980s"),
        ("3/4/1985", "03/1985", "1985", "1980s"),
        ("19850303", "1985-03", "1985", "1980s"),
        ("2021年5月20日", "2021年5月", "2021", "2020s"),
        ("1985", "1985", "1985", "1980s"),
        ("20 May", "May", None, None),
        ("20.5.", None, None, None),
        ("tomorrow", None, None, None),
        ("born 3.4.1985 in Rome", None, None, None),
    ],
)
def test_a_date_becomes_its_month_year_or_decade(
    value: str, month: str | None, year: str | None, decade: str | None
) -> None:
    assert [date_to(value, to) for to in ("month", "year", "decade")] == [month, year, decade]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("3.3.1936", "1936 oder früher"),
        ("March 3, 1931", "1936 or earlier"),
        ("3.3.1937", "1937"),
        ("3/3/36", "1936 or earlier"),
        ("3 mars 1920", "1936 ou avant"),
    ],
)
@pytest.mark.parametrize("to", ["month", "year", "decade"])
def test_the_years_of_those_who_are_over_89_are_one(value: str, expected: str, to: To) -> None:
    found = date_to(value, to, born=True, reference_year=2026)
    if "1937" in value:
        assert found in ("1937", "03.1937", "1930s")
    else:
        assert found is not None
        assert found.split()[0] == "1936"
        assert found.split(" ", 1)[1] in ("or earlier", expected.split(" ", 1)[1])
    assert date_to("3.3.1931", "year", reference_year=2026) == "1931"  # no birthday


@pytest.mark.parametrize(
    ("value", "five", "ten"),
    [
        ("34", "30-34", "30-39"),
        ("34 years old", "30-34 years old", "30-39 years old"),
        ("34-jährige", "30-34-jährige", "30-39-jährige"),
        ("0", "0-4", "0-9"),
        ("89", "85-89", "80-89"),
        ("90", "90+", "90+"),
        ("aged 103", "aged 90+", "aged 90+"),
        ("6 months", None, None),
        ("12 Wochen", None, None),
        ("thirty-four", None, None),
        ("34.5", None, None),
        ("between 34 and 36", None, None),
    ],
)
def test_an_age_becomes_its_band(value: str, five: str | None, ten: str | None) -> None:
    assert (age_to(value, 5), age_to(value, 10)) == (five, ten)


@given(st.integers(0, 150), st.integers(2, 30))
def test_a_band_holds_the_age_and_ends_at_89(age: int, size: int) -> None:
    band = age_to(str(age), size)
    assert band is not None
    if age > OLDEST:
        assert band == "90+"
    elif "-" in band:
        first, last = map(int, band.split("-"))
        assert first <= age <= last <= OLDEST
        assert last - first < size


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("14 Oak Street, Springfield, IL 62704", "IL 627**"),
        ("14 Oak Street, Springfield, Illinois 62704-1234", "IL 627**"),
        ("123 Main St\nAustin, TX 78701\nUSA", "TX 787**, USA"),
        ("1200 Broadway, New York, NY 10001", "NY 100**"),
        ("10 Rd, Lyndonville, VT 05901", "VT 000**"),
        ("03601", "000**"),
        ("62704", "627**"),
        ("Austin, TX", "TX"),
        ("Texas", "Texas"),
        ("Lange Str. 12a\n70173 Stuttgart", "701**"),
        ("Hauptstraße 5, 10115 Berlin, Germany", "101**, Germany"),
        ("1010 Wien", "10**"),
        ("PO Box 12, 1017 GA Amsterdam", "10**"),
        ("L-1234 Luxembourg", "12**"),
        ("10 Downing Street, London SW1A 2AA", "SW**"),
        ("K1A 0B1", "K**"),
        ("00-590 Warszawa", "005**"),
        ("Stuttgart", "Germany"),
        ("Lyon, France", "France"),
        ("Deutschland", "Deutschland"),
        ("Oak Street 5", None),
        ("12345 Oak Street", None),
        ("Rua Augusta 1200", None),
        ("the house by the lake", None),
    ],
)
def test_of_a_place_what_is_no_finer_than_a_state_is_kept(value: str, expected: str | None) -> None:
    assert place_to(value, 3) == expected


@pytest.mark.parametrize("start", sorted(SPARSE_ZIPS))
def test_a_sparse_zip_code_becomes_zeros(start: str) -> None:
    assert place_to(f"Smalltown, NV {start}01", 3) == "NV 000**"


def test_never_more_of_a_postcode_is_kept_than_all_but_two_digits() -> None:
    assert [place_to("62704", digits) for digits in (0, 1, 2, 3, 4, 5)] == [
        "**",
        "6**",
        "62**",
        "627**",
        "627**",
        "627**",
    ]
    assert place_to("1010 Wien", 5) == "10**"


@pytest.mark.parametrize(
    ("value", "expected"),
    [("203.0.113.77", "203.0.113.0/24"), ("2001:db8:1:2::3", "2001:db8:1::/48"), ("10.0.0.0/8", "10.0.0.0/8"),
     ("fe80::1%eth0", "fe80::/48"), ("203.0.113.77:80", None), ("localhost", None)],
)  # fmt: skip
def test_an_address_becomes_its_network(value: str, expected: str | None) -> None:
    assert network_of(value, ipv4=24, ipv6=48) == expected


def test_coordinates_keep_one_place_behind_the_point() -> None:
    assert coordinates_to("48.7758, -9.1829") == "48.7, -9.1"
    assert coordinates_to("48.7758 N, 9.1829 E") is None
    assert coordinates_to("48.7758") is None


DAYS = st.dates(date(1000, 1, 1), date(2199, 12, 31))
FORMS = st.sampled_from(["%Y-%m-%d", "%d.%m.%Y", "%B %d, %Y", "%d %b %Y", "%Y%m%d", "%d/%m/%y"])


@given(DAYS, FORMS, st.sampled_from(["month", "year", "decade"]), st.booleans())
def test_a_generalised_date_stays_when_generalised_again(day: date, form: str, to: To, born: bool) -> None:
    once = date_to(f"{day:{form}}", to, born=born, reference_year=2026)
    assert once is not None
    assert date_to(once, to, born=born, reference_year=2026) == once


TEXTS = st.text(max_size=30) | st.text("aZ09 .-,/:%*+()éEtS", max_size=20)


@given(TEXTS)
def test_no_text_makes_it_fail_and_twice_is_once(value: str) -> None:
    for coarser in (
        lambda text: place_to(text, 3),
        lambda text: age_to(text, 5),
        lambda text: date_to(text, "month"),
        lambda text: network_of(text, ipv4=24, ipv6=48),
        coordinates_to,
    ):
        once = coarser(value)
        assert once is None or coarser(once) == once
