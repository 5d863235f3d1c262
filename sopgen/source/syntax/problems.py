"""The problems of YAML's syntax in an author's words: SOP024-SOP039, SOP044-SOP046."""

from __future__ import annotations

from typing import Final

from sopgen.diagnostics import Message
from sopgen.source.problems import Problem

TAB = Problem(
    "SOP024",
    "tab-indentation",
    Message(zh="这里用了制表符（Tab）", en="there is a tab here"),
    Message(
        zh="请换成空格；VS Code 可用“将缩进转换为空格”一次改完",
        en="use spaces; in VS Code, Convert Indentation to Spaces changes all of them",
    ),
)
UNCLOSED_QUOTE = Problem(
    "SOP025",
    "unclosed-quote",
    Message(zh="这里开始的引号没有结束", en="the quote that opens here is not closed"),
    Message(
        zh="请在这段文字的末尾加上 {quote}；文字里面的引号请用“ ”",
        en="put a {quote} at the end of the text; inside the text use “ ”",
    ),
)
TEXT_AFTER_QUOTE = Problem(
    "SOP026",
    "text-after-quote",
    Message(zh="引号已经结束，后面不能再有文字", en="the quoted text has ended, and nothing may follow it"),
    Message(
        zh="请把整段文字放进引号；文字里面的引号请用“ ”，或写成 \\\"（单引号里写成 ''）",
        en="put the whole text inside the quotes; a quote inside it is “ ”, or \\\" ('' in single quotes)",
    ),
)
UNKNOWN_ESCAPE = Problem(
    "SOP027",
    "unknown-escape",
    Message(zh="双引号里不能这样用反斜杠：{escape}", en="a backslash cannot be used like this here: {escape}"),
    Message(
        zh="请把 \\ 写成 \\\\，或改用单引号把整段文字括起来",
        en="write \\\\ for \\, or put the whole text in single quotes",
    ),
)
SPECIAL_START = Problem(
    "SOP028",
    "special-start",
    Message(zh="以 {sign} 开头的文字要加引号", en="a text that begins with {sign} needs quotes"),
    Message(zh="请写成 {quoted}", en="write {quoted}"),
)
COLON_IN_TEXT = Problem(
    "SOP029",
    "colon-in-text",
    Message(zh="文字里有冒号加空格，会被当作又一个键", en="a colon and a space inside a text read as another key"),
    Message(zh="请给整段文字加引号：{quoted}", en="put quotes around all of the text: {quoted}"),
)
MISSING_COLON = Problem(
    "SOP030",
    "missing-colon",
    Message(zh="“{text}”这一行不是“键: 值”", en="the line `{text}` is not `key: value`"),
    Message(
        zh="如果它是键，请加上半角冒号和空格；如果接着上面的文字，请缩进得比那个键更深，或用 | 写成文字块",
        en="after a key put a colon and a space; what goes on with the text above is indented deeper than its key",
    ),
)
WRONG_INDENTATION = Problem(
    "SOP031",
    "wrong-indentation",
    Message(zh="这一行的缩进与前面对不上", en="the indentation of this line does not fit the lines before it"),
    Message(
        zh="同一组的键要左对齐，同一列表的“- ”也要左对齐；接着写的文字要比它的键缩进更深",
        en="the keys of one map begin in one column, and so do the dashes of one list; text that goes on is deeper",
    ),
)
UNCLOSED_BRACKET = Problem(
    "SOP032",
    "unclosed-bracket",
    Message(zh="这里开始的 {bracket} 没有对应的 {closing}", en="the {bracket} that opens here has no {closing}"),
    Message(
        zh="请补上 {closing}；如果 {bracket} 属于文字，请给整段文字加引号",
        en="add the {closing}; if the {bracket} belongs to a text, put quotes around all of it",
    ),
)
TEXT_AFTER_BRACKET = Problem(
    "SOP033",
    "text-after-bracket",
    Message(zh="{closing} 后面不能再有文字", en="nothing may follow the {closing}"),
    Message(zh="如果整段是文字，请加引号：{quoted}", en="if all of this is a text, put quotes around it: {quoted}"),
)
MISSING_COMMA = Problem(
    "SOP034",
    "missing-comma",
    Message(zh="括号里的两项之间缺少半角逗号", en="a comma is missing between two items inside the brackets"),
    Message(
        zh="请用半角逗号加空格隔开各项；含有逗号、冒号或括号的文字请加引号",
        en="separate the items with `, `; put quotes around a text that contains a comma, a colon or a bracket",
    ),
)
TEXT_AFTER_BLOCK_SIGN = Problem(
    "SOP035",
    "text-after-block-sign",
    Message(
        zh="{sign} 表示文字块，同一行后面不能再有文字",
        en="{sign} begins a block of text: nothing may follow it in the line",
    ),
    Message(
        zh="请另起一行并缩进写文字；如果 {sign} 属于文字，请写成 {quoted}",
        en="write the text below, indented; if the {sign} belongs to it, write {quoted}",
    ),
)
LIST_AFTER_KEY = Problem(
    "SOP036",
    "list-after-key",
    Message(zh="列表不能从键的同一行开始", en="a list cannot begin in the line of its key"),
    Message(
        zh="请把“- ”移到下一行；如果 - 属于文字，请加引号",
        en="move the `- ` to the next line; put quotes around a text that begins with a dash",
    ),
)
UNOPENED_BRACKET = Problem(
    "SOP037",
    "unopened-bracket",
    Message(zh="多了一个 {bracket}", en="there is a {bracket} too many"),
    Message(
        zh="请删去它；如果它属于文字，请给整段文字加引号",
        en="delete it; if it belongs to a text, put quotes around all of it",
    ),
)
COLON_TOO_TIGHT = Problem(
    "SOP038",
    "colon-too-tight",
    Message(zh="冒号后面缺少空格", en="there is no space after the colon"),
    Message(
        zh="请在冒号后面空一格；如果冒号属于文字，请给整段文字加引号",
        en="put a space after the colon; if it belongs to a text, put quotes around all of it",
    ),
)
EMPTY_ITEM = Problem(
    "SOP044",
    "empty-item",
    Message(zh="这个逗号前面没有内容", en="there is nothing before this comma"),
    Message(
        zh='多余的逗号请删去；要留空的一项写 ""；以逗号开头的文字请加引号',
        en='delete a comma too many; write "" for an empty item; put quotes around a text that begins with a comma',
    ),
)
BRACKET_IN_TEXT = Problem(
    "SOP045",
    "bracket-in-text",
    Message(
        zh="文字里的 {bracket} 会被当作另一项的开始",
        en="a {bracket} inside a text reads as the beginning of another item",
    ),
    Message(zh="请给整段文字加引号：{quoted}", en="put quotes around all of the text: {quoted}"),
)
WIDE_SIGN = Problem(
    "SOP046",
    "wide-sign",
    Message(zh="“{sign}”不是 YAML 的符号", en="`{sign}` is not a sign that YAML knows"),
    Message(zh="请改成半角的 {ascii}", en="write {ascii}"),
)
NOT_YAML = Problem(
    "SOP039",
    "not-yaml",
    Message(zh="这里不符合 YAML 的写法", en="this is not how YAML is written"),
    Message(
        zh="请检查缩进、冒号后的空格、引号和括号是否成对；含特殊符号的文字请加引号",
        en="look at the indentation, the space after colons, and that quotes and brackets come in pairs; put quotes "
        "around a text with special characters",
    ),
)

