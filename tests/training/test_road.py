"""The whole road on a tiny model: base, fine-tune, export, serve, teach further."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
import pytest
from onnx import TensorProto, helper
from tokenizers import Tokenizer

from deckname.artifact import load
from deckname.detector import Detector
from deckname.tagger import Tagger
from deckname.words import BREAK, SPACE

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

from training import base, export, finetune  # noqa: E402  # needs torch
from training.encode import TagSets  # noqa: E402
from training.graph import LARGEST_WEIGHT, RANGE, Graph, build, quantise, read_back  # noqa: E402
from training.quantise import Int8Linear  # noqa: E402

NAMES = ["Ada", "Grace", "Alan", "Edsger"]
OTHERS = ["the", "report", "came", "from", "on", "time", "with", "love"]
RUN: dict[str, Any] = {"hidden_size": 64, "num_attention_heads": 2, "intermediate_size": 128, "num_hidden_layers": 2,
                       "max_position_embeddings": 64, "type_vocab_size": 2, "layer_norm_eps": 1e-12,
                       "hidden_act": "gelu", "pad_token_id": 1}  # fmt: skip


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A random two-layer encoder with a vocabulary of a dozen words."""
    directory = tmp_path_factory.mktemp("base")
    pieces = ["<s>", "<pad>", "</s>", "<unk>", SPACE, *(SPACE + word for word in NAMES + OTHERS), ".", BREAK]
    config = RUN | {"vocab_size": len(pieces)}
    torch.manual_seed(1)
    encoder = transformers.BertModel(transformers.BertConfig(**config), add_pooling_layer=False)
    state = {name: value.numpy() for name, value in encoder.state_dict().items()}
    added = [{"id": i, "content": p, "special": True, "normalized": False, "single_word": False, "lstrip": False,
              "rstrip": False} for i, p in enumerate(pieces[:4])]  # fmt: skip
    tokenizer = {"version": "1.0", "truncation": None, "padding": None, "added_tokens": added, "normalizer": None,
                 "pre_tokenizer": None, "post_processor": None, "decoder": None,
                 "model": {"type": "Unigram", "unk_id": 3, "vocab": [[p, -1.0] for p in pieces]}}  # fmt: skip
    base.save(directory, config, state, tokenizer)
    return directory


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("data")
    random = np.random.default_rng(3)
    with (directory / "toy.jsonl").open("w") as file:
        for _ in range(600):
            words = list(random.choice(OTHERS, 4))
            place = int(random.integers(0, 4))
            words[place] = str(random.choice(NAMES))
            start = sum(len(word) + 1 for word in words[:place])
            span = {"start": start, "end": start + len(words[place]), "type": "PERSON"}
            file.write(json.dumps({"text": " ".join(words) + ".", "spans": [span]}) + "\n")
    return directory


def run(main: Callable[[], None], *arguments: str | Path) -> None:
    saved, sys.argv = sys.argv, ["prog", *map(str, arguments)]
    try:
        main()
    finally:
        sys.argv = saved


