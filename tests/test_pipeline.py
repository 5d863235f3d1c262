"""The pipeline as a Python program calls it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen import pipeline
from sopgen.repository import Repository
from sopgen.repository.specfile import real, straight
from sopgen.style import load_style

SPEC = "sopgen: 1\nid: A-1\ntitle: 报修\nversion: V1.0\npurpose: 统一做法。\n"


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "specs").mkdir()
    return Repository.find(tmp_path)


def checked(repository: Repository, text: str) -> pipeline.Checked:
    (repository.specs / "a.yaml").write_text(text, encoding="utf-8")
    (file,) = repository.gather([]).files
    return pipeline.check(file, repository)


def test_a_file_becomes_a_document_and_bytes(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    found = checked(repository, SPEC)
    assert found.diagnostics == found.errors == ()
    assert found.spec is not None
    document = pipeline.document(found.spec, found.file, repository)
    assert document.metadata.number == "A-1"
    assert document.metadata.sha256 == found.spec.tree.source.sha256
    written = pipeline.write(found.spec, found.file, repository, "docx", load_style("enterprise"))
    assert written.data.startswith(b"PK")
    assert capsys.readouterr() == ("", "")


def test_what_cannot_be_read_or_is_no_spec_has_diagnostics_and_no_spec(repository: Repository) -> None:
    for text in ("sopgen: [", "sopgen: 1\n", SPEC + "nonsense: 1\n"):
        found = checked(repository, text)
        assert found.spec is None
        assert found.errors


def test_warnings_of_the_reader_come_with_errors_of_the_spec(repository: Repository) -> None:
    found = checked(repository, SPEC + "background: 见 #1 的说明\nnonsense: 1\n")
    assert [one.rule for one in found.diagnostics] == ["cut-off-text", "unknown-key"]
    assert [one.rule for one in found.errors] == ["unknown-key"]


def test_problems_of_the_reader_the_language_and_the_rules_come_in_one_run(repository: Repository) -> None:
    steps = "steps:\n  - {action: 受理, role: agnet, input: 报修}\n"
    found = checked(repository, f"{SPEC}title: 又一个\nroles: {{agent: 客服专员}}\n{steps}")
    assert found.spec is None
    assert [one.rule for one in found.diagnostics] == ["duplicate-key", "undefined-role", "unknown-key"]


def test_what_the_reader_could_not_read_is_not_told_to_be_empty_too(repository: Repository) -> None:
    found = checked(repository, f"{SPEC}steps: [*register, '']\n")
    assert [one.rule for one in found.diagnostics] == ["undefined-alias", "wrong-value"]
    assert found.diagnostics[0].location != found.diagnostics[1].location
    found = checked(repository, f"{SPEC}steps: [{{action: Pay €5, 000}}]\n")
    assert [one.rule for one in found.errors] == ["key-without-value"]


def test_a_document_that_names_no_language_has_that_of_the_repository(repository: Repository) -> None:
    (repository.root / "sopgen.toml").write_text('language = "en"')
    found = checked(Repository.find(repository.root), SPEC)
    assert found.spec is not None
    document = pipeline.document(found.spec, found.file, Repository.find(repository.root))
    assert document.metadata.language == "en"


def test_each_of_many_specs_is_compared_without_a_look_at_all_the_others(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(20):
        (repository.specs / f"{number}.yaml").write_text(SPEC.replace("A-1", f"A-{number}"), encoding="utf-8")
    files = repository.gather([]).files
    many = repository.with_named(files)
    facts = [pipeline.check(file, many).facts for file in files]
    asked: list[Path] = []
    monkeypatch.setattr("sopgen.repository.repository.straight", lambda path: asked.append(path) or straight(path))
    for one in facts:
        assert one is not None
        assert pipeline.compare([one], many) == ()
    assert len(files) <= len(asked) < 3 * len(files)


def test_a_file_that_many_refer_to_is_looked_up_once(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    text = SPEC + f"background: {'见 [[A-1]]。' * 20}\n"
    for number in range(3):
        (repository.specs / f"{number}.yaml").write_text(text.replace("id: A-1", f"id: A-{number}"), encoding="utf-8")
    files = repository.gather([]).files
    facts = [facts for file in files if (facts := pipeline.check(file, repository).facts)]
    asked: list[Path] = []
    monkeypatch.setattr(pipeline, "real", lambda path: asked.append(path) or real(path))
    pipeline.compare(facts, repository)
    assert len(facts) == len(files)
    assert len(files) <= len(asked) <= 3 * len(files)
