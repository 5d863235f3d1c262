from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.errors import ConfigError
from sopgen.repository.settings import Settings
from sopgen.repository.settings_file import read_settings


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
        layouts = "layouts"
        select = ["SOP1"]
        ignore = ["undefined-role"]
        [numbers]
        pattern = "CS-{year}-{seq:04}"
        [calendar]
        hours_per_day = 7.5
        days_per_week = 6
    """
    assert settings(tmp_path, text) == Settings(
        "en", "procedures", "out", "house.yaml", "layouts", ("SOP1",), ("undefined-role",), "CS-{year}-{seq:04}", 7.5, 6
    )


def test_the_documented_example_is_read(tmp_path: Path) -> None:
    from sopgen.repository import settings as module

    example = (module.__doc__ or "").partition("::\n")[2]
    assert settings(tmp_path, example).select == ("undefined-role",)


def test_an_unknown_key_is_told_at_its_place_with_a_near_one(tmp_path: Path) -> None:
    assert told(tmp_path, '# ours\n[numbers]\npatern = "A-{seq}"\n') == [
        "sopgen.toml:3:1 unknown-setting: there is no setting `numbers.patern` / did you mean `pattern`?"
    ]


def test_an_unknown_key_unlike_any_other_lists_what_there_is(tmp_path: Path) -> None:
    (one,) = told(tmp_path, "[calendar]\nxyz = 1\n")
    assert one.endswith("there are: days_per_week, hours_per_day")


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


def test_what_is_not_toml_is_told_at_its_place(tmp_path: Path) -> None:
    (one,) = told(tmp_path, 'specs = "a"\noutput = 输出\n')
    assert one.startswith("sopgen.toml:2:10 broken-settings")


def test_settings_in_another_encoding_are_refused(tmp_path: Path) -> None:
    (tmp_path / "sopgen.toml").write_bytes('specs = "流程"'.encode("gbk"))
    with pytest.raises(ConfigError) as caught:
        read_settings(tmp_path / "sopgen.toml", "sopgen.toml")
    assert caught.value.diagnostics[0].rule == "wrong-encoding"
