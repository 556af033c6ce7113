"""deckname policy: check what a policy does, list profiles, and make keys."""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterator
from pathlib import Path

import deckname
from deckname import profiles
from deckname.cli.options import DONE, FOUND, Commands, UsageError, settings_of, write
from deckname.detector import Options
from deckname.errors import DecknameError
from deckname.keys import Key, Keyring, add_key
from deckname.policy import Keep, Policy
from deckname.profiles import Profile
from deckname.redact import redact
from deckname.session import Session
from deckname.types import DIRECT_TYPES, TYPES, ancestors

#: A value of each type to show an operator on: invented, or reserved for documentation.
EXAMPLES = {
    "PERSON": "Alex Example",
    "ADDRESS": "12 Main Street, Springfield, IL 62704",
    "EMAIL_ADDRESS": "alex@example.org",
    "PHONE_NUMBER": "+1 212-555-0123",
    "DATE_OF_BIRTH": "3 March 1985",
    "CREDIT_CARD": "4111 1111 1111 1111",
    "IBAN_CODE": "DE89 3704 0044 0532 0130 00",
    "BANK_ACCOUNT": "0532013000",
    "US_SSN": "078-05-1120",
    "IP_ADDRESS": "192.0.2.17",
    "MAC_ADDRESS": "00:00:5E:00:53:01",
    "LOCATION": "Springfield, Illinois",
    "ORGANIZATION": "Example Ltd",
    "DATE_TIME": "17 May 2021",
    "AGE": "93",
    "URL": "https://example.org/alex",
    "COORDINATES": "48.1372, 11.5755",
    "CVV": "123",
    "PASSWORD": "correct-horse",
    "USERNAME": "alex_example",
}
_OTHER = "AB-123456"


def add(commands: Commands) -> None:
    parser = commands.add_parser("policy", help="say what a policy or profile does, and make keys for it")
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    check = actions.add_parser("check", help="show each type before and after, and find mistakes")
    check.add_argument("policy", metavar="NAME|FILE", help="a policy or profile: JSON or YAML, or a profile's name")
    check.add_argument("--key-file", type=Path, metavar="FILE", help="secrets; default: DECKNAME_KEY_FILE")
    check.add_argument("--text", metavar="TEXT", help="an example of your own: what is found in it, and the outcome")
    check.add_argument("--model", metavar="NAME|DIR|none", help="for --text; default: the profile's, or DECKNAME_MODEL")
    check.set_defaults(command=run_check)
    listed = actions.add_parser("list", help="the profiles that ship with deckname")
    listed.set_defaults(command=run_list)
    key = actions.add_parser("key", help="make a secret and add it to a key file; the last of a name is in use")
    key.add_argument("name", metavar="NAME")
    key.add_argument("--key-file", type=Path, metavar="FILE", help="default: DECKNAME_KEY_FILE")
    key.set_defaults(command=run_key)


def run_check(arguments: argparse.Namespace) -> int:
    try:
        policy = profiles.load_policy(arguments.policy)
        profile = _profile(arguments.policy)
    except profiles.ProfileError as error:
        raise UsageError(str(error)) from None
    path = arguments.key_file or settings_of().key_file
    keys = Keyring.read(path) if path else Keyring()
    if profile:
        write("".join(f"{line}\n" for line in _told(profile)))
    own = profile.own_types if profile else frozenset()
    problems = list(mistakes(policy, keys, own))
    for line in _table(_examples(policy, keys, own)):
        write(line + "\n")
    if arguments.text is not None:
        own_model = profile.model if profile else None
        detector = deckname.load(arguments.model or own_model or settings_of().model)
        options = profile.applied(Options()) if profile else Options()
        spans = detector.detect(arguments.text, options=options).spans
        done = redact(arguments.text, spans, policy, session=_session(policy, keys))
        write(f"\nbefore: {arguments.text}\nafter:  {done.text}\n")
    for problem in problems:
        write(f"mistake: {problem}\n")
    return FOUND if problems else DONE


def mistakes(policy: Policy, keys: Keyring, own: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield what is likely not meant: unknown types, missing keys, direct identifiers that are kept."""
    for name in policy.types:
        if name not in TYPES and name not in own:
            yield f"types.{name} is no known type; unless deny lists or patterns define it, nothing is found under it"
    for place, operator in policy.operators():
        key = getattr(operator, "key", None)
        if key is not None and key not in keys.names:
            yield f"{place}: there is no key {key}; `deckname policy key {key}` makes one"
    kept = sorted(name for name in DIRECT_TYPES if isinstance(policy.operator(name), Keep))
    if kept:
        yield f"direct identifiers are kept as they are: {', '.join(kept)}"


def _examples(policy: Policy, keys: Keyring, own: frozenset[str]) -> Iterator[tuple[str, str, str, str]]:
    """Yield type, operator, an example, and what becomes of it; keys that are missing are stood in for."""
    session = _session(policy, keys)
    for type_ in (*TYPES, *sorted(own | (policy.types.keys() - TYPES.keys()))):
        operator = policy.operator(type_)
        before = next((EXAMPLES[name] for name in (type_, *ancestors(type_)) if name in EXAMPLES), _OTHER)
        after = operator(before, type_, session)
        lost = getattr(operator, "key", None) in session.keys.names - keys.names
        made_up = " (with a stand-in for the missing key)" if lost else ""
        yield type_, operator.op, before, (after or "(nothing)") + made_up


def _session(policy: Policy, keys: Keyring) -> Session:
    """Return a session with the keys, and one of no secret in the place of each that is missing."""
    named = {key for _, each in policy.operators() if (key := getattr(each, "key", None))}
    stand_in = [Key(name, hashlib.sha256(name.encode()).digest()) for name in sorted(named - keys.names)]
    return Session(Keyring([*keys, *stand_in]), subject="example")


def _table(rows: Iterator[tuple[str, str, str, str]]) -> Iterator[str]:
    cells = [("TYPE", "OPERATOR", "BEFORE", "AFTER"), *rows]
    widths = [max(len(row[column]) for row in cells) for column in range(3)]
    for row in cells:
        yield "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3]]).rstrip()


def _profile(given: str) -> Profile | None:
    """Return the profile behind a name or file; None where it is a policy alone."""
    try:
        return profiles.load(given)
    except profiles.ProfileError:
        return None


def _told(profile: Profile) -> Iterator[str]:
    yield f"{profile.name}: {profile.description}"
    asked = profile.types
    yield f"looks for: {', '.join(asked) if isinstance(asked, tuple) else asked or 'direct identifiers'}"
    if profile.model == "none":
        yield "model: none, patterns alone"
    if profile.source:
        yield f"source: {profile.source}"
    yield from (f"limit: {limit}" for limit in profile.limits)
    yield ""


def run_list(arguments: argparse.Namespace) -> int:
    for name in profiles.NAMES:
        write(f"{name}\t{profiles.shipped(name).description}\n")
    return DONE


def run_key(arguments: argparse.Namespace) -> int:
    path = arguments.key_file or settings_of().key_file
    if path is None:
        raise UsageError("--key-file FILE, or DECKNAME_KEY_FILE: where is it to be?")
    try:
        key = add_key(path, arguments.name)
    except DecknameError as error:
        raise UsageError(str(error)) from None
    write(f"added {key.name} (id {key.id}) to {path}\n")
    return DONE
