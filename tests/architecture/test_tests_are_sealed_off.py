"""Tests reach no other computer and none of the settings of the person who runs them."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from hypothesis import settings


def test_network_connection_to_another_computer_is_refused() -> None:
    with socket.socket() as outgoing, pytest.raises(AssertionError, match="connection to"):
        outgoing.connect(("192.0.2.1", 80))


def test_network_address_of_another_computer_is_refused() -> None:
    with pytest.raises(AssertionError, match="address of"):
        socket.create_connection(("example.invalid", 80))


def test_network_on_this_computer_is_allowed() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()[:2]).close()


def test_settings_folder_is_empty_and_not_the_persons_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    assert Path.home().is_relative_to(tmp_path_factory.getbasetemp())
    assert not list(Path(os.environ["XDG_CONFIG_HOME"]).iterdir())


def test_hypothesis_gives_the_same_examples_each_time() -> None:
    assert settings().derandomize
    assert settings().deadline is None
