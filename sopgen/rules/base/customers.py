"""Whether a procedure is for customers, and how it speaks of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopgen.flow.graph import Node
    from sopgen.spec.handbook import SopOrHandbook

CUSTOMER = re.compile(
    r"客户|顾客|用户|消费者|买家|来电人|投诉人|旅客|乘客|患者|业主|住户|会员|宾客|客人|学员"
    r"|\b(?:customer|client|consumer|caller|buyer|complainant|passenger|patient|guest|tenant|subscriber)",
    re.IGNORECASE,
)
"""The words for customers."""

TYPES = frozenset(
    {
        "fault-repair", "return-exchange", "complaint", "complaint-handling", "consultation", "onsite-service",
        "satisfaction-follow-up", "escalation", "reception", "contact-centre", "contact-centre-reception",
    }
)  # fmt: skip
"""The types of documents that are for customers."""
INTERNAL_TYPES = frozenset({"sop-authoring", "document-control"})
"""Those that are not, even if they speak of customers."""


def customers(sop: SopOrHandbook) -> frozenset[str]:
    """The ids of the roles that are customers."""
    return frozenset(name for name, role in sop.roles.items() if role.external and CUSTOMER.search(role.name))


def outsiders(sop: SopOrHandbook) -> frozenset[str]:
    """The ids of the roles that a service is for: customers, or everybody outside where no role is called so."""
    return customers(sop) or frozenset(name for name, role in sop.roles.items() if role.external)


def is_outside(sop: SopOrHandbook, node: Node) -> bool:
    """Whether only outsiders do what a node stands for."""
    return bool(node.roles) and all(role in sop.roles and sop.roles[role].external for role in node.roles)


def is_for_customers(sop: SopOrHandbook) -> bool:
    """Whether the document is about what is done for customers: by its type, its roles, or what starts it."""
    if sop.type in INTERNAL_TYPES:
        return False
    starts = [*sop.triggers, *(procedure.trigger for procedure in sop.procedures if procedure.trigger)]
    first = [sequence.steps[0].action for _, sequence in sop.sequences()]
    return sop.type in TYPES or bool(customers(sop)) or any(CUSTOMER.search(text) for text in (*starts, *first))
