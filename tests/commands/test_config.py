"""``sopgen config`` prints what holds and where it is from, as TOML that means the same."""

from __future__ import annotations

import tomllib
from pathlib import Path

from sopgen.repository.settings_file import read_settings
from sopgen.rules.registry import RULES


def test_every_setting_is_printed_with_its_origin(sopgen, here: Path) -> None:
    (here / "sopgen.toml").write_text(
        'language = "en"\n[severity]\nundefined-role = "note"\n[per-file-ignores]\n"old/*" = ["SOP4"]\n', "utf-8"
    )
    out = sopgen("config").out
    lines = {line.partition(" = ")[0]: line.rpartition("  # ")[2] for line in out.splitlines() if " = " in line}
    assert lines["language"] == "sopgen.toml:1:1"
    assert lines["undefined-role"] == "sopgen.toml:3:1"
    assert lines['"old/*"'] == "sopgen.toml:5:1"
    assert lines["specs"] == lines["hours-per-day"] == "default"


def test_what_is_printed_means_the_same_when_it_is_read(sopgen, here: Path) -> None:
    (here / "sopgen.toml").write_text('ignore = ["SOP1"]\n[severity]\nunknown-form = "warning"\n', "utf-8")
    settings = read_settings(here / "sopgen.toml", "sopgen.toml")
    (here / "sopgen.toml").write_text(sopgen("config").out, "utf-8")
    again = read_settings(here / "sopgen.toml", "sopgen.toml")
    assert again._replace(origins={}, rules={}) == settings._replace(origins={}, rules={})


def test_the_options_of_every_rule_are_printed(sopgen, here: Path) -> None:
    printed = tomllib.loads(sopgen("config").out).get("rules", {})
    assert {name: set(table) for name, table in printed.items()} == {
        rule.name: {option.key for option in rule.options} for rule in RULES if rule.options
    }


def test_what_is_wrong_about_a_rule_is_told_at_its_place(sopgen, here: Path) -> None:
    (here / "sopgen.toml").write_text(
        '[severity]\nundefind-role = "note"\n[rules.qqq]\nx = 1\n[rules.undefined-role]\nmost = 1\n', "utf-8"
    )
    ran = sopgen("config", "--lang", "en")
    assert ran.code == 2
    assert [line for line in ran.err.splitlines() if ": error " in line] == [
        "sopgen.toml:2:1: error SOP071 unknown-setting: there is no setting `severity.undefind-role`",
        "sopgen.toml:3:2: error SOP071 unknown-setting: there is no setting `rules.qqq`",
        "sopgen.toml:6:1: error SOP071 unknown-setting: there is no setting `rules.undefined-role.most`",
    ]
    assert [line.partition("hint: ")[2] for line in ran.err.splitlines() if "hint: " in line] == [
        "did you mean `undefined-role`?",
        "`sopgen rule` lists all rules",
        "there is nothing to set about this rule",
    ]
