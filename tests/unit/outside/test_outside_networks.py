"""Where calls may go: never into a network that only this machine can reach."""

import pytest

from adapters.outside.limiting import Patience
from adapters.outside.networks import Forbidden, PublicResolver, reachable


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",  # noqa: S104 - nobody listens there
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:169.254.169.254",
        "64:ff9b::a9fe:a9fe",
        "2002:a9fe:a9fe::1",
    ],
)
def test_what_only_this_network_can_reach_is_not_called(address: str) -> None:
    assert not reachable(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:4700::1111", "64:ff9b::5db8:d822", "::ffff:93.184.216.34"])
def test_what_everybody_can_reach_is_called(address: str) -> None:
    assert reachable(address)


async def test_a_name_that_leads_home_is_not_followed() -> None:
    with pytest.raises(Forbidden, match="not everybody's"):
        await PublicResolver().resolve("localhost", 443)


def test_whoever_knocks_too_often_waits_and_others_do_not() -> None:
    now = 0.0
    patience = Patience(3, 60.0, lambda: now, remembered=2)
    assert [patience.lets_in("a") for _ in range(5)] == [True, True, True, False, False]
    assert patience.lets_in("b")
    now = 20.0
    assert [patience.lets_in("a") for _ in range(2)] == [True, False]
    now = 1000.0
    assert [patience.lets_in("a") for _ in range(4)] == [True, True, True, False]


def test_only_so_many_are_remembered() -> None:
    patience = Patience(1, 60.0, lambda: 0.0, remembered=2)
    assert [patience.lets_in(one) for one in ("a", "b", "a")] == [True, True, False]
    assert [patience.lets_in(one) for one in ("c", "b")] == [True, True]
