"""Remembers how sheets of registers were read, within a transaction that the store has begun.

Next year's file has the same headings. The headings are therefore the mark of a layout, however they were typed.
"""

from hashlib import sha256

import sqlalchemy as sa

from engine.interview.folding import fold
from engine.model.register import Layout
from engine.store import rows
from engine.store.records import Records, understanding
from engine.store.schema import layouts

_LAST = sa.select(sa.func.max(layouts.c.seq)).group_by(layouts.c.mark)
_REMEMBERED = sa.select(layouts).where(layouts.c.seq.in_(_LAST)).order_by(layouts.c.seq.desc())


def remembered(records: Records) -> tuple[Layout, ...]:
    """The last layout of every mark, the one remembered last first.

    Raises:
        ShusekiError: a row is damaged.
    """
    with understanding(records.where):
        found = records.connection.execute(_REMEMBERED)
        return tuple(Layout.model_validate_json(rows.intact(row)["content"]) for row in found)


def remember(records: Records, layout: Layout) -> None:
    """Notes how a sheet was read."""
    row = {"mark": mark(layout), "recorded": records.now, "content": rows.of_model(layout)}
    records.connection.execute(sa.insert(layouts), rows.sealed(row))


def mark(layout: Layout) -> str:
    """What two layouts of the same headings have in common, whichever field each column was taken for."""
    headings = [fold(choice.heading) for choice in sorted(layout.columns, key=lambda choice: choice.column)]
    return sha256("\n".join(headings).encode()).hexdigest()
