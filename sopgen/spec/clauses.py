"""What has no sequence: rules, clauses, look-up tables and free sections."""

import re
from typing import ClassVar, Final

from sopgen.diagnostics import Language
from sopgen.spec.constraints import Constraint
from sopgen.spec.shape import Many, Shape, Some
from sopgen.spec.texts import CellText, Id, Line, Place, SectionId, Text

_ANNEX: Final = re.compile(r"附录\s*(?:[A-Za-z0-9]|[一二三四五六七八九十])|(?:Annex|Appendix)\s+[A-Z0-9]")


class Rule(Shape):
    """Something to do or not to do, whenever it comes up; the key is printed as its label.

    ```yaml
    rules:
      - must: Give your name at the beginning of a call
      - {must_not: Take cash, topic: Money, consequence: It is reported to the manager}
    ```
    """

    constraints: ClassVar[tuple[Constraint, ...]] = (Constraint("exactly-one", ("must", "must_not", "should", "may")),)

    must: Text | None = None
    """What must be done."""
    must_not: Text | None = None
    """What must not be done."""
    should: Text | None = None
    """What should be done."""
    may: Text | None = None
    """What may be done."""
    topic: Line | None = None
    """The group of rules it belongs to."""
    consequence: Text | None = None
    """What follows when it is broken."""

    @property
    def kind(self) -> str:
        """The key that says how binding it is."""
        return next(key for key in self.constraints[0].keys if getattr(self, key) is not None)


class Clause(Shape):
    """A chapter (title and clauses), an article (text) or an item inside an article.

    ```yaml
    clauses:
      - title: Evidence
        clauses:
          - The invoice or a screenshot of the order proves the purchase.
          - {id: notice, text: Notice is given, clauses: [by phone, by post], closing: as the customer prefers.}
    ```
    """

    bare: ClassVar[str | None] = "text"
    constraints: ClassVar[tuple[Constraint, ...]] = (Constraint("at-least-one", ("text", "title")),)

    id: Id | None = None
    """The id by which texts refer to it."""
    title: Line | None = None
    """The title of a chapter, a section, or an article."""
    text: Text | None = None
    """The text of an article or item."""
    clauses: Many["Clause"] = ()
    """The clauses inside it."""
    closing: Text | None = None
    """A paragraph after the clauses inside, without a number."""


class LookupTable(Shape):
    """A table to look things up in.

    ```yaml
    tables:
      - {id: fees, title: Call-out fees, columns: [Area, Fee], rows: [[City, 50], [Suburbs, 80]], after: procedures}
    ```
    """

    id: Id | None = None
    """The id by which texts refer to it."""
    title: Line
    """The title."""
    columns: Some[Line]
    """The headings of the columns."""
    rows: Many[Many[CellText]] = ()
    """The rows, each a list of cells; a cell may be empty."""
    after: Place | None = None
    """After which part or section it stands; at the end, when left out."""
    language: Language | None = None
    """Its language, when not the document's."""


class Section(Shape):
    """A free section in Markdown.

    ```yaml
    sections:
      - {id: parts-policy, title: Replaced parts, body: They belong to the company., after: exceptions}
    ```
    """

    id: SectionId | None = None
    """The id by which texts and ``after`` refer to it; not the name of a part."""
    title: Line
    """The heading."""
    body: Text
    """The text."""
    after: Place | None = None
    """After which part or section it stands; at the end, when left out."""
    language: Language | None = None
    """Its language, when not the document's."""

    @property
    def is_annex(self) -> bool:
        """Whether the title has the number of an annex, 附录A or Annex B, and so takes none of a chapter."""
        return _ANNEX.match(self.title) is not None
