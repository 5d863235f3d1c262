"""The problems of house templates. SOP620-SOP629 are this package's."""

from __future__ import annotations

from sopgen.diagnostics import Message, Severity
from sopgen.source.problems import Problem

SAVE_AS_DOCX = Message(
    zh="请在 Word 或 WPS 里打开它，另存为不带宏、不加密的“Word 文档（*.docx）”",
    en="open it in Word or WPS and save it as a “Word document (*.docx)” without macros and without a password",
)
BROKEN = Message(zh="文件已损坏，或不是 Word 文档", en="it is damaged, or no Word document")
ENCRYPTED = Message(zh="文件已加密（设有打开密码）", en="it is encrypted: it takes a password to open it")
OLD_FORMAT = Message(zh="它是旧的 .doc 格式", en="it is in the old .doc format")
MACROS = Message(zh="它带有宏", en="it holds macros")
STRICT = Message(zh="它是“Strict Open XML”格式", en="it is in the “Strict Open XML” format")
TOO_LARGE = Message(zh="解开后太大", en="it is too large when unpacked")

UNUSABLE = Problem(
    "SOP620",
    "unusable-template",
    Message(zh="这个文件不能用：{reason}", en="this file cannot be used: {reason}"),
    SAVE_AS_DOCX,
)
NO_BODY = Problem(
    "SOP621",
    "no-place-for-body",
    Message(zh="模板没有说正文放在哪里", en="the template does not say where the document goes"),
    Message(
        zh="请在模板正文里另起一段，只写 {{{{ body }}}}",
        en="write {{{{ body }}}} in its text, as a paragraph of its own",
    ),
)
ALMOST_BODY = Message(
    zh="正文第 {paragraph} 段的“{text}”请改成半角小写的 {{{{ body }}}}",
    en="write “{text}” in paragraph {paragraph} of the text as {{{{ body }}}}, in half-width, lower-case letters",
)
SEVERAL_BODIES = Problem(
    "SOP621",
    "no-place-for-body",
    Message(
        zh="模板里有 {count} 处 {{{{ body }}}}，正文只能放一次",
        en="the template has {{{{ body }}}} in {count} places, and the document goes in once",
    ),
    Message(zh="请只留一处", en="keep one of them"),
)
MISPLACED_BODY = Problem(
    "SOP621",
    "no-place-for-body",
    Message(
        zh="{part}第 {paragraph} 段的 {{{{ body }}}} 放错了地方",
        en="{{{{ body }}}} cannot stand where it does, in paragraph {paragraph} of {part}",
    ),
    Message(
        zh="它必须在正文里独占一段，不能在表格、文本框、页眉或页脚里",
        en="it has to be a paragraph of its own in the text, not in a table, a text box, a header or a footer",
    ),
)
WRONG_TAG = Problem(
    "SOP622",
    "wrong-tag",
    Message(
        zh="{part}第 {paragraph} 段的标签 {tag} 不对：{problem}",
        en="the tag {tag} in paragraph {paragraph} of {part} is wrong: {problem}",
    ),
)
MISSING_STYLES = Problem(
    "SOP623",
    "missing-styles",
    Message(
        zh="模板缺少样式，已照样式表补上：{names}",
        en="the template lacks some styles, and those of the style sheet were added: {names}",
    ),
    Message(
        zh="想要自己的样子，就在模板里建同名的样式，sopgen template new 写出的文件里全都有；"
        "或用 sopgen style learn 照模板写出样式表，生成时加 --style",
        en="to change how they look, make styles of these names, all of which `sopgen template new` writes; or "
        "learn a style sheet from the template by `sopgen style learn`, and give it by --style",
    ),
    Severity.NOTE,
)
UNNUMBERED_HEADINGS = Problem(
    "SOP624",
    "unnumbered-headings",
    Message(
        zh="模板的标题样式没有多级编号，已照样式表编号",
        en="the template's heading styles have no numbering, and that of the style sheet was added",
    ),
    Message(
        zh="想要自己的编号，就在模板里把多级列表链接到“标题 1”至“标题 4”",
        en="to have another, link a multilevel list to heading 1 to heading 4 in the template",
    ),
    Severity.NOTE,
)
CIRCULAR_STYLES = Problem(
    "SOP625",
    "circular-styles",
    Message(
        zh="模板的样式“{name}”绕了一圈又基于它自己，已断开",
        en="the style `{name}` of the template is based on itself by a detour, which was cut",
    ),
    Message(
        zh="请在 Word 的“修改样式”里改它的“样式基准”", en="change what it is based on, under “Modify style” in Word"
    ),
    Severity.WARNING,
)
TRACKED_CHANGES = Problem(
    "SOP626",
    "tracked-changes",
    Message(
        zh="模板带有修订痕迹，生成的每份文档里都会有",
        en="the template has tracked changes, which every document made from it has too",
    ),
    Message(zh="请在 Word 的“审阅”里接受或拒绝全部修订", en="accept or reject all of them under “Review” in Word"),
    Severity.WARNING,
)
OWN_STYLES = Message(zh="sopgen 自己的样式 {count} 个", en="{count} of sopgen's own")

MAIN = Message(zh="正文", en="the text")
HEADER = Message(zh="页眉（{file}）", en="the header ({file})")
FOOTER = Message(zh="页脚（{file}）", en="the footer ({file})")
NOTES = Message(zh="脚注或尾注（{file}）", en="the notes ({file})")
OWN_KEY = Message(zh='自己的键请写成 sop.x["{name}"]', en='a key of your own is written sop.x["{name}"]')
ONE_OF = Message(zh="这里可以写：{names}", en="it may be: {names}")
UNCLOSED = Message(zh="没有写完，同一段里找不到“{end}”", en="it is not closed by `{end}` in the same paragraph")
NOT_UNDERSTOOD = Message(zh="写法看不懂", en="it cannot be understood")
NOT_ALLOWED = Message(zh="模板里不允许这样做", en="templates are not allowed to do this")
FAILED = Message(zh="算不出结果", en="it cannot be worked out")
UNKNOWN_WORD = Message(zh="没有“{name}”这个标签", en="there is no tag `{name}`")
UNKNOWN_FILTER = Message(zh="没有“{name}”这个过滤器", en="there is no filter `{name}`")
BLOCK_LEFT_OPEN = Message(
    zh="成对的标签没有配上（如 if 与 endif）", en="tags that belong in pairs do not match, such as if and endif"
)
TORN = Message(zh="成对的标签不在同样的位置", en="tags that belong in pairs do not stand at the same depth")
HOW_TO_TAG = Message(
    zh="写成 {{ sop.title }}、{{ sop.prepared_by.name }}、{% if sop.department %}…{% endif %} 这样",
    en="write tags like {{ sop.title }}, {{ sop.prepared_by.name }}, {% if sop.department %}…{% endif %}",
)
