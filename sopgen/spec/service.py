"""What is promised to customers: service levels, classes, channels, ticket states, deadlines."""

from typing import ClassVar

from sopgen.spec.limits import Limit
from sopgen.spec.shape import Many, Shape, Some
from sopgen.spec.texts import Id, Line, RoleId, StateId, Text


class ServiceLevel(Shape):
    """What is promised for matters of one level of severity.

    ```yaml
    service_levels:
      - {level: Urgent, criteria: Danger to people, first_response: within 1 hour, resolution: within 24 hours}
    ```
    """

    level: Line
    """The name of the level."""
    criteria: Text | None = None
    """Which matters belong to it."""
    first_response: Limit | None = None
    """By when the customer hears from us first."""
    resolution: Limit | None = None
    """By when the matter is settled."""
    escalate_to: RoleId | None = None
    """The role it is escalated to."""
    notify: Many[RoleId] = ()
    """The roles that are told."""
    actions: Many[Text] = ()
    """What is done besides."""


class ClassOfMatter(Shape):
    """One class of a classification."""

    bare: ClassVar[str | None] = "name"

    name: Line
    """The name of the class."""
    definition: Text | None = None
    """What belongs to it."""
    examples: Many[Text] = ()
    """Examples."""
    handling: Text | None = None
    """How it is handled."""


class Classification(Shape):
    """A way of sorting matters into classes; a bare list stands for the classes.

    ```yaml
    classifications:
      fault-types:
        title: Types of fault
        classes: [{name: Software, handling: Remote support}, {name: Hardware, handling: A visit}]
    ```
    """

    bare: ClassVar[str | None] = "classes"
    bare_list: ClassVar[bool] = True

    title: Line | None = None
    """What is being classified."""
    classes: Some[ClassOfMatter]
    """The classes."""


class Channel(Shape):
    """A way in which customers reach the service.

    ```yaml
    channels:
      - {name: Phone, hours: 8:00–20:00, first_response: 30 seconds, target: ≥95% of calls answered, role: agent}
    ```
    """

    bare: ClassVar[str | None] = "name"

    name: Line
    """The name of the channel."""
    purpose: Text | None = None
    """What it is for."""
    hours: Line | None = None
    """When it is staffed, as typed."""
    first_response: Limit | None = None
    """By when a customer is answered there."""
    target: Text | None = None
    """What is aimed at, such as a rate of calls taken."""
    role: Many[RoleId] = ()
    """Who answers there."""


class Transition(Shape):
    """A way from one state of a ticket to another."""

    bare: ClassVar[str | None] = "to"

    to: StateId
    """The state it leads to."""
    action: Text | None = None
    """What makes it happen."""
    role: Many[RoleId] = ()
    """Who makes it happen."""


class State(Shape):
    """A state of a ticket.

    ```yaml
    states:
      - {id: open, name: Open, role: agent, next: [repairing, closed]}
      - {id: repairing, name: In repair, next: {to: closed, action: The customer confirms}}
      - {id: closed, name: Closed}
    ```
    """

    id: Id
    """The id by which steps and other states refer to it."""
    name: Line
    """The name that the ticket system shows."""
    meaning: Text | None = None
    """What it says about the ticket."""
    role: Many[RoleId] = ()
    """Who acts in it."""
    next: Many[Transition] = ()
    """Where a ticket goes from here."""


class Deadline(Shape):
    """A time limit outside any step.

    ```yaml
    deadlines:
      - {matter: Decision on a complaint, limit: {within: 7 business days, from: the day it was received}}
    ```
    """

    matter: Text
    """What is due."""
    limit: Limit
    """By when."""
    basis: Text | None = None
    """What the deadline rests on: a clause, a law."""
