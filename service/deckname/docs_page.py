"""A page for people about the routes: made of the OpenAPI document, without scripts and anything from elsewhere."""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

_STYLE = """body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}
h2{margin-top:2.5rem;border-bottom:1px solid #ccc}code,pre{font:14px/1.45 ui-monospace,monospace}
pre{background:#f5f5f5;padding:.8rem;overflow:auto}td,th{text-align:left;padding:.2rem .8rem .2rem 0;vertical-align:top}
summary{cursor:pointer}"""
_HASH = b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
#: The page's Content-Security-Policy: its own style sheet and nothing else.
SECURITY = (
    f"default-src 'none'; style-src 'sha256-{_HASH}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)


def page(openapi: Mapping[str, Any]) -> str:
    """Return the page."""
    title = escape(f"{openapi['info']['title']} {openapi['info']['version']}")
    parts = [
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style>',
        f"<h1>{title}</h1><p>{escape(openapi['info'].get('description', ''))}</p>",
        '<p><a href="openapi.json">openapi.json</a> says the same for programs.</p>',
    ]
    for path, operations in openapi["paths"].items():
        for method, operation in operations.items():
            parts += _operation(method.upper(), path, operation, openapi)
    return "".join(parts) + "</html>"


def _operation(method: str, path: str, operation: Mapping[str, Any], openapi: Mapping[str, Any]) -> Iterator[str]:
    yield f"<h2><code>{escape(method)} {escape(path)}</code></h2><p>{escape(operation.get('summary', ''))}</p>"
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    schema = _resolved(body.get("schema", {}), openapi)
    if schema.get("properties"):
        yield "<details><summary>Fields</summary><table>"
        for name, field in schema["properties"].items():
            told = field.get("description") or _resolved(field, openapi).get("description", "")
            yield f"<tr><th><code>{escape(name)}</code></th><td>{escape(told)}</td></tr>"
        yield "</table></details>"
    for name, example in body.get("examples", {}).items():
        sent = json.dumps(example["value"], ensure_ascii=False)
        quoted = sent.replace("'", "'\\''")  # for a shell
        command = f"curl -s localhost:8000{path} -H 'Content-Type: application/json' -d '{quoted}'"
        yield f"<p>{escape(name)}</p><pre>{escape(command)}</pre>"
    yield "<table>"
    for status, response in operation.get("responses", {}).items():
        yield f"<tr><th>{escape(status)}</th><td>{escape(response.get('description', ''))}</td></tr>"
    yield "</table>"
    answers = operation.get("responses", {}).get("200", {}).get("content", {}).get("application/json", {})
    for name, example in answers.get("examples", {}).items():
        told = json.dumps(example["value"], ensure_ascii=False, indent=1)
        yield f"<details><summary>Answer: {escape(name)}</summary><pre>{escape(told)}</pre></details>"


def _resolved(schema: Mapping[str, Any], openapi: Mapping[str, Any]) -> Mapping[str, Any]:
    name = schema.get("$ref", "").rpartition("/")[2]
    found: Mapping[str, Any] = openapi.get("components", {}).get("schemas", {}).get(name, schema) if name else schema
    return found
