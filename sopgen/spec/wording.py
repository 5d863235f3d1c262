"""The sentences in which a spec's problems are told, in both languages."""

from __future__ import annotations

from sopgen.diagnostics import Message
from sopgen.source import Path
from sopgen.source.problems import LIST, MAP, TEXT
from sopgen.spec.kinds import Kind

FILE = Message(zh="文件", en="the file")
KEY = Message(zh="“{key}”", en="`{key}`")
ITEM = Message(zh="{holder}的第 {number} 项", en="item {number} of {holder}")

UNKNOWN_KEY = Message(zh="{holder}里没有“{key}”这个键", en="{holder} has no key `{key}`")
INDENT_LESS = Message(
    zh="“{key}”属于{holder}，请减少缩进；自己的键请以 x- 开头",
    en="`{key}` belongs to {holder}: indent it less; keys of your own begin with x-",
)
TOP_LEVEL = Message(zh="文件的最外层", en="the top level of the file")
GOES_INSIDE = Message(
    zh="“{key}”要写在{keys}里面；自己的键请以 x- 开头",
    en="`{key}` goes inside {keys}; keys of your own begin with x-",
)
KNOWN_KEYS = Message(
    zh="这里可以写：{keys}；自己的键请以 x- 开头", en="what may stand here: {keys}; keys of your own begin with x-"
)
IN_AN_SOP = Message(
    zh="“{key}”属于流程：请写进流程文件，再在 parts 的 sops 中收入那份文件",
    en="`{key}` belongs to an SOP: write it in a file of its own, and name that under `sops` of a part",
)
IN_SECTIONS = Message(
    zh="没有合适的键时，请写进 sections（自由章节）；自己的键请以 x- 开头",
    en="what no key fits goes into `sections`; keys of your own begin with x-",
)

MISSING = Message(zh="{holder}缺少“{key}”", en="{holder} has no `{key}`")
TOP_KEYS = {
    "sopgen": Message(zh="请在文件开头加上“sopgen: 1”", en="begin the file with `sopgen: 1`"),
    "id": Message(
        zh="请写文件编号，例如“id: AFS-SOP-2026-001”", en="give the document's number, such as `id: AFS-SOP-2026-001`"
    ),
    "title": Message(zh="请写标题，例如“title: 产品故障报修处理”", en="give the title, such as `title: Fault repair`"),
    "version": Message(zh="请写版本，例如“version: V1.0”", en="give the version, such as `version: V1.0`"),
    "purpose": Message(
        zh="请用一两句话写明目的：“purpose: …”", en="say in a sentence what it is to achieve: `purpose: …`"
    ),
}

EMPTY = Message(zh="{what}没有内容", en="{what} is empty")
FILL = Message(zh="请填写内容", en="fill it in")
FILL_OR_DELETE = Message(zh="请填写内容，或把它删去", en="fill it in, or delete it")
ONE_AT_LEAST = Message(zh="请至少写一项", en="write at least one item")

