"""Graphs made by hand: one with every kind of node, and a long one."""

from __future__ import annotations

from sopgen.document.nodes import Diagram, Text
from sopgen.flow.graph import Edge, Graph, Node, mark_loops

ROLES = {"agent": "客服专员", "engineer": "技术支持工程师"}


def every_kind() -> Graph:
    """A graph with a node of every kind that a drawing may have."""
    agent, engineer = ("agent",), ("engineer",)
    nodes = [
        Node("start", "start", (), text="客户来电", roles=agent),
        Node("one", "step", ("steps", 0), "1", "登记 <信息> & 核对", (), agent, "10分钟内", checkpoint=True),
        Node("ask", "decision", ("steps", 1), "2", "属于哪一类故障？", (), engineer, "30分钟内"),
        Node("two", "call", ("steps", 2), "3", "派工", (), agent, notes=("执行：《派工管理》（AFS-SOP-2026-007）",)),
        Node("fork", "fork", ("steps", 3), roles=agent),
        Node("left", "step", ("steps", 3, "parallel", 0, "steps", 0), "4A.1", "查库存", (), agent, optional=True),
        Node("right", "step", ("steps", 3, "parallel", 1, "steps", 0), "4B.1", "约时间", (), engineer),
        Node("join", "join", ("steps", 3), roles=agent),
        Node("wait", "wait", ("steps", 4), text="等待3天，直至客户回复", roles=engineer),
        Node("case", "exception", ("exceptions", 0), text="客户不在", roles=engineer),
        Node("over", "handover", ("steps", 5), text="转《退换货处理》", roles=agent),
        Node("end", "end", (), text="结束", roles=engineer),
    ]
    edges = [
        Edge("start", "one"), Edge("one", "ask"), Edge("ask", "two", "软件问题"), Edge("ask", "fork", "硬件问题"),
        Edge("ask", "one", "信息不全"), Edge("ask", "over", "其他情况", "otherwise"), Edge("two", "fork"),
        Edge("fork", "left", "备件"), Edge("fork", "right", "预约"), Edge("left", "join"), Edge("right", "join"),
        Edge("join", "wait"), Edge("wait", "end"), Edge("case", "right", "", "exception"),
    ]  # fmt: skip
    return mark_loops(Graph({node.id: node for node in nodes}, tuple(edges), ROLES, "报修"))


def long(steps: int) -> Graph:
    """A graph of so many steps, one after the other, with a way back from the last to the first."""
    nodes = {
        f"s{n}": Node(f"s{n}", "step", ("steps", n), str(n + 1), f"第{n + 1}步的操作", (), ("agent",))
        for n in range(steps)
    }
    edges = [Edge(f"s{n}", f"s{n + 1}") for n in range(steps - 1)] + [Edge(f"s{steps - 1}", "s0", "重来")]
    return mark_loops(Graph(nodes, tuple(edges), ROLES, "长流程"))


def diagram(graph: Graph, *, lanes: bool = True) -> Diagram:
    """A diagram of a graph, with a caption and a sentence for each node."""
    told = {node.id: f"{node.number} {node.text}。" for node in graph.nodes.values()}
    return Diagram(graph, lanes, told, (Text("图 1 报修流程"),), "figure-1")