@pytest.fixture(scope="module")
def tuned(checkpoint: Path, data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("runs") / "toy"
    config = data / "toy.toml"
    config.write_text('train = ["toy.jsonl*3"]\ntypes = ["PERSON", "ADDRESS"]\nbatch_tokens = 256\nwindow = 32\n'
                      "overlap = 8\ntrain_embeddings = true\nlearning_rate = 1e-3\nquantise_from = 0.7\n")  # fmt: skip
    run(finetune.main, "--config", config, "--base", checkpoint, "--data", data, "--out", out)
    return out


@pytest.fixture(scope="module")
def sealed(tuned: Path, data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("models") / "toy"
    run(export.main, "--run", tuned, "--data", data, "--dev", "toy.jsonl", "--name", "toy", "--out", out)
    return out


def test_a_fine_tuned_and_exported_model_finds_what_it_was_taught(sealed: Path) -> None:
    spans = Detector([Tagger(load(sealed))]).detect("love came with Grace on time.").spans
    assert [(span.type, span.start, span.end, span.source) for span in spans] == [("PERSON", 15, 20, "toy@0.1.0")]


def test_parity_is_recorded(sealed: Path) -> None:
    parity = json.loads((sealed / "export.json").read_text())["parity"]
    assert parity["torch_fp32_logits"] < 1e-3
    assert parity["f1_fp32"] > 0.95
    assert parity["f1_int8"] > parity["f1_fp32"] - 0.01


def test_an_export_without_parity_fails(
    tuned: Path, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "build", lambda weights, shape, bits: build(_noisy(weights), shape, bits=bits))
    with pytest.raises(export.ParityError, match="away from torch"):
        run(export.main, "--run", tuned, "--data", data, "--dev", "toy.jsonl", "--out", tmp_path / "bad")
    assert not (tmp_path / "bad" / "manifest.json").exists()


def _noisy(weights: dict[str, Any]) -> dict[str, Any]:
    return weights | {"classifier.bias": weights["classifier.bias"] + 0.1}


def test_a_run_that_was_cut_off_goes_on_where_it_was(
    checkpoint: Path, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    config = tmp_path / "c.toml"
    config.write_text('train = ["toy.jsonl"]\ntypes = ["PERSON"]\nbatch_tokens = 64\ncheckpoint_seconds = 0.0\n')
    common = ("--config", config, "--base", checkpoint, "--data", data)
    run(finetune.main, *common, "--out", tmp_path / "whole", "--steps", "6")
    calls = 0
    real = torch.nn.utils.clip_grad_norm_

    def dies_at_four(*arguments: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == 4:
            raise KeyboardInterrupt
        return real(*arguments)

    monkeypatch.setattr(torch.nn.utils, "clip_grad_norm_", dies_at_four)
    with pytest.raises(KeyboardInterrupt):
        run(finetune.main, *common, "--out", tmp_path / "cut", "--steps", "6")
    run(finetune.main, *common, "--out", tmp_path / "cut", "--steps", "6", "--resume")
    assert "resumed at step 3" in capsys.readouterr().out
    from safetensors.numpy import load_file

    whole, cut = (load_file(tmp_path / name / "model.safetensors") for name in ("whole", "cut"))
    assert all(np.allclose(whole[name], cut[name], atol=1e-6) for name in whole)


def test_a_sealed_model_can_be_taught_further(sealed: Path, data: Path, tmp_path: Path) -> None:
    run(base.main, "--sealed", sealed, "--out", tmp_path / "again")
    config = tmp_path / "c.toml"
    config.write_text('train = ["toy.jsonl"]\ntypes = ["PERSON", "ADDRESS"]\nwindow = 32\nlearning_rate = 0.0\n'
                      "head_learning_rate = 0.0\n")  # fmt: skip
    run(finetune.main, "--config", config, "--base", tmp_path / "again", "--data", data, "--out", tmp_path / "more",
        "--steps", "2")  # fmt: skip
    assert json.loads((tmp_path / "more" / "training.json").read_text())["loss"] < 0.1


def test_a_graph_read_back_gives_the_weights_that_it_was_built_from(tuned: Path) -> None:
    from safetensors.numpy import load_file

    saved = load_file(tuned / "model.safetensors")
    plain = {name: values for name, values in saved.items() if not name.endswith(RANGE)}
    config = json.loads((tuned / "config.json").read_text())
    for bits, weights, tolerance in ((32, plain, 0.0), (8, saved, 0.05)):
        read_config, read_weights = read_back(build(dict(weights), config, bits=bits))
        assert set(read_weights) == set(weights)
        assert all(np.abs(read_weights[name] - weights[name]).max() <= tolerance for name in weights)
        assert {name: read_config[name] for name in RUN} == RUN


def test_weights_in_seven_bits_with_a_scale_for_each_output_lose_little() -> None:
    matrix = np.random.default_rng(0).normal(size=(8, 64)).astype(np.float32)
    whole, scales = quantise(matrix)
    assert whole.dtype == np.int8
    assert np.abs(whole).max() == 63
    assert np.abs(whole * scales[:, None] - matrix).max() <= scales.max() / 2 + 1e-6


def test_two_products_of_a_byte_and_a_weight_fit_sixteen_bits() -> None:
    """Processors without VNNI add them there, and saturate."""
    assert 2 * 255 * LARGEST_WEIGHT < 2**15


def test_training_rounds_as_the_served_graph_does(tuned: Path) -> None:
    from safetensors.numpy import load_file

    weights = load_file(tuned / "model.safetensors")
    layer = Int8Linear(64, 64)
    name = "encoder.layer.0.attention.output.dense"
    layer.register_buffer(RANGE, torch.from_numpy(weights[f"{name}.{RANGE}"]))
    layer.observing = False
    layer.weight.data, layer.bias.data = (torch.from_numpy(weights[f"{name}.{part}"]) for part in ("weight", "bias"))
    value = torch.from_numpy(np.random.default_rng(2).normal(size=(1, 5, 64)).astype(np.float32))
    graph = Graph(dict(weights), {}, bits=8)
    graph.linear("value", name, "output")
    shape = ["batch", "tokens", 64]
    ends = [helper.make_tensor_value_info(end, TensorProto.FLOAT, shape) for end in ("value", "output")]
    proto = helper.make_graph(graph.nodes, "one", ends[:1], ends[1:], list(graph.initializers.values()))
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid("com.microsoft", 1)]
    model = helper.make_model(proto, opset_imports=opsets, ir_version=10).SerializeToString()
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    (served,) = session.run(None, {"value": value.numpy()})
    assert np.abs(served - layer(value).detach().numpy()).max() < 1e-3 * np.abs(served).max()


def test_a_run_that_does_not_round_is_observed_when_it_is_exported(
    checkpoint: Path, data: Path, tmp_path: Path
) -> None:
    config = tmp_path / "c.toml"
    config.write_text('train = ["toy.jsonl*3"]\ntypes = ["PERSON"]\nwindow = 32\noverlap = 8\nlearning_rate = 1e-3\n')
    common = ("--data", data)
    run(finetune.main, "--config", config, "--base", checkpoint, *common, "--out", tmp_path / "run", "--steps", "20")
    run(export.main, "--run", tmp_path / "run", *common, "--dev", "toy.jsonl", "--out", tmp_path / "model")
    assert load(tmp_path / "model").manifest.types == ("PERSON",)


def test_a_student_learns_its_teachers_opinion_where_the_annotation_leaves_it_open() -> None:
    teacher = torch.tensor([[0.0, 5.0, 0.0]])
    logits = torch.zeros(1, 3, requires_grad=True)
    finetune.distillation_loss(logits, teacher, torch.tensor([[True, True, True]]), 0.5).sum().backward()
    assert logits.grad is not None
    assert logits.grad[0].argmin() == 1
    logits = torch.zeros(1, 3, requires_grad=True)
    finetune.distillation_loss(logits, teacher, torch.tensor([[True, False, False]]), 0.0).sum().backward()
    assert logits.grad is not None
    assert logits.grad[0].argmin() == 0


def test_a_student_is_taught(tuned: Path, checkpoint: Path, data: Path, tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text((data / "toy.toml").read_text() + 'taught = ["toy.jsonl"]\n')
    run(finetune.main, "--config", tmp_path / "c.toml", "--base", checkpoint, "--teacher", tuned, "--data", data,
        "--out", tmp_path / "student", "--steps", "3")  # fmt: skip
    record = json.loads((tmp_path / "student" / "training.json").read_text())
    assert record["teacher"]["train"] == ["toy.jsonl*3"]
    assert len(np.load(tmp_path / "student" / "opinions.npy")) > 0


def test_a_student_may_begin_with_some_of_its_teachers_layers(tuned: Path, tmp_path: Path) -> None:
    run(base.main, "--run", tuned, "--layers", "1", "--out", tmp_path / "one")
    from safetensors.numpy import load_file

    whole, one = load_file(tuned / "model.safetensors"), load_file(tmp_path / "one" / "model.safetensors")
    name = "encoder.layer.{}.output.dense.weight"
    assert (one[name.format(0)] == whole[name.format(1)]).all()
    assert name.format(1) not in one
    assert "classifier.weight" in one
    assert json.loads((tmp_path / "one" / "config.json").read_text())["num_hidden_layers"] == 1


def test_a_share_of_a_corpus_is_that_share(data: Path, checkpoint: Path) -> None:
    tokenizer = Tokenizer.from_file(str(checkpoint / "tokenizer.json"))
    for times, expected in (("*0.4", 240), ("*0.75", 450), ("*1.5", 900), ("", 600)):
        config = finetune.Config(types=("PERSON",), train=(f"toy.jsonl{times}",), window=32, overlap=8)
        found = finetune.load_examples(config, data, tokenizer, TagSets(config.types), limit=0)
        assert len(found) == expected


def test_a_teacher_that_is_asked_about_nothing_is_an_error(tuned: Path, checkpoint: Path, data: Path) -> None:
    with pytest.raises(SystemExit, match="list files as `taught`"):
        run(finetune.main, "--config", data / "toy.toml", "--base", checkpoint, "--teacher", tuned, "--data", data,
            "--out", data / "none")  # fmt: skip


def test_a_run_that_goes_on_from_a_sealed_model_keeps_its_record(sealed: Path, tmp_path: Path) -> None:
    run(base.main, "--sealed", sealed, "--out", tmp_path / "again")
    assert json.loads((tmp_path / "again" / "training.json").read_text())["train"] == ["toy.jsonl*3"]


def test_some_documents_are_written_in_small_letters_or_capitals_with_the_same_offsets() -> None:
    config = finetune.Config(lower=0.5, upper=0.5)
    texts = [finetune.recased([{"text": "Straße İzmir"}], config, np.random.default_rng(seed)) for seed in range(9)]
    found = {document["text"] for documents in texts for document in documents}
    assert found == {"straße İzmir", "STRAßE İZMIR"}


def test_the_loss_is_on_everything_that_the_annotation_allows() -> None:
    logits = torch.tensor([[0.0, 2.0, 0.0]])
    everything = finetune.partial_loss(logits, torch.tensor([[True, True, True]]))
    one = finetune.partial_loss(logits, torch.tensor([[True, False, False]]))
    assert everything.item() == pytest.approx(0.0, abs=1e-6)
    assert one.item() == pytest.approx(float(torch.logsumexp(logits, 1)), abs=1e-5)


def test_words_are_judged_by_the_mean_of_their_tokens() -> None:
    logits = torch.tensor([[[9.0], [1.0], [3.0], [5.0], [9.0]]])
    assert finetune.word_logits(logits, torch.tensor([[2, 0, 0, 1, 2]]), 2).tolist() == [[2.0], [5.0]]


def test_the_learning_rate_rises_and_falls() -> None:
    factors = [finetune.learning_rate_factor(step, 100, 0.1, True) for step in (0, 9, 10, 55, 99)]
    assert factors == pytest.approx([0.1, 1.0, 1.0, 0.5, 1 / 90])
