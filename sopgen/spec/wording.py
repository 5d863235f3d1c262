"""The sentences in which a spec's problems are told, in both languages."""

from __future__ import annotations

from sopgen.diagnostics import Message

UNKNOWN_KEY = Message(zh="没有“{key}”这个键", en="there is no key `{key}` here")
DID_YOU_MEAN = Message(zh="您是不是要写“{name}”？", en="did you mean `{name}`?")
INDENT_LESS = Message(
    zh="“{key}”属于{where}，请减少缩进；自己的键请以 x- 开头",
    en="`{key}` belongs {where}: indent it less; keys of your own begin with x-",
)
TOP_LEVEL = Message(zh="最外层", en="at the top level")
INSIDE = Message(zh="“{key}”", en="to `{key}`")
KNOWN_KEYS = Message(
    zh="这里可以写：{keys}；自己的键请以 x- 开头", en="what may stand here: {keys}; keys of your own begin with x-"
)
MISSING_AT_TOP = Message(zh="缺少“{key}”", en="`{key}` is missing")
MISSING = Message(zh="“{holder}”中缺少“{key}”", en="`{key}` is missing in `{holder}`")
ADD_KEY = Message(zh="请加上“{key}: …”", en="add `{key}: …`")
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
EMPTY = Message(zh="“{key}”没有内容", en="`{key}` is empty")
FILL_OR_DELETE = Message(zh="请填写内容，或删去这一行", en="fill it in, or delete the line")
WRONG_SHAPE = Message(zh="“{key}”应为{wanted}，这里是{found}", en="`{key}` should be {wanted}, but this is {found}")
TEXT = Message(zh="一段文字", en="a text")
MAP = Message(zh="“键: 值”的形式", en="a map of `key: value`")
LIST = Message(zh="列表", en="a list")
SHAPES = {
    "string_type": TEXT,
    "model_type": MAP,
    "model_attributes_type": MAP,
    "dict_type": MAP,
    "tuple_type": LIST,
    "list_type": LIST,
}
QUOTE_REFERENCE = Message(
    zh='以 [[ 开头的文字要加引号："[[…]]"', en='put quotes around a text that begins with [[, as in "[[…]]"'
)
QUOTE_COLON = Message(zh="文字中有“: ”时请给整段文字加引号", en="put quotes around a text that contains `: `")
NOT_AN_ID = Message(zh="“{value}”不能用作标识", en="`{value}` cannot be an id")
IDS_LOOK_LIKE = Message(
    zh="标识用小写字母、数字或汉字，词之间用连字符，例如 fault-repair",
    en="ids are lower-case words joined by hyphens, such as fault-repair; Chinese letters are allowed",
)
NOT_A_NUMBER = Message(zh="“{value}”不能用作文件编号", en="`{value}` cannot be a document number")
NUMBERS_LOOK_LIKE = Message(
    zh="文件编号由大写字母、数字和 - _ . / 组成，例如 AFS-SOP-2026-001",
    en="a number is made of capital letters, digits and - _ . /, such as AFS-SOP-2026-001",
)
NOT_ONE_OF = Message(zh="“{key}”不能是“{value}”", en="`{key}` cannot be `{value}`")
ONE_OF = Message(zh="可以写：{words}", en="it may be: {words}")
NO_HANDBOOKS = Message(zh="本版本还不能处理手册（handbook）", en="this version does not read handbooks")
NOT_A_FLAG = Message(
    zh="“{key}”应为 true 或 false（是或否），不能是“{value}”", en="`{key}` should be true or false, not `{value}`"
)
NOT_A_COUNT = Message(zh="“{key}”应为整数，不能是“{value}”", en="`{key}` should be a whole number, not `{value}`")
NOT_THIS_VERSION = Message(
    zh="本版本只读“sopgen: 1”，不认识“{value}”", en="this version reads `sopgen: 1`, not `{value}`"
)
NOT_UNDERSTOOD = Message(zh="“{key}”的写法无法理解", en="`{key}` cannot be understood as written")


def found(value: object) -> Message:
    """What kind of thing ``value`` is, in words."""
    return MAP if isinstance(value, dict) else LIST if isinstance(value, list) else TEXT
