"""The problems of files and of YAML: their codes, names and sentences. SOP001-SOP049 are this package's."""

from __future__ import annotations

from collections.abc import Iterable

from sopgen.diagnostics import Diagnostic, Location, Message, Related, Severity
from sopgen.frozen import frozen


@frozen
class Problem:
    """A kind of problem; ``{name}`` in its sentences is filled in where it is found.

    Attributes:
        code: ``SOP`` and three digits.
        rule: its name, in kebab case.
        message: what is wrong.
        hint: what to do about it.
        severity: an error keeps a file from being read, a warning does not.
    """

    code: str
    rule: str
    message: Message
    hint: Message | None = None
    severity: Severity = Severity.ERROR

    def at(
        self, location: Location, *, hint: Message | None = None, related: Iterable[Related] = (), **values: object
    ) -> Diagnostic:
        """The diagnostic of this problem at a place; ``hint`` stands in for the usual one, as it is."""
        return Diagnostic(
            self.code,
            self.rule,
            self.severity,
            self.message.format(**values),
            location,
            hint or (self.hint.format(**values) if self.hint else None),
            tuple(related),
        )


TEXT = Message(zh="一段文字", en="a text")
MAP = Message(zh="“键: 值”的形式", en="a map of `key: value`")
LIST = Message(zh="列表", en="a list")

