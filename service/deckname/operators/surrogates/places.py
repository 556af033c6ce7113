"""Surrogates of addresses, places and organisations: the words that say what it is stay, the names in them go."""

from __future__ import annotations

import regex

from deckname.operators.dates import ordinal_end
from deckname.operators.keyed import Draw
from deckname.operators.surrogates import wordlists
from deckname.operators.surrogates.lexicon import country_codes, fold, names, places
from deckname.operators.surrogates.person import part
from deckname.operators.surrogates.shape import cased_like, number_like, reshaped

_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*\.?")
_CODE = regex.compile(r"[\p{L}\p{N}]*\d[\p{L}\p{N}]*")
_ITEM = regex.compile(rf"(?P<code>{_CODE.pattern})|(?P<word>{_WORD.pattern})")
#: Words in the longest name of a town.
_LONGEST = 5
_GAP = regex.compile(r"[ \-'’/]{1,3}")

#: Kinds of streets: one that has no other name is called after its kind ("Park Lane", "Am Weg").
_KINDS = frozenset(wordlists.STREETS.split())
#: Parts of houses, directions, and the small words between.
_STAYS = _KINDS | frozenset(wordlists.HOUSES.split())
_STREET_END = regex.compile(
    r"(?i)(?P<stem>\p{L}{2,})(?P<end>straße|strasse|str\.|str|weg|gasse|platz|allee|ring|damm|ufer|steig|straat|laan|plein"
    r"|gracht|kade|dreef|gatan|vägen|gade|vej|veien|katu|tie)"
)
_STATES = wordlists.STATES.split()
_STATE = regex.compile(rf"(?<=[,\p{{L}}]\s{{1,3}})(?:{'|'.join(_STATES)})(?=[\s,]+\d{{5}}(?!\d)|\s*$|\s*,)")

#: Forms of companies and kinds of bodies.
_FORMS = frozenset(wordlists.FORMS.split())


def address(value: str, draw: Draw) -> str:
    """Return an address of the same layout: other street, numbers, postcode and town, of the same country.

    >>> moved = address("14 Oak Street, Springfield, IL 62704", Draw(b"k"))
    >>> moved.split()[2].strip(","), moved.count(","), len(moved.split()[-1])
    ('Street', 2, 5)
    """
    pieces: list[str] = []
    for text, kind in _named(_items(value, draw)):
        if kind == "code":
            pieces.append(_code(text, draw))
        elif kind == "name":
            pieces.append(part(text.rstrip("."), draw))
        elif kind == "word":
            pieces.append(_street_word(text, draw))
        else:
            pieces.append(text)
    return _changed("".join(pieces), value, draw)


def location(value: str, draw: Draw) -> str:
    """Return a place of the same kind: a town of the same country, a state for a state, a country for a country.

    >>> location("Stuttgart", Draw(b"k")) != location("Karlsruhe", Draw(b"k"))
    True
    """
    pieces: list[str] = []
    for text, kind in _items(value, draw):
        if kind == "code":
            pieces.append(number_like(text, draw, "place") if text.isdecimal() else reshaped(text, draw, "place"))
        elif kind == "word" and fold(text.strip(".")) not in _STAYS:
            pieces.append(_town(text, draw))
        else:
            pieces.append(text)
    return _changed("".join(pieces), value, draw)


def organization(value: str, draw: Draw) -> str:
    """Return a firm or body of the same form and kind, with other names in it.

    >>> organization("Acme Corporation", Draw(b"k")).endswith(" Corporation")
    True
    """

    def moved(match: regex.Match[str]) -> str:
        text = match.group()
        if match["code"]:
            return reshaped(text, draw, "organization", cased=True)
        plain = fold(text).replace(".", "")
        if plain in _FORMS:
            return text
        core, dot = (text[:-1], ".") if text.endswith(".") else (text, "")
        if core.isupper() and len(core) < 5:
            return reshaped(core, draw, "organization") + dot
        return part(core, draw) + dot

    return _changed(_ITEM.sub(moved, value), value, draw)


def _items(value: str, draw: Draw) -> list[tuple[str, str]]:
    """Cut a value into codes, words, and what stays: gaps, and names of places and states that are moved already."""
    found: list[tuple[str, str]] = []
    matches = list(_ITEM.finditer(value))
    states = {match.start(): match.group() for match in _STATE.finditer(value)}
    done = index = 0
    countries: list[int] = []
    while index < len(matches):
        match = matches[index]
        found.append((value[done : match.start()], "gap"))
        last = index
        if match["code"]:
            found.append((match.group(), "code"))
        elif match.start() in states:
            found.append((_STATES[_state(states[match.start()], draw)], "done"))
        elif (last := _longest(value, matches, index)) >= index:
            name = value[match.start() : _end(matches[last], value)]
            if fold(name) in country_codes() or (places().class_of(name) or "").startswith("land "):
                countries.append(len(found))
                found.append((name, "country"))
            else:
                found.append((cased_like(name, places().surrogate(name, draw)), "done"))
        else:
            last = index
            found.append((match.group(), "word"))
        done = _end(matches[last], value) if found[-1][1] != "word" else match.end()
        index = last + 1
    found.append((value[done:], "gap"))
    # A country stays beside what is finer; alone it goes.
    if not any(kind in ("code", "word", "done") for _, kind in found):
        for at in countries:
            found[at] = (_country(found[at][0], draw), "done")
    return found


