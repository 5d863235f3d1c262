from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.diagnostics import Severity
from sopgen.errors import ConfigError
from sopgen.repository.settings import Settings
from sopgen.repository.settings_file import in_project, read_settings


def settings(folder: Path, text: str) -> Settings:
    path = folder / "sopgen.toml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path, "sopgen.toml")


def told(folder: Path, text: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        settings(folder, text)
    return [f"{one.location} {one.rule}: {one.message} / {one.hint}" for one in caught.value.diagnostics]


def test_an_empty_file_is_all_defaults(tmp_path: Path) -> None:
    assert settings(tmp_path, "") == Settings()


def test_every_setting_is_read(tmp_path: Path) -> None:
    text = """
        language = "en"
        specs = "procedures"
        output = "out"
        style = "house.yaml"
        template = "company.docx"
        layouts = "layouts"
        company = "示例公司"
        protect = "forms"
        select = ["SOP1"]
        ignore = ["undefined-role"]
        [numbers]
        pattern = "CS-{year}-{seq:04}"
        [calendar]
        hours_per_day = 7.5
        days-per-week = 6
        [severity]
        undefined-role = "note"
        [per-file-ignores]
        "old/*" = ["SOP6", "SOP7"]
        [rules.undefined-role]
        any = 1
    """
    assert settings(tmp_path, text)._replace(origins={}) == Settings(
        "en",
        "procedures",
        "out",
        "house.yaml",
        "company.docx",
        "layouts",
        "示例公司",
        "forms",
        ("SOP1",),
        ("undefined-role",),
        "CS-{year}-{seq:04}",
        7.5,
        6,
        {"undefined-role": Severity.NOTE},
        {"old/*": ("SOP6", "SOP7")},
        {"undefined-role": {"any": 1}},
    )


def test_the_documented_example_is_read(tmp_path: Path) -> None:
    from sopgen.repository import settings as module

    example = (module.__doc__ or "").partition("::\n")[2]
    (tmp_path / "company.toml").write_text("", "utf-8")
    (tmp_path / "repository").mkdir()
    assert settings(tmp_path / "repository", example).select == ("undefined-role",)


def test_an_unknown_key_is_told_at_its_place_with_a_near_one(tmp_path: Path) -> None:
    assert told(tmp_path, '# ours\n[numbers]\npatern = "A-{seq}"\n') == [
        "sopgen.toml:3:1 unknown-setting: there is no setting `numbers.patern` / did you mean `pattern`?"
    ]


def test_an_unknown_key_unlike_any_other_lists_what_there_is(tmp_path: Path) -> None:
    (one,) = told(tmp_path, "[calendar]\nxyz = 1\n")
    assert one.endswith("it may be: days-per-week, hours-per-day")


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    text = 'language = "fr"\nspecs = 3\ncalendar = 8\nselect = ["a", 1]\n[numbers]\npattern = "A-{year}"\n'
    found = told(tmp_path, text)
    assert [one.partition(" ")[0] for one in found] == [
        "sopgen.toml:1:1",
        "sopgen.toml:2:1",
        "sopgen.toml:3:1",
        "sopgen.toml:4:1",
        "sopgen.toml:6:1",
    ]
    assert "no running number" in found[-1]


@pytest.mark.parametrize("value", ["0", "25", "true", '"8"', "-1"])
def test_hours_that_no_day_has_are_refused(tmp_path: Path, value: str) -> None:
    (one,) = told(tmp_path, f"[calendar]\nhours_per_day = {value}\n")
    assert one.startswith("sopgen.toml:2:1 wrong-setting")


def test_keys_in_other_writings_are_found(tmp_path: Path) -> None:
    assert told(tmp_path, '\nnumbers.pattern = ""\n')[0].startswith("sopgen.toml:2:1")
    assert told(tmp_path, '[ "numbers" ]\n "pattern" = 1\n')[0].startswith("sopgen.toml:2:2")


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ('specs = "a"\noutput = 输出', "2:10", "a text in double quotes"),
        ("language: en", "1:9", "there is no = after the key"),
        ('specs = "a\noutput = "b"', "1:11", "the quote that opens on this line is not closed"),
        ('select = ["SOP1"', "1:16", "a bracket is not closed"),
        ("[numbers", "1:9", "a bracket is not closed"),
        ('specs = "C:\\docs"', "1:14", "a backslash inside double quotes"),
        ('language = "en"\n language = "zh-CN"', "2:2", "`language` is written twice"),
        ("[numbers]\n[numbers]", "2:2", "`numbers` is written twice"),
        ('numbers = {pattern = "a-{seq}", pattern = "b-{seq}"}', "1:1", "`pattern` is written twice"),
        ('specs = "a" "b"', "1:13", "this cannot be read from here on"),
    ],
)
def test_what_is_not_toml_is_told_at_its_place_in_plain_words(
    tmp_path: Path, text: str, place: str, message: str
) -> None:
    (one,) = told(tmp_path, f"{text}\n")
    assert one.startswith(f"sopgen.toml:{place} broken-settings")
    assert message in one