WRONG_SHAPE = Message(zh="{what}应为{wanted}，这里是{found}", en="{what} should be {wanted}, but this is {found}")
ONE = Message(zh="一个值", en="one value")
SHAPES = {"model_type": MAP, "dict_type": MAP, "tuple_type": LIST}
"""What was wanted where that was no text, by pydantic's name of the error."""
NAMES_NOT_LIST = Message(
    zh="请去掉各项前面的“- ”，写成“名称: 内容”", en="take the dashes away and write each item as `name: …`"
)
NAMES_NOT_TEXT = Message(zh="请在下一行缩进写“名称: 内容”", en="write `name: …` in the line below, indented")
ITEMS_NOT_NAMES = Message(
    zh="请在每一项前面写“- ”，名称写成它的 id：“- id: {name}”，其余各行在下面对齐",
    en="begin each item with a dash and write its name as its id, `- id: {name}`, with its keys below",
)
ITEMS_NOT_NUMBERS = Message(
    zh="请写成列表：每一项前面写“- ”，不写“{name}”，例如“- {item}”",
    en="write a list: begin each item with a dash in place of `{name}`, such as `- {item}`",
)
BRANCHES_AS_LIST = Message(
    zh="请写成列表，每个分支一项：“- {{when: {name}, go_to: {item}}}”",
    en="write a list with an item for each branch: `- {{when: {name}, go_to: {item}}}`",
)
BLOCK_OF_TEXT = Message(
    zh="多行文字请写成“{key}: |”，正文在下面各行缩进；列表和表格用 Markdown 书写",
    en="write a text of several lines as `{key}: |` with the text indented below; lists and tables are Markdown",
)
SIGNED_ONCE = ("prepared_by", "reviewed_by", "approved_by")
"""The keys with one person each."""
COUNTERSIGNED = Message(
    zh="这里只能写一个人，其余的人写进 countersigned_by（会签）",
    en="write one person here, and the others under `countersigned_by`",
)
ONE_VALUE = Message(zh="这里只能写一个值，不带括号和“- ”", en="write one value, without brackets or dashes")
AS_MAP = Message(
    zh="请在下面各行写“键: 值”，可以用的键有：{keys}", en="write `key: value` in the lines below; the keys are: {keys}"
)
DEFINED_ELSEWHERE = Message(
    zh="这里只写它的标识或名称，其余写在最外层的 {key} 里",
    en="write only its id or name here, and the rest under `{key}` at the top level",
)
DEFINED_IN = {
    Kind.ROLE: "roles",
    Kind.FORM: "forms",
    Kind.SCRIPT: "scripts",
    Kind.RECORD: "records",
    Kind.STATE: "states",
    Kind.PROCEDURE: "procedures",
    Kind.RESOURCE: "resources",
}
"""The key under which the things are defined that a kind of text names."""

NOT_AN_ID = Message(zh="“{value}”不能用作标识", en="`{value}` cannot be an id")
IDS_LOOK_LIKE = Message(
    zh="标识用小写字母、数字或汉字，词之间用连字符，例如 fault-repair",
    en="ids are lower-case words joined by hyphens, such as fault-repair; Chinese letters are allowed",
)
PART_NAME = Message(
    zh="章节的标识不能是“{value}”，它是文件中一个部分的键",
    en="a section cannot have the id `{value}`, the key of a part",
)
RENAME = Message(zh="请换一个标识，例如“{name}”", en="choose another id, such as `{name}`")
NOT_A_NUMBER = Message(zh="“{value}”不能用作文件编号", en="`{value}` cannot be a document number")
NUMBERS_LOOK_LIKE = Message(
    zh="文件编号由字母、数字、汉字和 - _ . / 组成，其中要有大写字母或数字，例如 AFS-SOP-2026-001",
    en="a number is made of letters, digits and - _ . /, with a capital letter or a digit, such as AFS-SOP-2026-001",
)
NOT_ONE_OF = Message(zh="{what}不能是“{value}”", en="{what} cannot be `{value}`")
ONE_OF = Message(zh="可以写：{words}", en="it may be: {words}")
NOT_A_FLAG = Message(zh="{what}应为 true 或 false，不能是“{value}”", en="{what} should be true or false, not `{value}`")
FLAGS = Message(zh="请写 true 或 false，也可以写 是 或 否", en="write true or false; 是 and 否 are understood too")
NOT_A_COUNT = Message(zh="{what}应为整数，不能是“{value}”", en="{what} should be a whole number, not `{value}`")
COUNTS = Message(zh="请只写数字，例如 3", en="write digits only, such as 3")
WRITE_VERSION = Message(zh="请写“sopgen: 1”", en="write `sopgen: 1`")
NOT_THIS_VERSION = Message(
    zh="本版本只读“sopgen: 1”，不认识“{value}”", en="this version reads `sopgen: 1`, not `{value}`"
)
SEE_STARTER = Message(zh="请对照 sopgen new 生成的样例", en="compare it with a starter that `sopgen new` writes")
NOT_UNDERSTOOD = Message(zh="{what}的写法无法理解", en="{what} cannot be understood as written")


def subject(path: Path) -> Message:
    """What stands at ``path``, as it is written, in the words of a sentence: a key, or the item of a list."""
    if not path:
        return FILE
    *holder, last = path
    if isinstance(last, int):
        return ITEM.format(number=last + 1, holder=subject(tuple(holder)))
    return KEY.format(key=last)


def found(value: object) -> Message:
    """What kind of thing ``value`` is, in words."""
    return MAP if isinstance(value, dict) else LIST if isinstance(value, list) else TEXT