MISSING_FILE = Problem(
    "SOP001",
    "missing-file",
    Message(zh="这个文件不存在", en="this file does not exist"),
    Message(zh="请检查路径和文件名", en="check the path and the name"),
)
NOT_A_FILE = Problem(
    "SOP002",
    "not-a-file",
    Message(zh="这里要一个文件，而这是{what}", en="a file is needed here, but this is {what}"),
    Message(zh="请写出文件本身的路径", en="give the path of the file itself"),
)
UNREADABLE_FILE = Problem(
    "SOP003",
    "unreadable-file",
    Message(zh="系统不允许读取这个文件（{reason}）", en="the system does not let this file be read ({reason})"),
    Message(
        zh="请检查文件和所在文件夹的读取权限，以及它是否被别的程序占用",
        en="check the permissions of the file and its folder, and that no other program holds it",
    ),
)
BROKEN_LINK = Problem(
    "SOP004",
    "broken-link",
    Message(zh="这是一个链接，它指向的“{target}”不存在", en="this is a link to `{target}`, which does not exist"),
    Message(zh="请把链接改到现有的文件，或换成文件本身", en="link to a file that exists, or put the file here itself"),
)
LARGE_FILE = Problem(
    "SOP005",
    "file-too-large",
    Message(zh="文件有 {size} MB，超过上限 {limit} MB", en="the file has {size} MB, more than the limit of {limit} MB"),
    Message(
        zh="一个文件只写一份流程；图片和附件请单独存放，在文中写路径",
        en="write one procedure a file; keep pictures and attachments outside and give their paths",
    ),
)
WRONG_ENCODING = Problem(
    "SOP006",
    "wrong-encoding",
    Message(zh="文件不是 UTF-8 编码，看起来是 {encoding}", en="the file is not in UTF-8; it looks like {encoding}"),
    Message(
        zh="请另存为 UTF-8：VS Code 点右下角的编码名，先“通过编码重新打开”选 {encoding}，再“通过编码保存”选 UTF-8；"
        "记事本“另存为”时编码选 UTF-8",
        en="save it as UTF-8: in VS Code click the encoding at the bottom right, choose Reopen with Encoding "
        "{encoding}, then Save with Encoding UTF-8; in Notepad, Save as with the encoding UTF-8",
    ),
)
BROKEN_UTF8 = Problem(
    "SOP007",
    "broken-utf-8",
    Message(
        zh="这里的字节 0x{byte} 不是有效的 UTF-8，文件可能损坏或不完整",
        en="the byte 0x{byte} here is not valid UTF-8; the file may be damaged or cut off",
    ),
    Message(
        zh="请在编辑器中改正此处的乱码，再以 UTF-8 编码保存；或从备份恢复文件",
        en="correct the garbled text here in an editor and save the file as UTF-8, or take it from a backup",
    ),
)
NOT_TEXT = Problem(
    "SOP008",
    "not-text",
    Message(zh="这是 {what} 文件，不是 YAML 文本", en="this is a {what} file, not YAML text"),
    Message(zh="请给出流程的 .yaml 文件", en="give the .yaml file of the procedure"),
)
FORBIDDEN_CHARACTER = Problem(
    "SOP009",
    "forbidden-character",
    Message(zh="文档中不能有字符 {character}", en="the character {character} cannot stand in a document"),
    Message(
        zh="请删去它；它看不见，多半是从 Word 或网页粘贴来的，要换行请直接回车",
        en="delete it; it is invisible and often comes with text pasted from Word or a web page",
    ),
)
EMPTY_FILE = Problem(
    "SOP010",
    "empty-file",
    Message(zh="文件是空的", en="the file is empty"),
    Message(
        zh="请从“sopgen: 1”写起，或用 sopgen new 生成一份", en="begin with `sopgen: 1`, or make one with `sopgen new`"
    ),
)
SEVERAL_DOCUMENTS = Problem(
    "SOP011",
    "several-documents",
    Message(zh="一个文件里只能有一份 YAML 文档，这里开始了第二份", en="a second YAML document begins here"),
    Message(
        zh="请删去 --- 或 ... 这一行，或把后面的内容移到另一个文件",
        en="delete the line `---` or `...`, or move what follows to a file of its own",
    ),
)
NOT_A_MAP = Problem(
    "SOP012",
    "not-a-map",
    Message(
        zh="文件最外层应为“键: 值”，而这是{what}", en="the file should hold `key: value` lines, but this is {what}"
    ),
    Message(
        zh="请从“sopgen: 1”写起，冒号用半角，后面空一格", en="begin with `sopgen: 1`: an ASCII colon, then a space"
    ),
)
DUPLICATE_KEY = Problem(
    "SOP013",
    "duplicate-key",
    Message(zh="键“{key}”在这里写了两次", en="the key `{key}` is written twice here"),
    Message(zh="请合并两处，或改掉其中一个的名字", en="merge the two, or rename one"),
)
EMPTY_KEY = Problem(
    "SOP014",
    "empty-key",
    Message(zh="冒号前面没有键", en="there is no key before the colon"),
    Message(zh="请在冒号前写上键；如果是文字，请加引号", en="write a key before the colon; put quotes around a text"),
)
COMPOUND_KEY = Problem(
    "SOP015",
    "compound-key",
    Message(zh="键必须是文字，而这是{what}", en="a key must be a text, but this is {what}"),
    Message(
        zh='文字以 {{ 或 [ 开头时请加引号，例如 "{{姓名}}"',
        en='put quotes around a text that begins with {{ or [, as in "{{name}}"',
    ),
)
TAG = Problem(
    "SOP016",
    "tag",
    Message(
        zh="“{tag}”以 ! 开头，会被当作 YAML 标签，这里不接受标签",
        en="`{tag}` is a YAML tag, and tags are not accepted",
    ),
    Message(
        zh="如果它是文字的一部分，请把整段文字加上引号；否则请删去",
        en="if it belongs to the text, put quotes around the whole text; otherwise delete it",
    ),
)
UNDEFINED_ALIAS = Problem(
    "SOP017",
    "undefined-alias",
    Message(
        zh="“*{name}”会被当作 YAML 别名，而前面没有“&{name}”",
        en="`*{name}` is a YAML alias, but there is no `&{name}` before it",
    ),
    Message(zh='如果它是文字，请加引号："*{name}"', en='if it is a text, put quotes around it: "*{name}"'),
)
CYCLIC_ALIAS = Problem(
    "SOP018",
    "cyclic-alias",
    Message(zh="“*{name}”引用了它自己所在的部分", en="`*{name}` repeats the part that it stands in itself"),
    Message(zh="请在这里写出内容，或把它移到“&{name}”之外", en="write the content out, or move it outside `&{name}`"),
)
ALIAS_BOMB = Problem(
    "SOP019",
    "alias-bomb",
    Message(
        zh="别名重复的内容展开后超过 {limit} 个字符", en="what aliases repeat comes to more than {limit} characters"
    ),
    Message(zh="请直接写出内容，少用别名", en="write the content out, and use fewer aliases"),
)
DEEP_NESTING = Problem(
    "SOP020",
    "deep-nesting",
    Message(zh="嵌套超过 {limit} 层", en="there are more than {limit} levels of nesting"),
    Message(zh="请检查是否漏了右括号或缩进有误", en="look for a missing closing bracket or wrong indentation"),
)
BAD_MERGE = Problem(
    "SOP021",
    "bad-merge",
    Message(zh="“<<”后面应为“键: 值”的内容或其别名", en="`<<` wants a map, an alias of one, or a list of these"),
    Message(zh="请写成“<<: *名字”，该名字须指向一组“键: 值”", en="write `<<: *name`, where the name stands for a map"),
)
KEY_WITHOUT_VALUE = Problem(
    "SOP022",
    "key-without-value",
    Message(zh="花括号里的“{key}”没有值", en="`{key}` has no value inside the braces"),
    Message(
        zh="如果逗号或花括号属于文字，请给整段文字加引号；否则请写成“{key}: 值”，用半角冒号加一个空格",
        en="if the comma or the braces belong to a text, put quotes around all of it; otherwise write `{key}: value`, "
        "with an ASCII colon and a space",
    ),
)
WIDE_INDENTATION = Problem(
    "SOP023",
    "wide-indentation",
    Message(zh="这一行用全角空格或不间断空格缩进", en="this line is indented with full-width or no-break spaces"),
    Message(zh="请换成半角空格", en="use ordinary spaces"),
)
FULL_WIDTH_COLON = Message(
    zh="请把全角冒号改成半角冒号加空格：“{name}: ”", en="write an ASCII colon and a space: `{name}: `"
)
ORDINARY_SPACE = Message(
    zh="冒号后面不是普通的空格，请删去重打：“{name}: ”",
    en="what follows the colon is no ordinary space: delete it and type one, `{name}: `",
)
SPACE_AFTER_COLON = Message(zh="请在冒号后面空一格：“{name}: ”", en="put a space after the colon: `{name}: `")

