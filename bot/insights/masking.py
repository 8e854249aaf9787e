"""Small numbers are not told: whoever knows the place would know who is meant."""

from collections.abc import Mapping

SMALLEST = 5
"""The smallest number that is told; smaller ones, but nothing at all, read "<5"."""
FEW, LEFT_OUT = f"<{SMALLEST}", "*"


def told(number: int) -> str:
    """One number that stands for itself."""
    return FEW if 0 < number < SMALLEST else str(number)


def parts(numbers: Mapping[str, int], *, of_total: bool = True) -> dict[str, str]:
    """The parts of a sum, each as it may be told.

    Where the sum is told too (`of_total`) and one part alone is small, it could be worked out from the others: the next
    smallest of them is left out as well.
    """
    said = {name: told(number) for name, number in numbers.items()}
    small = [name for name, number in numbers.items() if 0 < number < SMALLEST]
    others = [name for name, number in numbers.items() if number >= SMALLEST]
    if of_total and len(small) == 1 and others and sum(numbers.values()) >= SMALLEST:
        said[min(others, key=lambda name: (numbers[name], name))] = LEFT_OUT
    return said
