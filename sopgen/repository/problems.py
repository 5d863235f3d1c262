"""The problems of a repository and its files. SOP060-SOP089 and SOP094 are this package's."""

from __future__ import annotations

from dataclasses import replace

from sopgen.diagnostics import Message, Severity
from sopgen.source.problems import Problem

MISSING_IMAGE = Problem(
    "SOP060",
    "missing-image",
    Message(zh="没有图片“{image}”", en="there is no image `{image}`"),
    Message(zh="路径从这份 YAML 文件所在的文件夹写起", en="write the path from the folder of this spec"),
)
IMAGE_OUTSIDE = Problem(
    "SOP061",
    "image-outside",
    Message(zh="图片“{image}”在仓库之外", en="the image `{image}` is outside the repository"),
    Message(
        zh="请把图片放进仓库（{root}），路径从这份 YAML 文件所在的文件夹写起",
        en="put the image inside the repository ({root}) and write its path from the folder of this spec",
    ),
)
IMAGE_ONLINE = Problem(
    "SOP061",
    "image-outside",
    Message(zh="图片“{image}”在网上，不在仓库里", en="the image `{image}` is on the web, not in the repository"),
    Message(zh="请把图片下载到仓库里，再写它的路径", en="save the image in the repository and write its path"),
)
NOT_AN_IMAGE = Problem(
    "SOP062",
    "not-an-image",
    Message(zh="“{image}”不是可以打印的图片", en="`{image}` is not an image that can be printed"),
    Message(zh="可用 PNG、JPEG、GIF、BMP 图片", en="PNG, JPEG, GIF and BMP images can be used"),
)
UNREADABLE_IMAGE = Problem(
    "SOP063",
    "unreadable-image",
    Message(zh="系统不允许读取图片“{image}”（{reason}）", en="the system does not let `{image}` be read ({reason})"),
    Message(zh="请检查图片文件的读取权限", en="check the permissions of the image file"),
)
NOT_A_SPEC = Problem(
    "SOP066",
    "not-a-spec",
    Message(zh="这个文件没有“sopgen:”这一行，已跳过", en="this file has no `sopgen:` line and was passed over"),
    Message(zh="如果它是一份流程，请在开头写“sopgen: 1”", en="if it is a procedure, begin it with `sopgen: 1`"),
    Severity.NOTE,
)
NO_SPECS = Problem(
    "SOP067",
    "no-specs",
    Message(
        zh="这里没有流程文件（带“sopgen:”一行的 .yaml）",
        en="there is no spec here: no .yaml file with a `sopgen:` line",
    ),
    Message(
        zh="用 sopgen new --list 看有哪些类型，再用 sopgen new 类型 新建一份",
        en="`sopgen new --list` shows what there is to begin from, `sopgen new TYPE` writes one",
    ),
)
NO_SPECS_FOLDER = Problem(
    "SOP068",
    "no-specs-folder",
    Message(zh="没有“{folder}”这个文件夹", en="there is no folder `{folder}`"),
    Message(
        zh="请写出文件或文件夹的路径，或用 sopgen new 类型 新建一份流程",
        en="give the path of a file or folder, or begin with `sopgen new TYPE`",
    ),
)
UNREADABLE_FOLDER = Problem(
    "SOP069",
    "unreadable-folder",
    Message(zh="系统不允许读取这个文件夹（{reason}）", en="the system does not let this folder be read ({reason})"),
    Message(zh="请检查文件夹的权限", en="check the permissions of the folder"),
)
BROKEN_SETTINGS = Problem(
    "SOP070",
    "broken-settings",
    Message(zh="从这里起读不懂", en="this cannot be read from here on"),
    Message(
        zh='每行写“键 = 值”，文字要加双引号，例如 specs = "specs"',
        en='write `key = value` lines, with double quotes around texts, as in specs = "specs"',
    ),
)
NO_VALUE = replace(
    BROKEN_SETTINGS,
    message=Message(
        zh="这里应为加双引号的文字、数、列表或 true、false",
        en="a text in double quotes, a number, a list, or true or false should stand here",
    ),
)
NO_EQUALS_SIGN = replace(BROKEN_SETTINGS, message=Message(zh="键后面没有 =", en="there is no = after the key"))
QUOTE_LEFT_OPEN = replace(
    BROKEN_SETTINGS,
    message=Message(zh="这一行的引号没有配对", en="the quote that opens on this line is not closed on it"),
    hint=Message(zh="在文字末尾补上引号", en="put the same quote at the end of the text"),
)
BRACKET_LEFT_OPEN = replace(
    BROKEN_SETTINGS,
    message=Message(zh="到这里为止，还有括号没有配对", en="a bracket is not closed before this"),
    hint=Message(zh="补上 ] 或 }}", en="add the ] or }}"),
)
BACKSLASH = replace(
    BROKEN_SETTINGS,
    message=Message(zh="双引号里不能只写一个反斜线", en="a backslash inside double quotes cannot stand alone"),
    hint=Message(zh="路径里写 /，或用单引号", en="write / in paths, or single quotes around the text"),
)
SET_TWICE = replace(
    BROKEN_SETTINGS,
    message=Message(zh="“{key}”写了两次", en="`{key}` is written twice"),
    hint=Message(zh="只保留一处", en="keep one of them"),
)
UNKNOWN_SETTING = Problem(
    "SOP071",
    "unknown-setting",
    Message(zh="没有“{key}”这一项设置", en="there is no setting `{key}`"),
    Message(zh="可用的有：{keys}", en="it may be: {keys}"),
)
LIST_RULES = Message(zh="全部规则用 sopgen rule 列出", en="`sopgen rule` lists all rules")
NOTHING_TO_SET = Message(zh="这条规则没有可以设置的选项", en="there is nothing to set about this rule")
WRONG_SETTING = Problem(
    "SOP072",
    "wrong-setting",
    Message(zh="“{key}”应为{wanted}", en="`{key}` should be {wanted}"),
)
CIRCULAR_SETTINGS = Problem(
    "SOP073",
    "circular-settings",
    Message(zh="“{file}”又直接或间接地引用了自己", en="`{file}` extends itself, directly or through others"),
    Message(zh="请去掉其中一个 extend", en="take one of the `extend` lines away"),
)
NO_LAYOUTS = replace(
    WRONG_SETTING,
    message=NO_SPECS_FOLDER.message,
    hint=Message(zh="路径从 sopgen.toml 所在的文件夹写起", en="write the path from the folder of sopgen.toml"),
)
SET_HERE = Message(zh="在这里设置", en="it is set here")
EXTENDED_HERE = Message(zh="在这里被引用", en="it is extended here")
MISSING_SOP = Problem(
    "SOP074",
    "missing-sop",
    Message(zh="没有“{name}”这份流程", en="there is no SOP `{name}`"),
    Message(
        zh="请写流程文件的路径（从手册所在的文件夹写起），或仓库中的文件编号",
        en="write the path of its file from the folder of the handbook, or a document number of the repository",
    ),
)
NESTED_HANDBOOK = Problem(
    "SOP075",
    "nested-handbook",
    Message(zh="“{name}”是手册，手册里只能收入流程", en="`{name}` is a handbook, and a handbook holds SOPs only"),
    Message(zh="请逐一写出要收入的流程", en="name the SOPs that it holds, one by one"),
)
OWN_HANDBOOK = Problem(
    "SOP075",
    "nested-handbook",
    Message(zh="手册收入了自己", en="the handbook names itself as one of its SOPs"),
    Message(zh="请改为要收入的流程", en="name the SOP that is meant"),
)
INVALID_SOP = Problem(
    "SOP076",
    "invalid-sop",
    Message(
        zh="“{name}”有错误（{count} 处），不能收入手册", en="`{name}` cannot stand in a handbook; errors in it: {count}"
    ),
    Message(zh="请先改正那份流程", en="fix that SOP first"),
)
REPEATED_SOP = Problem(
    "SOP064",
    "repeated-sop",
    Message(zh="“{name}”已经收入这本手册", en="`{name}` stands in this handbook already"),
    Message(
        zh="请删去其中一处；其他地方用 [[文件编号]] 引用它",
        en="delete one of the two, and refer to it by [[its number]] elsewhere",
    ),
)
FIRST_ENTRY = Message(zh="第一次在这里", en="it is first named here")
BROKEN_BASELINE = Problem(
    "SOP077",
    "broken-baseline",
    Message(zh="不能用作基线：{problem}", en="this cannot be used as a baseline: {problem}"),
    Message(
        zh="请检查路径；用 --write-baseline {file} 可以新写一份",
        en="check the path; `--write-baseline {file}` writes it anew",
    ),
)
NOT_JSON = Message(zh="这里不是有效的 JSON", en="it is not valid JSON here")
NOT_A_BASELINE = Message(zh="不是 sopgen 写的基线文件", en="sopgen did not write it as one")
WRONG_RECORD = Message(zh="第 {number} 条记录不完整", en="its record {number} is not complete")
STALE_BASELINE = Problem(
    "SOP078",
    "stale-baseline",
    Message(zh="基线中有 {count} 个问题已经不存在了", en="findings in the baseline that no longer occur: {count}"),
    Message(zh="请用 --write-baseline {file} 重写基线", en="write it anew with `--write-baseline {file}`"),
    Severity.NOTE,
)
SAME_OUTPUT = Problem(
    "SOP080",
    "same-output",
    Message(
        zh="这份文件和另一份会写到同一个文档“{target}”，两份都没有生成",
        en="this spec and another would both be written to `{target}`; neither was",
    ),
    Message(zh="请改掉其中一份的编号或标题", en="change the number or the title of one of them"),
)
OTHER_SOURCE = Message(zh="另一份在这里", en="the other one is here")
FOREIGN_FILE = Problem(
    "SOP081",
    "foreign-file",
    Message(
        zh="这里已有一个文件，它不是 sopgen 生成的，或生成后被修改过",
        en="there is a file here already that sopgen did not write, or that was changed after it did",
    ),
    Message(
        zh="请把它移走，或用 --output 换一个文件夹；确认不要它时加 --force",
        en="move it away, or choose another folder with --output; with --force it is overwritten",
    ),
)
LEFT_BEHIND = Problem(
    "SOP093",
    "left-behind-document",
    Message(
        zh="这份文档的编号或标题与“{target}”相同，但已经没有流程会生成它",
        en="this document has the number or the title of `{target}`, and no spec makes it any more",
    ),
    Message(
        zh="编号或标题改过的话，请删去它，或移到存档的地方",
        en="if the number or the title was changed, delete it or move it to the archive",
    ),
    Severity.WARNING,
)
UNWRITABLE_FOLDER = Problem(
    "SOP082",
    "unwritable-folder",
    Message(zh="无法写入这个文件夹：{reason}", en="this folder cannot be written to: {reason}"),
    Message(
        zh="请检查磁盘空间和文件夹权限，或用 --output 换一个文件夹",
        en="check the space on the disk and the permissions, or choose another folder with --output",
    ),
)
UNWRITABLE_FILE = Problem(
    "SOP083",
    "unwritable-file",
    Message(zh="无法写入这个文件：{reason}", en="this file cannot be written: {reason}"),
    Message(zh="如果它正在 Word 或 WPS 中打开，请先关闭", en="close it if it is open in Word or WPS"),
)
EXISTING_FILE = Problem(
    "SOP084",
    "existing-file",
    Message(zh="文件已经存在，没有改动它", en="the file exists already and was not changed"),
    Message(zh="请在命令后面写另一个路径", en="give another path"),
)
UNKNOWN_STARTER = Problem(
    "SOP085",
    "unknown-starter",
    Message(zh="没有“{name}”这种类型", en="there is no starter `{name}`"),
    Message(zh="可用的类型：{names}", en="it may be: {names}"),
)
WRONG_OPTION = Problem(
    "SOP086",
    "wrong-option",
    Message(zh="“{value}”不能用作{what}", en="`{value}` cannot be {what}"),
)
TAKEN_NUMBER = Problem(
    "SOP087",
    "taken-number",
    Message(zh="编号“{number}”已经有文件使用", en="the number `{number}` is taken"),
    Message(
        zh="请换一个编号，或不写 --id，自动取下一个空号", en="give another, or leave --id out for the next free one"
    ),
)
NO_GIT = Problem(
    "SOP079",
    "no-git",
    Message(zh="这里不是 git 仓库，或没有安装 git", en="this is not a git repository, or git is not installed"),
    Message(zh="--since 要在 git 仓库里用", en="use --since inside a git repository"),
)
UNTRUSTED_FOLDER = replace(
    NO_GIT,
    message=Message(
        zh="git 不肯读这个仓库，因为它的文件夹属于另一个用户",
        en="git does not read this repository, as its folder belongs to another user",
    ),
    hint=Message(
        zh='请运行 git config --global --add safe.directory "{folder}"',
        en='run git config --global --add safe.directory "{folder}"',
    ),
)
UNKNOWN_REVISION = Problem(
    "SOP094",
    "unknown-revision",
    Message(zh="git 里没有“{revision}”这个版本", en="git knows no revision `{revision}`"),
    Message(
        zh="请写分支、标签或提交，例如 origin/main；浅克隆请先取回历史",
        en="name a branch, a tag or a commit, such as origin/main; fetch its history first in a shallow clone",
    ),
)
NO_NUMBER = Problem(
    "SOP088",
    "no-number",
    Message(zh="不能自动编号：{problem}", en="no number can be made up: {problem}"),
    Message(zh="请用 --id 写出编号", en="give the number with --id"),
)
MISSING_OFFICE = Problem(
    "SOP065",
    "inexact-pages",
    Message(
        zh="没有找到 LibreOffice，目录里的页码是估计的", en="LibreOffice was not found: the page numbers are estimates"
    ),
    Message(
        zh="请安装 LibreOffice，或在 Word 里更新目录的域", en="install LibreOffice, or update the contents in Word"
    ),
    Severity.WARNING,
)
UNUSABLE_OFFICE = replace(
    MISSING_OFFICE,
    message=Message(
        zh="系统不能启动 LibreOffice（{reason}），目录里的页码是估计的",
        en="the system cannot start LibreOffice ({reason}): the page numbers are estimates",
    ),
)
SLOW_OFFICE = replace(
    MISSING_OFFICE,
    message=Message(
        zh="LibreOffice 过了 {seconds} 秒还没有排好版，目录里的页码是估计的",
        en="LibreOffice did not finish within {seconds} seconds: the page numbers are estimates",
    ),
    hint=Message(zh="请在 Word 里更新目录的域", en="update the contents in Word"),
)
UNREADABLE_PAGES = replace(
    SLOW_OFFICE,
    message=Message(
        zh="LibreOffice 没有说出每个标题的页码，目录里的页码是估计的",
        en="LibreOffice did not give the page of every heading: the page numbers are estimates",
    ),
)
