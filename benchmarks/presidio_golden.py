"""Record what Presidio's engines answer, for tests/test_presidio_api.py to compare ours with.

    python -m benchmarks.presidio_golden --spacy-model en_core_web_md

needs the group ``bench``. The engines are the real ones; the few lines of HTTP around them are those of Presidio's own
``app.py`` (presidio-analyzer and presidio-anonymizer, 2.2.366), which are not in its wheels. All values are invented or
reserved for documentation.
"""

from __future__ import annotations

import argparse
import json
import logging
from importlib.metadata import version
from pathlib import Path
from typing import Any

GOLDEN = Path(__file__).parents[1] / "tests" / "golden"
KEY = "WmZq4t7w!z%C&F)J"
SALT = "a salt of sixteen"

_LINE = "Mail ada@example.org or call 212-555-0134."
_ALL = (
    "Mail ada@example.org, card 4111 1111 1111 1111, IBAN DE89370400440532013000, host 192.0.2.44, "
    "wallet 16Yeky6GMjeNkAiNcBY7ZhrLoMSgg1BoyZ, NHS number 943-476-5919, mac 00:00:5E:00:53:AF."
)
_ZIP = {
    "name": "Zip code Recognizer", "supported_language": "en", "supported_entity": "ZIP",
    "patterns": [{"name": "zip code (weak)", "regex": r"(\b\d{5}(?:\-\d{4})?\b)", "score": 0.01}],
    "context": ["zip", "code"],
}  # fmt: skip
_BADGE = {
    "name": "Badges", "supported_language": "en", "supported_entity": "BADGE",
    "patterns": [{"name": "badge", "regex": r"B-\d{5}", "score": 0.6}],
}  # fmt: skip
_TITLES = {
    "name": "Titles", "supported_language": "en", "supported_entities": ["TITLE"],
    "deny_list": ["Baroness", "Dr. rer. nat."], "deny_list_score": 0.8,
}  # fmt: skip