CUT_OFF_TEXT = Problem(
    "SOP040",
    "cut-off-text",
    Message(
        zh="“ #”之后被当作注释，“{comment}”不会印出", en="what follows ` #` is a comment: `{comment}` is not printed"
    ),
    Message(
        zh="如果它属于文字，请给整段文字加引号；如果是注释，请在 # 后空一格",
        en="if it belongs to the text, put quotes around all of it; if it is a comment, put a space after the #",
    ),
    Severity.WARNING,
)
COLON_WITHOUT_SPACE = Problem(
    "SOP041",
    "colon-without-space",
    Message(zh="“{key}”被当作文字，不是键", en="`{key}` is read as text, not as a key"),
    Message(
        zh="如果它是键，请写“{name}: ”，用半角冒号加一个空格；如果是文字，请加引号",
        en="for a key write `{name}: `, with an ASCII colon and a space; put quotes around a text",
    ),
    Severity.WARNING,
)
DASH_WITHOUT_SPACE = Problem(
    "SOP042",
    "dash-without-space",
    Message(zh="“-”后面没有空格，这一行不是列表项", en="without a space after `-` this line is not a list item"),
    Message(
        zh="请在 - 后面空一格；如果 - 属于文字，请加引号",
        en="put a space after the dash; put quotes around a text that begins with a dash",
    ),
    Severity.WARNING,
)
SPLIT_ITEM = Problem(
    "SOP047",
    "split-item",
    Message(zh="“{text}”成了单独的一项", en="`{text}` has become an item of its own"),
    Message(
        zh="方括号里的半角逗号用来隔开各项；如果逗号属于文字，请给整段文字加引号",
        en="a comma in brackets separates items; if it belongs to the text, put quotes around all of it",
    ),
    Severity.WARNING,
)
SWALLOWED_ITEM = Problem(
    "SOP043",
    "swallowed-item",
    Message(
        zh="以“- ”开头的这一行成了上面那段文字的一部分",
        en="this line begins with `- ` but is part of the text above it",
    ),
    Message(
        zh="列表写在键的下一行，键的冒号后面不写文字，各项的“- ”左对齐；如果确是文字，请用 | 写成文字块",
        en="begin a list in the line below its key, with nothing after the colon and the dashes in one column; "
        "write a text of several lines as a block below |",
    ),
    Severity.WARNING,
)
