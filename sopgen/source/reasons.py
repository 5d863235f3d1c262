"""Why the system refused something, in words."""

from __future__ import annotations

import errno
from typing import Final

from sopgen.diagnostics import Message

_NO_PERMISSION: Final = Message(zh="没有权限", en="no permission")
_FULL: Final = Message(zh="磁盘已满", en="the disk is full")
_NOT_A_FOLDER: Final = Message(zh="路径中有一段是文件，不是文件夹", en="a part of the path is a file, not a folder")
_NO_SUCH_LETTERS: Final = Message(
    zh="系统的区域设置写不出这个名称，请用 LC_ALL=C.UTF-8",
    en="the locale of the system has no letters for the name; set LC_ALL=C.UTF-8",
)
_REASONS: Final = {
    errno.ENOENT: Message(zh="文件不存在", en="there is no such file"),
    errno.EISDIR: Message(zh="这是一个文件夹", en="it is a folder"),
    errno.EACCES: _NO_PERMISSION,
    errno.EPERM: _NO_PERMISSION,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EBUSY: Message(zh="系统正在使用它", en="the system is using it"),
    errno.EROFS: Message(zh="磁盘是只读的", en="the disk is read-only"),
    errno.EEXIST: _NOT_A_FOLDER,
    errno.ENOTDIR: _NOT_A_FOLDER,
    errno.ENAMETOOLONG: Message(zh="名称太长", en="the name is too long"),
}


def reason(error: OSError | UnicodeEncodeError) -> Message | str:
    """Why ``error`` was raised; what the system says where there are no words for it."""
    if isinstance(error, UnicodeEncodeError):
        return _NO_SUCH_LETTERS
    return _REASONS.get(error.errno or 0) or str(error.strerror)
