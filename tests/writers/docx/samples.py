"""Documents made by hand that hold every kind of node, in Chinese and in English."""

from __future__ import annotations

import struct
import zlib

from sopgen.document.nodes import (
    Block,
    Break,
    Callout,
    Cell,
    Code,
    Document,
    Emphasis,
    Figure,
    Heading,
    Image,
    Inline,
    Link,
    List,
    ListItem,
    Metadata,
    Paragraph,
    Row,
    Section,
    Span,
    Strong,
    Table,
    Text,
)

ZH_LABELS = {"contents": "目录"}
EN_LABELS = {"contents": "Contents"}
ZH = Metadata(
    title="产品故障报修处理",
    number="AFS-SOP-2026-001",
    version="V1.1",
    status="草案",
    stage="draft",
    confidentiality="内部",
    subject="规范故障报修",
    author="王*",
    keywords=("报修", "维修"),
    department="售后服务部",
    modified="2026-02-10",
    sha256="0" * 64,
)
EN = Metadata(
    title="Handling of Fault Reports",
    number="AFS-SOP-2026-101",
    version="V1.0",
    status="Draft",
    stage="draft",
    language="en",
    confidentiality="Internal",
    author="J. Doe",
    department="After-sales Service",
    modified="2026-02-10",
)


def png(width: int = 60, height: int = 40) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + bytes([200]) * width for _ in range(height))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def text(value: str, path: str = "", role: str = "") -> tuple[Inline, ...]:
    """Inline content of one text."""
    return (Text(value, path, role),)


def para(value: str, path: str = "", role: str = "") -> Paragraph:
    """A paragraph of one text."""
    return Paragraph(text(value, path), role)


def cell(value: str, path: str = "", role: str = "", **more: int) -> Cell:
    """A cell of one paragraph."""
    return Cell((para(value, path),), role=role, **more)


def head(*values: str) -> Row:
    """A header row."""
    return Row(tuple(Cell((para(value),), header=True) for value in values), header=True)


def row(*values: str, role: str = "") -> Row:
    """A row of texts."""
    return Row(tuple(cell(value) for value in values), role=role)


def bullets(*values: str, ordered: bool = False, start: int = 1, role: str = "") -> List:
    """A list of texts."""
    return List(tuple(ListItem((para(value),)) for value in values), ordered, start, role)


def document(*blocks: Block, language: str = "zh-CN", **images: bytes) -> Document:
    """A document of some blocks."""
    chinese = language == "zh-CN"
    return Document(ZH if chinese else EN, blocks, ZH_LABELS if chinese else EN_LABELS, images)


def pairs_table(rows: list[tuple[str, str, str, str]], role: str) -> Table:
    """A table of labels and values, two pairs a row."""
    return Table(
        tuple(
            Row((cell(a, role="label"), cell(b, f"/{a}"), cell(c, role="label"), cell(d, f"/{c}")))
            for a, b, c, d in rows
        ),
        (1, 2, 1, 2),
        role=role,
    )


def steps_table(count: int, actions: tuple[str, ...], labels: tuple[str, ...], roles: tuple[str, ...]) -> Table:
    """A table of steps."""
    rows: list[Row] = [head(*labels)]
    for index in range(count):
        path = f"/steps/{index}"
        action: list[Block] = [para(actions[index % len(actions)], f"{path}/action")]
        if index % 5 == 1:
            action.append(bullets(actions[0], actions[1]))
        if index % 7 == 2:
            action.append(Callout("warning", (para(actions[2], f"{path}/cautions/0/warning"),)))
        rows.append(
            Row(
                (
                    cell(str(index + 1), role="center"),
                    Cell(tuple(action)),
                    cell(roles[index % len(roles)], f"{path}/role"),
                    cell(actions[(index + 1) % len(actions)][:12], f"{path}/outputs/0"),
                    cell("10分钟内" if "步骤" in labels else "10 minutes", f"{path}/time_limit", "center"),
                ),
                id=f"step-{index + 1}",
            )
        )
    return Table(tuple(rows), (0.6, 4.2, 1.4, 2.2, 1.2), role="steps", id="steps")