#: Name -> body of /analyze.
ANALYZE: dict[str, Any] = {
    "a sentence": {"text": _LINE, "language": "en"},
    "many kinds": {"text": _ALL, "language": "en"},
    "a social security number": {"text": "SSN 536-90-4399", "language": "en", "entities": ["US_SSN"]},
    "a list": {"text": [_LINE, "Nothing to see.", "Write to bob@example.org"], "language": "en"},
    "a list of one": {"text": ["Write to bob@example.org"], "language": "en"},
    "nothing": {"text": "The cat sat on the mat.", "language": "en", "entities": ["EMAIL_ADDRESS"]},
    "beyond the basic plane": {"text": "\U0001f600 Grüße an ada@example.org \U0001f600", "language": "en"},
    "one entity": {"text": _ALL, "language": "en", "entities": ["CREDIT_CARD"]},
    "entities null": {"text": _LINE, "language": "en", "entities": None},
    "entities empty": {"text": _LINE, "language": "en", "entities": []},
    "an unknown entity beside a known one": {"text": _LINE, "language": "en", "entities": ["EMAIL_ADDRESS", "UNHEARD"]},
    "unknown entities alone": {"text": _LINE, "language": "en", "entities": ["UNHEARD"]},
    "a threshold": {
        "text": _ALL, "language": "en", "score_threshold": 0.9, "entities": ["EMAIL_ADDRESS", "IBAN_CODE"],
    },
    "an explanation": {
        "text": "Mail ada@example.org", "language": "en", "entities": ["EMAIL_ADDRESS"],
        "return_decision_process": True,
    },
    "unknown fields": {"text": _LINE, "language": "en", "trace": "1", "correlation_id": "x", "log_decision_process": 1},
    "ad hoc, weak": {"text": "I was at 10023", "language": "en", "entities": ["ZIP"], "ad_hoc_recognizers": [_ZIP]},
    "ad hoc, context": {
        "text": "the zip code is 10023", "language": "en", "entities": ["ZIP"], "ad_hoc_recognizers": [_ZIP],
    },
    "ad hoc, explained": {
        "text": "badge b-12345", "language": "en", "ad_hoc_recognizers": [_BADGE], "return_decision_process": True,
        "entities": ["BADGE"],
    },
    "ad hoc, case matters": {
        "text": "B-12345 and b-54321", "language": "en", "entities": ["BADGE"],
        "ad_hoc_recognizers": [_BADGE | {"global_regex_flags": 16}],
    },
    "ad hoc, several lines": {
        "text": "one\nB-12345\ntwo", "language": "en", "entities": ["BADGE"],
        "ad_hoc_recognizers": [_BADGE | {"patterns": [{"name": "line", "regex": r"^B-\d{5}$", "score": 0.6}]}],
    },
    "ad hoc, deny list": {
        "text": "the baroness and the baronesses", "language": "en", "entities": ["TITLE"],
        "ad_hoc_recognizers": [_TITLES],
    },
    "ad hoc, not asked for": {
        "text": "B-12345, ada@example.org", "language": "en", "entities": ["EMAIL_ADDRESS"],
        "ad_hoc_recognizers": [_BADGE],
    },
    "allow list": {"text": _LINE, "language": "en", "entities": ["EMAIL_ADDRESS"], "allow_list": ["ada@example.org"]},
    "allow list, another case": {
        "text": _LINE, "language": "en", "entities": ["EMAIL_ADDRESS"], "allow_list": ["Ada@example.org"],
    },
    "allow list, regex": {
        "text": "ada@example.org bob@example.com", "language": "en", "entities": ["EMAIL_ADDRESS"],
        "allow_list": [r".*@EXAMPLE\.org"], "allow_list_match": "regex",
    },
    "allow list, regex, case matters": {
        "text": "ada@example.org bob@example.com", "language": "en", "entities": ["EMAIL_ADDRESS"],
        "allow_list": [r".*@EXAMPLE\.org"], "allow_list_match": "regex", "regex_flags": 0,
    },
    "no text": {"language": "en"},
    "empty text": {"text": "", "language": "en"},
    "empty list": {"text": [], "language": "en"},
    "no language": {"text": _LINE},
    "another language": {"text": _LINE, "language": "xx", "entities": ["EMAIL_ADDRESS"]},
    "ad hoc, unknown field": {"text": "a", "language": "en", "ad_hoc_recognizers": [_BADGE | {"colour": "red"}]},
    "ad hoc, no patterns": {"text": "a", "language": "en", "ad_hoc_recognizers": [{"supported_entity": "BADGE"}]},
    "ad hoc, no entity": {"text": "a", "language": "en", "ad_hoc_recognizers": [{"deny_list": ["a"]}]},
    "ad hoc, bad regex": {
        "text": "a", "language": "en",
        "ad_hoc_recognizers": [_BADGE | {"patterns": [{"name": "x", "regex": "(", "score": 0.5}]}],
    },
    "ad hoc, bad score": {
        "text": "a", "language": "en",
        "ad_hoc_recognizers": [_BADGE | {"patterns": [{"name": "x", "regex": "a", "score": 1.5}]}],
    },
    "allow list, unknown match": {
        "text": _LINE, "language": "en", "allow_list": ["a"], "allow_list_match": "fuzzy",
    },
}  # fmt: skip


def _found(start: int, end: int, entity: str, score: float = 0.8) -> dict[str, Any]:
    return {"start": start, "end": end, "entity_type": entity, "score": score}


_JANE = "hello world, my name is Jane Doe. My number is: 034453334"
_NAME, _NUMBER = _found(24, 32, "NAME"), _found(48, 57, "PHONE_NUMBER", 0.95)
_MASK = {"type": "mask", "masking_char": "*", "chars_to_mask": 4, "from_end": True}


def _jane(**anonymizers: Any) -> dict[str, Any]:
    return {"text": _JANE, "analyzer_results": [_NAME, _NUMBER], "anonymizers": anonymizers}


