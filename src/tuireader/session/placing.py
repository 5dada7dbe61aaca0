"""Find the reader's place again in an article whose text has changed."""

CONTEXT = 400
"""Characters around the place that are compared; enough to know it again, quick to compare."""


def moved_offset(old: str, new: str, offset: int) -> int:
    """Return where the text at an offset of the old text stands in the new one.

    The words after the place are looked for as they are, nearest to where they stood; if they
    were changed too, what stands around the place is aligned.

    Args:
        old: The text before.
        new: The text now.
        offset: A place in the old text.
    """
    if old == new:
        return offset
    for length in (120, 40):
        words = old[offset : offset + length]
        found = _nearest(new, words, offset) if words.strip() else None
        if found is not None:
            return found
    from difflib import SequenceMatcher

    begin = max(0, offset - CONTEXT)
    there = max(0, min(begin, len(new) - 2 * CONTEXT))
    old_part, new_part = old[begin : offset + CONTEXT], new[there : there + 4 * CONTEXT]
    match = SequenceMatcher(None, old_part, new_part, autojunk=False).find_longest_match()
    moved = there + match.b + (offset - begin - match.a)
    return max(0, min(moved if match.size > 20 else offset, max(0, len(new) - 1)))


def _nearest(text: str, words: str, offset: int) -> int | None:
    after, before = text.find(words, offset), text.rfind(words, 0, offset + len(words))
    found = [place for place in (after, before) if place >= 0]
    return min(found, key=lambda place: abs(place - offset)) if found else None
