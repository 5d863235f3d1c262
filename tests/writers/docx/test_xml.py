from __future__ import annotations

import pytest

from sopgen.writers.docx.xml import attribute, characters, escape


@pytest.mark.parametrize(
    ("text", "xml"),
    [
        ("plain", "plain"),
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("全角　空格", "全角　空格"),
        ("bell\x07 and \ufffe and \ud800", "bell and  and "),
    ],
)
def test_markup_is_escaped_and_what_xml_forbids_is_left_out(text: str, xml: str) -> None:
    assert escape(text) == xml


def test_attributes_stay_on_one_line_in_their_quotes() -> None:
    assert attribute('say "hi"\nthere\t<now>') == "say &quot;hi&quot; there &lt;now&gt;"


@pytest.mark.parametrize(
    ("text", "xml"),
    [
        ("步骤", "<w:t>步骤</w:t>"),
        ("", "<w:t></w:t>"),
        (" led", '<w:t xml:space="preserve"> led</w:t>'),
        ("a\nb", "<w:t>a</w:t><w:br/><w:t>b</w:t>"),
        ("a\r\nb\rc", "<w:t>a</w:t><w:br/><w:t>b</w:t><w:br/><w:t>c</w:t>"),
        ("\ta\n", "<w:tab/><w:t>a</w:t><w:br/>"),
        ("a \nb", '<w:t xml:space="preserve">a </w:t><w:br/><w:t>b</w:t>'),
    ],
)
def test_runs_keep_spaces_breaks_and_tabs(text: str, xml: str) -> None:
    assert characters(text) == xml
