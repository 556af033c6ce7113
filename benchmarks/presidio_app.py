"""Presidio's analyzer over HTTP, as its own app.py has it: Flask, one engine, POST /analyze.

Needs the group ``bench``. Loaded by gunicorn: ``gunicorn "benchmarks.presidio_app:create_app('en_core_web_md')"``.
"""

from __future__ import annotations

import json

from flask import Flask, Response, request
from presidio_analyzer import AnalyzerEngine
from presidio_analyzer.nlp_engine import NlpEngineProvider


def create_app(model: str) -> Flask:
    """Return the application around an engine with this spaCy model, a name or a directory."""
    configuration = {"nlp_engine_name": "spacy", "models": [{"lang_code": "en", "model_name": model}]}
    engine = AnalyzerEngine(nlp_engine=NlpEngineProvider(nlp_configuration=configuration).create_engine())
    app = Flask(__name__)

    @app.get("/health")
    def health() -> str:
        return "Presidio Analyzer service is up"

    @app.post("/analyze")
    def analyze() -> Response:
        asked = request.get_json()
        found = engine.analyze(text=asked["text"], language=asked["language"])
        return Response(json.dumps([result.to_dict() for result in found]), content_type="application/json")

    return app
