"""A row of a look-up table that has more or fewer cells than the table has columns.

A cell too few shifts the meaning of those after it, and the reader takes a fee for an area or a limit for a level.

Give the row a cell for every column; an empty one is `""`. A comma inside a cell needs quotes: `"1,000"`.

查询表的某一行与列数不符。少一格或多一格，后面各格就会错位，读者会把一栏的内容当成另一栏。

请让每一行的格数与 `columns` 相同，空格写 `""`；格内有逗号时要加引号，例如 `"1,000"`。

Bad:

```yaml
tables:
  - title: 上门费标准
    columns: [区域, 费用, 说明]
    rows:
      - [市区, 50, 每次]
      - [郊区, 80]  # <-
```

Good:

```yaml
tables:
  - title: 上门费标准
    columns: [区域, 费用, 说明]
    rows:
      - [市区, 50, 每次]
      - [郊区, 80, ""]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diagnostics import Message, Severity, listed
from sopgen.rules.base import Context, Finding
from sopgen.spec.clauses import LookupTable

CODE = "SOP410"
SEVERITY = Severity.ERROR

TOO_FEW = Message(
    zh="这一行只有 {cells} 格，而表格有 {columns} 列",
    en="this row fills {cells} of the table's {columns} columns",
)
TOO_MANY = Message(
    zh="这一行有 {cells} 格，而表格只有 {columns} 列",
    en="this row has {cells} cells, but the table has columns for {columns} only",
)
FILL = Message(zh='各列是：{names}；空着的一格写 ""', en='the columns are {names}; write "" for a cell that is empty')
QUOTE = Message(
    zh='各列是：{names}；格内有逗号时请加引号，例如 "1,000"',
    en='the columns are {names}; put quotes around a cell with a comma in it, as in "1,000"',
)


def check(context: Context) -> Iterator[Finding]:
    """Every row with another number of cells than its table has columns."""
    for path, table in context.index.of(LookupTable):
        columns = len(table.columns)
        names = listed(table.columns)
        for number, row in enumerate(table.rows):
            if len(row) != columns:
                message, hint = (TOO_FEW, FILL) if len(row) < columns else (TOO_MANY, QUOTE)
                told = message.format(cells=len(row), columns=columns)
                yield Finding((*path, "rows", number), told, hint.format(names=names))
