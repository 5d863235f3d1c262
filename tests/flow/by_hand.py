"""Flows made by hand, each with something that is hard to draw, and the frames they are drawn in."""

from __future__ import annotations

from typing import Any

from flows import spec_text

from sopgen.flow.placement import Frame

A4 = Frame(415, 700, 640, (698, 400))
FRAMES = {"endless": Frame(), "A4": A4}
A6 = Frame(250, 330, 300, (330, 250))
NARROW = {"gongwen": Frame(442, 637, 590, (637, 395)), "A6": A6}
"""Frames in which much has to be cut; ``gongwen`` is the page of GB/T 9704."""


def spec(steps: list[Any], roles: int) -> str:
    """A spec whose steps go from role to role."""
    names = [f"role{number}" for number in range(roles)]
    for number, step in enumerate(steps):
        step.setdefault("id", f"s{number}")
        step.setdefault("action", f"办理第{number}项业务并登记")
        step.setdefault("role", names[number * 7 // 3 % roles])
    return spec_text({"roles": {name: f"角色{name}" for name in names}, "steps": steps})


def ask(*ways: str) -> dict[str, Any]:
    """A question whose ways lead to steps; an empty one leads on."""
    return {"branches": [{"when": f"情形{way or '正常'}", **({"go_to": way} if way else {})} for way in ways]}


def tracks(*roles: str) -> list[dict[str, Any]]:
    return [
        {"title": f"路线{role}", "steps": [{"action": "查询", "role": role}, {"action": "办理", "role": role}]}
        for role in roles
    ]


CASES = {
    "loops within loops": spec(
        [{}, {}, {}, {"decision": ask("s2", "")}, {}, {"decision": ask("s1", "")}, {}, {"decision": ask("s0", "")}], 3
    ),
    "a five-way decision": spec([{}, {"decision": ask("s2", "s3", "s4", "s5", "")}, {}, {}, {}, {}, {}], 4),
    "a five-way decision in one lane": spec([{}, {"decision": ask("s2", "s3", "s4", "s5", "")}, {}, {}, {}, {}, {}], 1),
    "three parallel tracks": spec([{}, {"parallel": tracks("role0", "role1", "role2")}, {}], 3),
    "three parallel tracks in one lane": spec([{}, {"parallel": tracks("role0", "role0", "role0")}, {}], 2),
    "jumps over ten steps": spec([{}, {"decision": ask("s12", "")}, *({} for _ in range(11)), {"decision": ask("s2", "")}, {}], 3),
    "one role only": spec([{"decision": ask(f"s{number + 3}", "")} if number % 4 == 1 else {} for number in range(16)], 1),
    "nine roles": spec([{"decision": ask(f"s{number - 4}", "")} if number % 5 == 4 else {} for number in range(27)], 9),
    "a step that leads to itself": spec([{}, {"decision": ask("s1", "")}, {}], 2),
    "120 steps": spec(
        [{"decision": ask(f"s{number - number % 11}", "")} if number % 6 == 5 else {} for number in range(120)], 6
    ),
    "a single step": spec([{}], 1),
}  # fmt: skip

TICKET = spec_text(
    {
        "states": [
            {"id": "open", "name": "待检测", "next": [{"to": "testing", "action": "登记完成"}]},
            {
                "id": "testing",
                "name": "检测中",
                "next": [
                    {"to": "testing", "action": "延长检测时间"},
                    {"to": "repair", "action": "确认故障"},
                    {"to": "returned", "action": "未发现故障"},
                ],
            },
            {
                "id": "repair",
                "name": "维修中",
                "next": [
                    {"to": "recheck", "action": "维修完成"},
                    {"to": "repair", "action": "等待备件到货"},
                    {"to": "scrap", "action": "备件停产"},
                ],
            },
            {
                "id": "recheck",
                "name": "复检中",
                "next": [
                    {"to": "returned", "action": "复检合格"},
                    {"to": "repair", "action": "复检不合格"},
                    {"to": "scrap", "action": "两次复检不合格，转报废"},
                ],
            },
            {"id": "returned", "name": "已返还", "next": [{"to": "open", "action": "客户拒收"}]},
            {"id": "scrap", "name": "已报废"},
        ]
    }
)
"""The states of a device sent in for repair."""
