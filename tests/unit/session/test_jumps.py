"""The jump list goes back and forward as a browser does."""

from tuireader.session.jumps import MOST_PLACES, JumpList


def test_back_and_forward() -> None:
    jumps: JumpList[int] = JumpList()
    jumps.leave(1)
    jumps.leave(2)
    assert jumps.back(3) == 2
    assert jumps.back(2) == 1
    assert jumps.back(1) is None
    assert jumps.forward(1) == 2
    assert jumps.forward(2) == 3
    assert jumps.forward(3) is None


def test_a_jump_from_the_middle_forgets_what_lay_ahead() -> None:
    jumps: JumpList[int] = JumpList()
    jumps.leave(1)
    assert jumps.back(2) == 1
    jumps.leave(1)
    assert jumps.forward(5) is None


def test_the_place_where_the_reader_is_does_not_count() -> None:
    jumps: JumpList[int] = JumpList()
    jumps.leave(1)
    jumps.leave(1)
    assert jumps.back(1) is None


def test_only_the_latest_places_are_kept() -> None:
    jumps: JumpList[int] = JumpList()
    for place in range(MOST_PLACES + 50):
        jumps.leave(place)
    steps = 0
    while jumps.back(-steps - 1) is not None:
        steps += 1
    assert steps == MOST_PLACES
