"""A place under a temporary folder, and a port that is taken."""

import socket

import pytest

from config.launching.place import Place


@pytest.fixture
def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


@pytest.fixture
def taken():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def here(tmp_path, free_port):
    return Place(tmp_path, tmp_path / "data", "127.0.0.1", free_port)
