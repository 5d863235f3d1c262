"""What is spoken, filled in and kept: scripts, forms and records."""

from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import Field

from sopgen.diagnostics import Language
from sopgen.spec.constraints import Constraint
from sopgen.spec.kinds import Kind
from sopgen.spec.shape import Many, Names, Shape
from sopgen.spec.texts import Flag, FormId, Line, Pattern, Retained, RoleId, Say, Secrecy, Text


class Script(Shape):
    """Words to say to a customer, printed exactly as typed; ``{blank}`` is a blank to fill.

    ```yaml
    scripts:
      opening:
        when: The call is taken
        say: Good morning, service desk, this is {name}. How can I help you?
        avoid: [I don't know]
        variables: {name: Your first name}
    ```
    """

    bare: ClassVar[str | None] = "say"

    title: Line | None = None
    """What the script is for."""
    when: Text | None = None
    """When it is spoken."""
    role: Many[RoleId] = ()
    """Who speaks it."""
    say: Say
    """The words."""
    avoid: Many[Line] = ()
    """Words that are not said."""
    variables: Names[Line, Text] = Field(default_factory=Names)
    """What goes into the blanks."""
    language: Language | None = None
    """Its language, when not the document's."""


FieldType: TypeAlias = Annotated[
    Literal[
        "text",
        "long_text",
        "number",
        "money",
        "date",
        "time",
        "datetime",
        "choice",
        "multi_choice",
        "checkbox",
        "signature",
        "photo",
        "table",
    ],
    Kind.WORD,
]


class FormField(Shape):
    """A field of a form, or a group of fields under a heading."""

    bare: ClassVar[str | None] = "name"
    constraints: ClassVar[tuple[Constraint, ...]] = (Constraint("exactly-one", ("name", "group")),)

    name: Line | None = None
    """What is asked for."""
    group: Line | None = None
    """The heading of a group of fields."""
    type: FieldType = "text"
    """What is filled in."""
    required: Flag = False
    """Whether it must be filled in."""
    hint: Text | None = None
    """What to know when filling it in."""
    default: Line | None = None
    """What stands there to begin with."""
    example: Line | None = None
    """An example of an answer."""
    options: Many[Line] = ()
    """What to choose from."""
    fields: Many["FormField"] = ()
    """The fields of the group, or the columns of the table."""


class Form(Shape):
    """A form to fill in, printed as an attachment.

    ```yaml
    forms:
      fault-report:
        title: Fault report
        number: AFS-F-001
        fields:
          - {name: Reported at, type: datetime, required: true}
          - {group: Product, fields: [Model, {name: Type, type: choice, options: [Software, Hardware]}]}
          - {name: Parts, type: table, fields: [Code, {name: Quantity, type: number}]}
    ```
    """

    title: Line
    """The title."""
    number: Line | None = None
    """The form's own number."""
    numbering: Pattern | None = None
    """How filled-in forms are numbered, such as ``{date}-{channel}-{seq:03}``."""
    confidentiality: Secrecy | None = None
    """Who may see a filled-in form."""
    fields: Many[FormField] = ()
    """The fields."""


class Record(Shape):
    """What is kept as evidence, where, for how long, and who keeps it.

    ```yaml
    records:
      ticket: {name: Ticket, form: fault-report, retention: 3 years, location: Ticket system, owner: agent}
    ```
    """

    bare: ClassVar[str | None] = "name"

    name: Line
    """The name of the record."""
    form: Many[FormId] = ()
    """The form it is made on."""
    retention: Retained | None = None
    """How long it is kept."""
    location: Text | None = None
    """Where it is kept."""
    owner: RoleId | None = None
    """The role that keeps it."""
    confidentiality: Secrecy | None = None
    """Who may see it."""
    classify_by: Text | None = None
    """How it is filed."""
    disposal: Text | None = None
    """What happens to it when the time is over."""