#: Name -> body of /anonymize.
ANONYMIZE: dict[str, Any] = {
    "default": {"text": _JANE, "analyzer_results": [_NAME, _NUMBER]},
    "anonymizers null": {"text": _JANE, "analyzer_results": [_NAME, _NUMBER], "anonymizers": None},
    "extra keys": {"text": _JANE, "analyzer_results": [_NAME | {"analysis_explanation": None, "x": [1]}], "y": 1},
    "replace": _jane(DEFAULT={"type": "replace", "new_value": "ANON"}),
    "replace by nothing": _jane(DEFAULT={"type": "replace", "new_value": ""}),
    "by type": _jane(NAME={"type": "redact"}, PHONE_NUMBER=_MASK),
    "mask from the front": _jane(DEFAULT=_MASK | {"from_end": False}),
    "mask more than there is": _jane(DEFAULT=_MASK | {"chars_to_mask": 100}),
    "mask none": _jane(DEFAULT=_MASK | {"chars_to_mask": -3}),
    "hash with salt": _jane(DEFAULT={"type": "hash", "salt": SALT}),
    "hash 512 with salt": _jane(DEFAULT={"type": "hash", "hash_type": "sha512", "salt": SALT}),
    "keep": _jane(DEFAULT={"type": "keep"}),
    "within": {"text": _JANE, "analyzer_results": [_NAME, _found(24, 28, "FIRST_NAME", 0.9), _NUMBER]},
    "same extent": {"text": _JANE, "analyzer_results": [_NAME, _found(24, 32, "PERSON", 0.9)]},
    "same extent, same score": {"text": _JANE, "analyzer_results": [_NAME, _found(24, 32, "PERSON", 0.8)]},
    "overlap of one type": {"text": _JANE, "analyzer_results": [_found(24, 30, "NAME"), _found(27, 32, "NAME", 0.9)]},
    "overlap of two types": {"text": _JANE, "analyzer_results": [_found(19, 28, "A"), _found(24, 32, "B", 0.9)]},
    "chain": {
        "text": _JANE, "analyzer_results": [_found(13, 22, "A"), _found(19, 28, "B"), _found(24, 32, "C", 0.9)],
    },
    "neighbours of one type": {
        "text": _JANE, "analyzer_results": [_found(24, 28, "NAME"), _found(29, 32, "NAME", 0.9)],
    },
    "neighbours that touch": {"text": _JANE, "analyzer_results": [_found(24, 28, "NAME"), _found(28, 32, "NAME", 0.9)]},
    "neighbours of two types": {"text": _JANE, "analyzer_results": [_found(24, 28, "A"), _found(29, 32, "B", 0.9)]},
    "not in order": {"text": _JANE, "analyzer_results": [_NUMBER, _NAME]},
    "twice": {"text": _JANE, "analyzer_results": [_NAME, _NAME]},
    "beyond the basic plane": {"text": "\U0001f600 Ada", "analyzer_results": [_found(2, 5, "NAME")]},
    "empty text": {"text": "", "analyzer_results": []},
    "no text": {"analyzer_results": []},
    "no results": {"text": _JANE, "analyzer_results": []},
    "an operator that is not used": _jane(UNUSED={"type": "mask"}),
    "empty body": {},
    "results missing": {"text": _JANE},
    "start missing": {"text": _JANE, "analyzer_results": [{"end": 3, "entity_type": "A", "score": 1}]},
    "score missing": {"text": _JANE, "analyzer_results": [{"start": 1, "end": 3, "entity_type": "A"}]},
    "type missing": {"text": _JANE, "analyzer_results": [{"start": 1, "end": 3, "score": 1}]},
    "start is a string": {"text": _JANE, "analyzer_results": [_found(1, 3, "A") | {"start": "1"}]},
    "negative": {"text": _JANE, "analyzer_results": [_found(-1, 3, "A")]},
    "backwards": {"text": _JANE, "analyzer_results": [_found(5, 3, "A")]},
    "beyond the text": {"text": _JANE, "analyzer_results": [_found(5, 300, "A")]},
    "custom": _jane(DEFAULT={"type": "custom", "lambda": "x"}),
    "unknown operator": _jane(DEFAULT={"type": "vanish"}),
    "operator without type": _jane(DEFAULT={"new_value": "x"}),
    "replace by a number": _jane(DEFAULT={"type": "replace", "new_value": 5}),
    "mask by two characters": _jane(DEFAULT=_MASK | {"masking_char": "**"}),
    "mask without a count": _jane(DEFAULT={"type": "mask", "masking_char": "*", "from_end": True}),
    "mask with a count as a string": _jane(DEFAULT=_MASK | {"chars_to_mask": "4"}),
    "hash of another kind": _jane(DEFAULT={"type": "hash", "hash_type": "md5"}),
    "hash with too little salt": _jane(DEFAULT={"type": "hash", "salt": "pepper"}),
    "encrypt without a key": _jane(DEFAULT={"type": "encrypt"}),
    "encrypt with a short key": _jane(DEFAULT={"type": "encrypt", "key": "short"}),
    # Random, so the test compares the form alone.
    "random: hash": _jane(DEFAULT={"type": "hash"}),
    "random: encrypt": _jane(DEFAULT={"type": "encrypt", "key": KEY}),
    "random: encrypt with 32 bytes": _jane(DEFAULT={"type": "encrypt", "key": KEY * 2}),
}  # fmt: skip
_DECRYPT = {"DEFAULT": {"type": "decrypt", "key": KEY}}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--spacy-model", default="en_core_web_md", help="a spaCy model's name or directory")
    arguments = parser.parse_args()
    logging.disable(logging.CRITICAL)
    analyzer = Analyzer(arguments.spacy_model)
    anonymizer = Anonymizer()
    anonymized = {name: anonymizer.anonymize(body) for name, body in ANONYMIZE.items()}
    sealed = anonymized["random: encrypt"]["answer"]
    cases = {
        "decrypt": {"text": sealed["text"], "anonymizer_results": sealed["items"], "deanonymizers": _DECRYPT},
        "deanonymize_keep": {
            "text": sealed["text"], "anonymizer_results": sealed["items"],
            "deanonymizers": {"DEFAULT": {"type": "deanonymize_keep"}},
        },
        "decrypt by type": {
            "text": sealed["text"], "anonymizer_results": sealed["items"],
            "deanonymizers": {"NAME": _DECRYPT["DEFAULT"], "DEFAULT": {"type": "deanonymize_keep"}},
        },
        "nothing to do": {"text": "a", "anonymizer_results": [], "deanonymizers": _DECRYPT},
        "nothing named": {"text": "a"},
        "empty body": {},
        "wrong key": {
            "text": sealed["text"], "anonymizer_results": sealed["items"],
            "deanonymizers": {"DEFAULT": {"type": "decrypt", "key": KEY[::-1]}},
        },
        "short key": {
            "text": sealed["text"], "anonymizer_results": sealed["items"],
            "deanonymizers": {"DEFAULT": {"type": "decrypt", "key": "short"}},
        },
    }  # fmt: skip
    golden: dict[str, Any] = {
        "presidio": {name: version(name) for name in ("presidio-analyzer", "presidio-anonymizer")},
        "analyze": {name: analyzer.analyze(body) for name, body in ANALYZE.items()},
        "anonymize": anonymized,
        "deanonymize": {name: anonymizer.deanonymize(body) for name, body in cases.items()},
        "recognizers": analyzer.recognizers(),
        "supportedentities": analyzer.entities(),
        "anonymizers": anonymizer.engine.get_anonymizers(),
        "deanonymizers": anonymizer.reverse.get_deanonymizers(),
    }
    GOLDEN.mkdir(exist_ok=True)
    path = GOLDEN / "presidio.json"
    path.write_text(json.dumps(golden, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{path}: {sum(len(golden[part]) for part in ('analyze', 'anonymize', 'deanonymize'))} answers")


class Analyzer:
    """presidio-analyzer and the route around it."""

    def __init__(self, spacy_model: str) -> None:
        from presidio_analyzer import AnalyzerEngine, BatchAnalyzerEngine
        from presidio_analyzer.nlp_engine import NlpEngineProvider

        models = [{"lang_code": "en", "model_name": spacy_model}]
        nlp = NlpEngineProvider(nlp_configuration={"nlp_engine_name": "spacy", "models": models}).create_engine()
        self.engine = AnalyzerEngine(nlp_engine=nlp)
        self.batch = BatchAnalyzerEngine(self.engine)

    def analyze(self, body: Any) -> dict[str, Any]:
        from presidio_analyzer import AnalyzerRequest

        body = json.loads(json.dumps(body))
        request = json.loads(json.dumps(body))
        try:
            asked = AnalyzerRequest(body)
            if not asked.text:
                raise Exception("No text provided")
            many = isinstance(asked.text, list)
            texts = asked.text if many else [asked.text]
            if not asked.language:
                raise Exception("No language provided")
            self.engine.get_supported_entities(asked.language)
            answers = self.batch.analyze_iterator(
                texts=texts,
                batch_size=len(texts),
                language=asked.language,
                correlation_id=asked.correlation_id,
                score_threshold=asked.score_threshold,
                entities=asked.entities,
                return_decision_process=asked.return_decision_process,
                ad_hoc_recognizers=asked.ad_hoc_recognizers,
                context=asked.context,
                allow_list=asked.allow_list,
                allow_list_match=asked.allow_list_match,
                regex_flags=asked.regex_flags,
            )
            found = list(answers)
            for result in (result for each in found for result in each):
                del result.recognition_metadata
            told = json.dumps(found if many else found[0], default=lambda value: value.to_dict(), sort_keys=True)
            return {"request": request, "status": 200, "answer": json.loads(told)}
        except TypeError as error:
            told = f"Failed to parse /analyze request for AnalyzerEngine.analyze(). {error.args[0]}"
            return {"request": request, "status": 400, "answer": {"error": told}}
        except Exception as error:  # as Presidio's app.py catches it
            return {"request": request, "status": 500, "answer": {"error": error.args[0]}}

    def recognizers(self) -> list[str]:
        return sorted(each.name for each in self.engine.get_recognizers("en"))

    def entities(self) -> list[str]:
        return sorted(self.engine.get_supported_entities("en"))


class Anonymizer:
    """presidio-anonymizer and the routes around it."""

    def __init__(self) -> None:
        import presidio_anonymizer

        engines: Any = presidio_anonymizer
        self.engine = engines.AnonymizerEngine()
        self.reverse = engines.DeanonymizeEngine()

    def anonymize(self, body: Any) -> dict[str, Any]:
        from presidio_anonymizer.services.app_entities_convertor import AppEntitiesConvertor

        def work(content: Any) -> Any:
            operators = AppEntitiesConvertor.operators_config_from_json(content.get("anonymizers"))
            if AppEntitiesConvertor.check_custom_operator(operators):
                return 400, {"error": "Custom type anonymizer is not supported"}
            results = AppEntitiesConvertor.analyzer_results_from_json(content.get("analyzer_results"))
            return 200, self.engine.anonymize(content.get("text", ""), results, operators)

        return self._answer(body, work)

    def deanonymize(self, body: Any) -> dict[str, Any]:
        from presidio_anonymizer.services.app_entities_convertor import AppEntitiesConvertor

        def work(content: Any) -> Any:
            entities = AppEntitiesConvertor.deanonymize_entities_from_json(content)
            operators = AppEntitiesConvertor.operators_config_from_json(content.get("deanonymizers"))
            return 200, self.reverse.deanonymize(content.get("text", ""), entities, operators)

        return self._answer(body, work)

    def _answer(self, body: Any, work: Any) -> dict[str, Any]:
        from presidio_anonymizer.entities import InvalidParamError

        content = json.loads(json.dumps(body))
        try:
            status, answer = work(content) if content else (400, {"error": "Invalid request json"})
            answer = answer if isinstance(answer, dict) else json.loads(answer.to_json())
        except InvalidParamError as error:
            status, answer = 422, {"error": error.err_msg}
        except Exception:  # as Presidio's app.py catches it
            status, answer = 500, {"error": "Internal server error"}
        return {"request": body, "status": status, "answer": answer}


if __name__ == "__main__":
    main()