def chinese() -> Document:
    """A document in Chinese with every kind of node and role."""
    actions = (
        "接收报修信息，记录产品型号、故障现象、购买日期与客户联系方式，并复述一遍请客户确认",
        "判断故障类型（软件／硬件／人为损坏），软件问题引导客户远程协助处理",
        "断电后再操作，严禁带电拆机",
        "确认需要现场维修后派工，与客户约定上门时间",
        "回访客户并归档工单，“满意度”低于 4 分的转客服主管",
    )
    return document(
        para("产品故障报修处理", "/title", "title"),
        para("售后服务部 标准操作流程", role="subtitle"),
        pairs_table(
            [
                ("文件编号", "AFS-SOP-2026-001", "版本", "V1.1"),
                ("生效日期", "2026-03-01", "密级", "内部"),
                ("编制部门", "售后服务部", "适用产品线", "家用空调"),
            ],
            "front",
        ),
        Table(
            (
                head("", "姓名", "职务", "日期", "签字"),
                *(
                    Row(
                        (
                            cell(a, role="label"),
                            cell(b, f"/x/{a}"),
                            cell(c),
                            cell("2026-02-10"),
                            cell("", role="blank"),
                        ),
                        role="tall",
                    )
                    for a, b, c in (
                        ("编制", "王*", "流程专员"),
                        ("审核", "李*", "售后经理"),
                        ("批准", "赵*", "分管领导"),
                    )
                ),
            ),
            (1, 1.4, 1.6, 1.6, 2),
            role="approval",
        ),
        Table(
            (
                head("版本", "日期", "修订人", "修订内容"),
                Row((cell("V1.0", role="center"), cell("2025-03-01"), cell("王*"), cell("新建"))),
                Row(
                    (
                        cell("V1.1", role="center"),
                        cell("2026-02-10"),
                        cell("王*"),
                        cell("步骤 2 改为 30 分钟，补充远程协助的时限"),
                    )
                ),
            ),
            (1, 1.4, 1, 5),
            text("修订记录"),
            role="revisions",
        ),
        Section((), role="contents page-break"),
        Heading(1, text("目的"), (1,), role="page-break", id="section-purpose"),
        para(
            "规范故障报修全流程，24小时内给出解决方案，提升客户问题解决效率；“首次修复率”不低于 85%——并逐月改进。",
            "/purpose",
        ),
        Heading(1, text("适用范围"), (2,)),
        bullets("适用于官方渠道购买的产品", "适用客户：个人消费者", "不适用于人为拆改的产品"),
        Paragraph(
            (
                Text("流程概述见 "),
                Link((), "#section-purpose"),
                Text("，价格见"),
                Link((), "#prices"),
                Text("，官网 "),
                Link(text("消费者权益保护法"), "https://example.com/法?a=1&b=2"),
                Text("。"),
            )
        ),
        Heading(1, text("术语和定义"), (3,)),
        Paragraph(
            (
                Strong(text("报修工单")),
                Text("："),
                Text("系统生成的唯一处理凭证，用 "),
                Code("ticket-id"),
                Text(" 检索；"),
                Emphasis(text("请勿外传")),
                Text("。"),
            )
        ),
        Heading(1, text("工作程序"), (4,)),
        Heading(2, text("报修处理"), (4, 1)),
        Paragraph((Span(text("触发："), role="label"), Text("收到报修"))),
        steps_table(
            12, actions, ("步骤", "操作动作", "责任角色", "输入／输出", "时间要求"), ("客服专员", "技术支持工程师")
        ),
        para("表后的正文段落，与表格之间要有适当的间距。"),
        Heading(2, text("话术"), (4, 2)),
        Heading(3, text("开场白"), (4, 2, 1)),
        Section(
            (para("您好，工号{工号}为您服务。\n• 请问您遇到什么问题？\n1) 请提供型号与购买日期"),),
            role="say",
            path="/scripts/opening/say",
        ),
        Heading(4, text("远程协助"), (4, 2, 1, 1)),
        Section(
            (
                para("进入协助前先取得客户同意："),
                List(
                    (
                        ListItem(
                            (
                                para("建立连接"),
                                para("用企业版远程工具，不得使用个人账号。"),
                                bullets("先确认屏幕上没有隐私", "再请求控制权"),
                            )
                        ),
                        ListItem((para("排查"), bullets("查看日志", "重启服务", ordered=True))),
                        ListItem((para("恢复并确认"),)),
                    ),
                    ordered=True,
                ),
                Paragraph((Code("systemctl restart aircon\njournalctl -u aircon -n 50"),)),
                Table((head("现象", "处理"), Row((cell("无法开机"), cell("更换电源线"))))),
            ),
            path="/steps/2/details",
        ),
        *(
            Callout(
                kind,
                (
                    Paragraph(
                        (
                            Strong(text(f"{label}：")),
                            Text("涉及人身安全时立即停止操作，并上报客服主管；同时在工单里写明经过。"),
                        )
                    ),
                    bullets("断电", "拍照留证"),
                ),
            )
            for kind, label in (
                ("note", "说明"),
                ("tip", "提示"),
                ("caution", "注意"),
                ("warning", "警告"),
                ("danger", "危险"),
            )
        ),
        Heading(1, text("服务等级"), (5,)),
        Table(
            (
                head("等级", "判定标准", "首次响应", "解决时限"),
                Row((cell("重大", role="center", rows=2), cell("涉及人身安全"), cell("30分钟内"), cell("24小时内"))),
                Row((cell("批量故障"), cell("1小时内"), cell("3个工作日"))),
                Row((Cell((para("以下按一般故障处理"),), columns=4),), role="group"),
                Row((cell("一般"), cell("其他", columns=2), cell("5个工作日"))),
            ),
            (1, 3, 1.5, 1.5),
            text("表 1 服务等级"),
        ),
        Table(
            (
                head("区域", "费用（元）"),
                Row((cell("市区"), cell("50", role="number"))),
                Row((cell("郊区"), cell("1,080.50", role="number"))),
            ),
            caption=text("表 2 上门费标准"),
            id="prices",
        ),
        Heading(1, text("管理规定"), (6,)),
        para("第一章 总则", role="chapter"),
        Paragraph(
            (
                Strong(text("第一条 ")),
                Text("首次联系客户时报出工号，不得私自收费；收费一律开具凭证。", "/clauses/0/text"),
            ),
            role="clause",
        ),
        para("（一）上门前 30 分钟电话确认；", role="clause-item"),
        para("（二）穿着工装，佩戴工牌。", role="clause-item"),
        para("违反以上规定的，按公司制度处理。", role="closing"),
        para("第二章 附则", role="chapter"),
        para("第二条 本规定由售后服务部负责解释。", role="clause"),
        Heading(1, text("流程图"), (7,)),
        Figure(Image("flow", "报修处理流程图"), text("图 1 报修处理流程"), id="flow"),
        Paragraph((Text("行内图标 "), Image("icon", "图标"), Text(" 与"), Break(), Text("换行之后。"))),
        Section(
            (
                para("Hello, this is agent {agent}. How may I help you today?"),
                para("An English paragraph in a Chinese document keeps to the left."),
            ),
            language="en",
        ),
        Heading(1, text("检查清单"), (8,)),
        bullets("型号已记录", "联系方式已复述", role="checklist"),
        Section(
            (
                Heading(2, text("附表 1 客户报修登记表")),
                para("编号：AFS-F-001", role="small"),
                Table(
                    (
                        Row((Cell((para("基本信息"),), columns=4),), role="group"),
                        Row(
                            (
                                cell("报修时间", role="label"),
                                cell("", role="blank"),
                                cell("客户姓名", role="label"),
                                cell("", role="blank"),
                            )
                        ),
                        Row((cell("故障类型", role="label"), Cell((para("□软件　□硬件　□其他"),), columns=3))),
                        Row(
                            (
                                cell("更换备件", role="label"),
                                Cell(
                                    (
                                        Table(
                                            (
                                                head("编码", "数量"),
                                                Row((cell(""), cell(""))),
                                                Row((cell(""), cell(""))),
                                            ),
                                        ),
                                    ),
                                    columns=3,
                                ),
                            )
                        ),
                        Row((cell("客户签字", role="label"), cell("", role="blank", columns=3)), role="tall"),
                    ),
                    (1, 2, 1, 2),
                    role="form",
                ),
            ),
            role="form page-break",
            id="form-register",
        ),
        flow=png(900, 500),
        icon=png(24, 24),
    )


