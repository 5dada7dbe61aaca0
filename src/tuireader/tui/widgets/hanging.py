"""A label at the left and a text that wraps beside it."""

from textual.content import Content

_ROOM_BESIDE = 16
"""Cells that the text needs at least to stand beside its label and not below it."""


def hanging(label: Content, text: Content, label_width: int, width: int) -> Content:
    """Set a text beside its label, all its lines aligned; below it where there is no room.

    Args:
        label: What stands at the left; cut with an ellipsis if it is too long.
        text: What stands beside it.
        label_width: The width of the label's column, in cells.
        width: The width of both, in cells.
    """
    room = width - label_width
    if room < _ROOM_BESIDE:
        below = [line.pad_left(2) for line in text.wrap(max(1, width - 2))]
        return Content("\n").join([label, *below])
    lines = text.wrap(room) or [Content("")]
    cut = label.truncate(label_width - 1, ellipsis=True)
    first = cut.pad_right(label_width - cut.cell_length)
    return Content("\n").join(
        [first + lines[0], *(line.pad_left(label_width) for line in lines[1:])]
    )
