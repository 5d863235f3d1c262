"""What keeps a procedure alive: metrics, review, training, distribution, attachments, troubleshooting."""

from typing import ClassVar

from sopgen.spec.shape import Many, Shape
from sopgen.spec.texts import Count, File, Line, RoleId, Text


class Symptom(Shape):
    """A row of the troubleshooting table.

    ```yaml
    troubleshooting:
      - {symptom: It does not start, cause: No power, remedy: Try another socket}
    ```
    """

    symptom: Text
    """What is seen."""
    cause: Many[Text] = ()
    """What is behind it."""
    remedy: Many[Text] = ()
    """What helps."""


class Question(Shape):
    """A question that is often asked, and its answer.

    ```yaml
    faq:
      - {question: "What does a visit cost?", answer: "Nothing under warranty, else see [[table:fees]]."}
    ```
    """

    question: Text
    """The question."""
    answer: Text
    """The answer."""


class Metric(Shape):
    """How the procedure is measured.

    ```yaml
    metrics:
      - {name: Repaired at the first visit, target: ≥85%, period: Monthly, owner: manager}
    ```
    """

    bare: ClassVar[str | None] = "name"

    name: Line
    """What is measured."""
    target: Text | None = None
    """The value aimed at, as typed."""
    formula: Text | None = None
    """How it is worked out."""
    period: Text | None = None
    """How often, as typed."""
    source: Text | None = None
    """Where the figures come from."""
    owner: RoleId | None = None
    """The role that answers for it."""


class Pilot(Shape):
    """A trial before the release."""

    teams: Many[Text] = ()
    """Who takes part."""
    period: Text | None = None
    """How long it runs, as typed."""
    metrics: Many[Text] = ()
    """What is looked at."""


class Opinion(Shape):
    """What a reviewer said, and what became of it."""

    by: Line | None = None
    """Who said it."""
    opinion: Text
    """What was said."""
    response: Text | None = None
    """What became of it."""


class Review(Shape):
    """How the document is reviewed.

    ```yaml
    review:
      focus: [Gaps in the flow, Time limits that can be kept]
      pilot: {teams: Team 1, period: 2 weeks, metrics: Steps that took too long}
      opinions: []
    ```
    """

    focus: Many[Text] = ()
    """What reviewers look at."""
    pilot: Pilot | None = None
    """The trial before the release."""
    opinions: Many[Opinion] | None = None
    """What reviewers said; an empty list prints a table to fill in."""


class Training(Shape):
    """Who learns what, how, and how it is assessed.

    ```yaml
    training:
      - {audience: agent, content: The whole procedure, method: Classroom, assessment: A test call}
    ```
    """

    bare: ClassVar[str | None] = "content"

    audience: Many[RoleId] = ()
    """The roles that are trained."""
    content: Text
    """What they learn."""
    method: Text | None = None
    """How."""
    assessment: Text | None = None
    """How it is assessed."""


class Copy(Shape):
    """Who gets the document, and in which form.

    ```yaml
    distribution:
      - {to: Service department, medium: Knowledge base}
    ```
    """

    bare: ClassVar[str | None] = "to"

    to: Line
    """Who gets it."""
    medium: Text | None = None
    """In which form."""
    copies: Count | None = None
    """How many copies."""


class Attachment(Shape):
    """Something that belongs to the document: an image of the repository, or where to find it.

    ```yaml
    attachments:
      - {title: The ticket screen, file: images/ticket.png}
      - {title: Repair manual, location: Knowledge base}
    ```
    """

    bare: ClassVar[str | None] = "title"

    title: Line
    """The title."""
    location: Text | None = None
    """Where it is found."""
    file: File | None = None
    """An image, relative to the spec and inside the repository; it is printed."""
