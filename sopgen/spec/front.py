"""What stands before the procedures: people, scope, definitions, references, roles, resources."""

from typing import Annotated, ClassVar, Literal, TypeAlias

from sopgen.spec.kinds import Kind
from sopgen.spec.shape import Many, Shape, Some
from sopgen.spec.texts import CitedNumber, Dated, Flag, Line, RoleId, Text, Versioned


class Person(Shape):
    """Someone who prepared, reviewed, approved or countersigned the document.

    ```yaml
    prepared_by: {name: Wang L., position: Process Specialist, date: 2026-02-10}
    approved_by: Zhao M.
    ```
    """

    bare: ClassVar[str | None] = "name"

    name: Line
    """The name, masked where the company's policy says so; quote a leading asterisk."""
    position: Line | None = None
    """The position held."""
    date: Dated | None = None
    """The date of the signature."""


class Revision(Shape):
    """One row of the revision table, the oldest first.

    ```yaml
    revisions:
      - {version: V1.0, date: 2026-02-10, author: Wang L., reason: First issue}
      - {version: V1.1, date: 2026-03-01, reason: Dispatch took too long, changes: Step 4 within 2 hours}
    ```
    """

    version: Versioned
    """The version that this revision made."""
    date: Dated
    """The date of the revision."""
    author: Line | None = None
    """Who made it."""
    reason: Text | None = None
    """Why it was made."""
    changes: Many[Text] = ()
    """What changed."""


class Scope(Shape):
    """Where the procedure applies and where it does not.

    ```yaml
    scope:
      applies_to: [Products sold by our own shops, Paid repairs after the warranty]
      excludes: Installation and removal
    ```
    """

    bare: ClassVar[str | None] = "applies_to"

    applies_to: Some[Text]
    """What it covers."""
    excludes: Many[Text] = ()
    """What it does not cover."""
    customers: Many[Text] = ()
    """The customers it serves."""
    products: Many[Text] = ()
    """The products it covers."""
    channels: Many[Text] = ()
    """The channels through which it is entered."""


class Definition(Shape):
    """What a term means in this document.

    ```yaml
    definitions:
      Ticket: The one record of a case, made by the ticket system
      Complaint: {meaning: A customer's dissatisfaction that calls for an answer, equivalent: 投诉, source: ISO 10002}
    ```
    """

    bare: ClassVar[str | None] = "meaning"

    meaning: Text
    """The meaning."""
    equivalent: Line | None = None
    """The same term in another language."""
    source: Text | None = None
    """Where the definition is taken from."""


class Reference(Shape):
    """Another document that this one relies on: an SOP by number, a law, a standard.

    ```yaml
    references:
      - {number: AFS-SOP-2026-002, title: Returns and exchanges}
      - {number: "ISO 10002:2018", title: Guidelines for complaints handling in organizations}
      - {title: Consumer Protection Act, note: Section 24}
    ```
    """

    bare: ClassVar[str | None] = "title"

    number: CitedNumber | None = None
    """Its number; that of an SOP may be used in double brackets then."""
    title: Line
    """Its title."""
    url: Line | None = None
    """Where it can be read."""
    note: Text | None = None
    """The article or part that matters."""


class Role(Shape):
    """Who acts: a role of the company, or a party outside it.

    ```yaml
    roles:
      agent: Service Agent
      engineer: {name: Support Engineer, deputy: agent, contact: ext. 8002}
      customer: {name: Customer, external: true}
    ```
    """

    bare: ClassVar[str | None] = "name"

    name: Line
    """The name of the role."""
    responsibilities: Many[Text] = ()
    """What the role answers for."""
    contact: Text | None = None
    """How to reach the role."""
    deputy: RoleId | None = None
    """The role that stands in."""
    qualification: Text | None = None
    """What whoever holds the role must be able to do or show."""
    external: Flag = False
    """True for a party outside the company."""


ResourceKind: TypeAlias = Annotated[Literal["system", "tool", "material", "document"], Kind.WORD]


class Resource(Shape):
    """Something the work needs: a system, a tool, a material, a document.

    ```yaml
    resources:
      - {name: Ticket system, kind: system, note: Needs an account}
    ```
    """

    bare: ClassVar[str | None] = "name"

    name: Line
    """The name, by which steps refer to a system."""
    kind: ResourceKind | None = None
    """What it is."""
    note: Text | None = None
    """What to know about it, such as an account that is needed."""