def english() -> Document:
    """A document in English with most kinds of node."""
    actions = (
        "Take the call, record the model, the symptom and the date of purchase, and repeat it back",
        "Decide on the kind of fault (software, hardware, damage by the user); guide the customer through remote help",
        "Disconnect the power before opening the case",
        "Send an engineer and agree on a time with the customer",
        "Call the customer back and close the ticket",
    )
    return document(
        para("Handling of Fault Reports", "/title", "title"),
        para("After-sales Service · Standard Operating Procedure", role="subtitle"),
        pairs_table(
            [
                ("Document no.", "AFS-SOP-2026-101", "Version", "V1.0"),
                ("Effective date", "2026-03-01", "Confidentiality", "Internal"),
            ],
            "front",
        ),
        Section((), role="contents"),
        Heading(1, text("Purpose"), (1,), id="purpose"),
        para(
            "To answer every fault report within 24 hours and to solve at least 85% of them at the first visit.",
            "/purpose",
        ),
        para("It replaces the “Repair Handbook” of 2024 — the terms are unchanged."),
        Heading(1, text("Scope"), (2,)),
        bullets("Products bought from official channels", "Private customers"),
        Paragraph(
            (
                Text("See "),
                Link((), "#purpose"),
                Text(" and "),
                Link(text("the law"), "https://example.com/"),
                Text("; "),
                Emphasis(text("never")),
                Text(" use "),
                Code("admin"),
                Text("."),
            )
        ),
        Heading(1, text("Procedure"), (3,)),
        Heading(2, text("Repair"), (3, 1)),
        steps_table(14, actions, ("Step", "Action", "Role", "Output", "Limit"), ("Agent", "Support engineer")),
        Heading(2, text("Rules"), (3, 2)),
        Heading(3, text("On the telephone"), (3, 2, 1)),
        bullets("Say your name", "Say your number", "Ask for the model", ordered=True),
        Section(
            (para("Good morning, this is {name} of after-sales service.\nHow may I help you?"),),
            role="say",
            path="/scripts/opening/say",
        ),
        Callout(
            "danger",
            (Paragraph((Strong(text("Danger. ")), Text("Risk of electric shock: disconnect the power first."))),),
        ),
        Callout("note", (para("Only for engineers with a certificate."),)),
        Heading(4, text("Escalation"), (3, 2, 1, 1)),
        para("After four hours without an answer, tell the manager on duty by telephone. " * 4),
        Section((para("您好，工号{工号}为您服务。这一段中文在英文文档里按中文的版式排。"),), language="zh-CN"),
        Heading(1, text("Attachments")),
        Table(
            (
                head("Area", "Fee"),
                Row((cell("City"), cell("50.00", role="number"))),
                Row((cell("Suburbs"), cell("1,080.50", role="number"))),
            ),
            caption=text("Table 1. Fees"),
        ),
        language="en",
    )
