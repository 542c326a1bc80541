"""An expression of time as it was found in a sentence."""

from typing import NamedTuple

from marsad.model.values import Interval


class Found(NamedTuple):
    """One expression of time: its items `k:end` and what it means, read backwards and ahead.

    `attribute` tells that it only describes a thing ("the 2015 deal"), `forward` that it is the date of what stands
    behind it ("two days after the leaders met"), `counted` that it counts from another date; `within` is what it means
    without its "since".
    """

    k: int
    end: int
    back: Interval
    ahead: Interval
    attribute: bool = False
    forward: bool = False
    counted: bool = False
    within: Interval | None = None