COMMENT_IN_BRACKETS: Final = Message(
    zh="“ #”之后被当作注释，{closing} 也在其中；含 # 的文字请加引号",
    en="what follows ` #` is a comment, and the {closing} with it; put quotes around a text that contains a #",
)
COMMA_OF_TEXT: Final = Message(
    zh="请把“{sign}”改成半角逗号加空格：“, ”", en="`{sign}` does not separate two items: write a comma and a space"
)
ORDINARY_DASH: Final = Message(
    zh="列表项以半角的 - 加空格开头：“- ”", en="an item of a list begins with an ordinary dash and a space: `- `"
)
SPACE_AFTER_DASH: Final = Message(zh="请在 - 后面空一格", en="put a space after the dash")
VALUE_ABOVE: Final = Message(
    zh="上一行的键已经有值：如果这是另一个键，请与上面的键左对齐；如果接着上面的文字，请给整段文字加引号，"
    "或用 | 写成文字块",
    en="the key above already has a value: align this one with the keys above it; if it goes on with the text above, "
    "put quotes around all of the text, or write it as a block below |",
)
ITEM_AMONG_KEYS: Final = Message(
    zh="这里是一组键，不能有“- ”；列表要写在它自己的键下面",
    en="a list item cannot stand among keys; a list stands below a key of its own",
)
KEY_AMONG_ITEMS: Final = Message(
    zh="这里是列表：新的一项以“- ”开头，属于上一项的键要与该项的第一个键左对齐",
    en="this is a list: a new item begins with `- `, and a key of the item above is aligned with its first key",
)
PART_BEGINS: Final = Message(zh="它所在的部分从这里开始", en="the part it stands in begins here")