def test_settings_in_another_encoding_are_refused(tmp_path: Path) -> None:
    (tmp_path / "sopgen.toml").write_bytes('specs = "流程"'.encode("gbk"))
    with pytest.raises(ConfigError) as caught:
        read_settings(tmp_path / "sopgen.toml", "sopgen.toml")
    assert caught.value.diagnostics[0].rule == "wrong-encoding"


def test_a_file_holds_where_the_one_that_extends_it_is_silent(tmp_path: Path) -> None:
    (tmp_path / "company.toml").write_text(
        'language = "en"\nstyle = "house.yaml"\nignore = ["SOP6"]\n'
        '[severity]\nundefined-role = "note"\nunknown-form = "note"\n[rules.undefined-role]\none = 1\ntwo = 2\n',
        "utf-8",
    )
    (tmp_path / "repository").mkdir()
    text = (
        'extend = "../company.toml"\nignore = []\n[severity]\nunknown-form = "error"\n[rules.undefined-role]\ntwo = 3\n'
    )
    got = settings(tmp_path / "repository", text)
    assert (got.language, got.ignore, got.style) == ("en", (), str(tmp_path / "house.yaml"))
    assert got.severity == {"undefined-role": Severity.NOTE, "unknown-form": Severity.ERROR}
    assert got.rules == {"undefined-role": {"one": 1, "two": 3}}
    places = {".".join(key): at for key, at in got.origins.items() if len(key) == 1}
    assert {key: Path(at.file).name for key, at in places.items()} == {
        "extend": "sopgen.toml",
        "language": "company.toml",
        "style": "company.toml",
        "ignore": "sopgen.toml",
    }


def test_what_is_wrong_in_an_extended_file_is_told_there(tmp_path: Path) -> None:
    (tmp_path / "company.toml").write_text("languge = 1\n", "utf-8")
    (one,) = told(tmp_path, 'extend = "company.toml"\n')
    assert "company.toml:1:1 unknown-setting: there is no setting `languge`" in one


def test_an_extended_file_that_is_not_there_is_told_with_where_it_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        settings(tmp_path, '# ours\nextend = "nowhere.toml"\n')
    (one,) = caught.value.diagnostics
    assert one.rule == "missing-file"
    assert one.location.file.endswith("nowhere.toml")
    assert [str(related.location) for related in one.related] == ["sopgen.toml:2:1"]


def test_files_that_extend_each_other_are_told_of(tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text('extend = "sopgen.toml"\n', "utf-8")
    (one,) = told(tmp_path, 'extend = "other.toml"\n')
    assert "circular-settings" in one


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[severity]\nundefined-role = 3\n", "2:1"),
        ("[per-file-ignores]\n'a b/*.yaml' = \"SOP1\"\n", "2:1"),
        ("[rules]\nvague = 1\n", "2:1"),
        ("severity = 1\n", "1:1"),
        ("extend = 1\n", "1:1"),
    ],
)
def test_tables_of_the_users_own_keys_are_looked_at_too(tmp_path: Path, text: str, place: str) -> None:
    (one,) = told(tmp_path, text)
    assert one.startswith(f"sopgen.toml:{place} wrong-setting")


def test_settings_may_stand_in_a_project_file(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text(
        '[project]\nname = "x"\n[tool.sopgen]\nlanguage = "en"\n[tool.sopgen.calendar]\nhours = 1\n', "utf-8"
    )
    assert in_project(path)
    with pytest.raises(ConfigError) as caught:
        read_settings(path, "pyproject.toml")
    assert [f"{one.location} {one.rule}" for one in caught.value.diagnostics] == ["pyproject.toml:6:1 unknown-setting"]


def test_an_extended_project_file_may_hold_anything_under_tool(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("tool = 1\n", "utf-8")
    assert settings(tmp_path, 'extend = "pyproject.toml"\nlanguage = "en"\n').language == "en"
    (tmp_path / "pyproject.toml").write_text("[tool]\nsopgen = 1\n", "utf-8")
    (one,) = told(tmp_path, 'extend = "pyproject.toml"\n')
    assert "pyproject.toml:2:1 wrong-setting: `sopgen` should be a table" in one


@pytest.mark.parametrize("text", ["", "[tool.ruff]\n", "sopgen = [", "tool = 1\nsopgen = 1\n", "[tool]\nsopgen = 1\n"])
def test_other_project_files_are_none_of_ours(tmp_path: Path, text: str) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text(text, "utf-8")
    assert not in_project(path)