def _named(items: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the items with the first word of a street that has no name but its kind made the name."""
    found = list(items)
    segment: list[int] = []
    for index, (text, kind) in enumerate([*items, (",", "gap")]):
        if kind != "gap":
            segment.append(index)
        elif set(",;\n") & set(text) and segment:
            words = [at for at in segment if found[at][1] == "word"]
            plain = {fold(found[at][0].strip(".")) for at in words}
            numbered = any(regex.match(r"\d+\p{L}{2}", found[at][0]) for at in segment)
            moved = any(found[at][1] == "done" for at in segment)
            if plain and plain <= _STAYS and plain & _KINDS and not numbered and not moved:
                found[words[0]] = (found[words[0]][0], "name")
            segment = []
    return found


def _end(match: regex.Match[str], value: str) -> int:
    return int(match.end()) - (match.group().endswith(".") and match.end() == len(value))


def _state(code: str, draw: Draw) -> int:
    # The abbreviations stand in the order of the names, so that both go the same way.
    return draw.moved(_STATES.index(code), len(_STATES), "name", "state us")


def _longest(value: str, matches: list[regex.Match[str]], first: int) -> int:
    """Return the last word of the longest name of a place that begins with a word, or -1."""
    last = -1
    known = places().class_of
    for index in range(first, min(first + _LONGEST, len(matches))):
        if matches[index]["code"]:
            break
        if index > first and not _GAP.fullmatch(value, matches[index - 1].end(), matches[index].start()):
            break
        name = value[matches[first].start() : matches[index].end()]
        kind = known(name) or known(name.rstrip("."))
        if (kind and not kind.startswith("street")) or fold(name) in country_codes():
            last = index
    if last == first and fold(matches[first].group().strip(".")) in _STAYS:
        return -1
    return last


def _country(name: str, draw: Draw) -> str:
    kind = places().class_of(name)
    members = places().classes[kind if kind and kind.startswith("land ") else "land en"]
    if kind and kind.startswith("land "):
        return cased_like(name, places().surrogate(name, draw))
    choices = [member for member in members if fold(member) != fold(name)]
    return cased_like(name, draw.choice(choices, "country", fold(name)))


def _code(text: str, draw: Draw) -> str:
    """Return another house number, postcode or box; "12a", "SW1A" and "3rd" keep their shape."""
    found = regex.fullmatch(r"(\d+)(st|nd|rd|th|er|e|º|ª)", text, regex.IGNORECASE)
    if found:
        number = number_like(found[1], draw, "place")
        return number + (ordinal_end(int(number)) if found[2] in ("st", "nd", "rd", "th") else found[2])
    return number_like(text, draw, "place") if text.isdecimal() else reshaped(text, draw, "place")


def _street_word(text: str, draw: Draw) -> str:
    word, dot = (text[:-1], ".") if text.endswith(".") else (text, "")
    if fold(word) in _STAYS or word.casefold() in _STAYS:
        return text
    if found := _STREET_END.fullmatch(text):
        stem = part(found["stem"], draw)
        return (stem if not text.isupper() else stem.upper()) + found["end"]
    if len(word) < 4 and word.isupper():  # a state, or a part of a postcode
        return reshaped(word, draw, "place") + dot
    if places().class_of(word):  # "Oak", "Linden"
        return cased_like(word, places().surrogate(word, draw)) + dot
    return (reshaped(word, draw, "place") if len(word) < 2 else part(word, draw)) + dot


def _town(text: str, draw: Draw) -> str:
    word, dot = (text[:-1], ".") if text.endswith(".") else (text, "")
    if places().class_of(word):
        return cased_like(word, places().surrogate(word, draw)) + dot
    likeliest = places().likeliest(word)
    if names().class_of(word) or not likeliest.startswith("town "):
        return part(word, draw) + dot
    return cased_like(word, places().invented(fold(word), likeliest, draw)) + dot


def _changed(moved: str, value: str, draw: Draw) -> str:
    """Return what was moved, or, where every word is one of those that stay, each of its words as if it were a name."""
    if moved != value:
        return moved
    return _ITEM.sub(lambda match: part(match.group().rstrip("."), draw) if match["word"] else match.group(), value)
