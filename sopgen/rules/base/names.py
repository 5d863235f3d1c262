"""Names of people as documents write them: written out, masked, or a position in their place."""

from __future__ import annotations

import re

_MASK = re.compile("[*＊×xX○〇某□]")
_LATIN = re.compile(r"[^\W\d_]+(?:[ .'-]+[^\W\d_]+)*\.?")
_HAN = re.compile("[一-鿿]{2,4}|[一-鿿]+(?:·[一-鿿]+)+")
_NO_NAME = re.compile(
    "[部组科室处司会站店中心]$|专员|人员|经理|主管|主任|总监|总裁|总经理|领导|组长|班长|工程师|代表|负责人|管理员|待定|待填|姓名"
)
_NO_ENGLISH_NAME = re.compile(
    r"\b(?:manager|specialist|officer|team|department|dept|group|director|lead|supervisor|engineer|agent|clerk|owner"
    r"|committee|office|centre|center|desk|service|quality|head|counsel|tbd|todo|name)\b",
    re.IGNORECASE,
)


def is_masked(name: str) -> bool:
    """Whether a name hides who it is: ``王*``, ``Wang *``, 李某, ``Zhao M.`` is not hidden enough."""
    return bool(_MASK.search(name)) if not name.isascii() else "*" in name


def is_name(text: str) -> bool:
    """Whether a text is the name of a person, masked or not, and not of a position or department or left open."""
    plain = _MASK.sub("", text).strip() if is_masked(text) else text.strip()
    if not plain or _NO_NAME.search(plain) or _NO_ENGLISH_NAME.search(plain):
        return False
    return bool(_LATIN.fullmatch(plain) or _HAN.fullmatch(plain) or is_masked(text))
