"""Where a portal runs: folder and address from the environment."""

import pytest

from config.launching import place
from config.launching.refusal import Refusal


def test_defaults_stand_in_the_code_folder(monkeypatch, tmp_path):
    for name in ("PORTAL_DATA", "HOST", "PORT", "PUBLIC_URL"):
        monkeypatch.delenv(name, raising=False)

    found = place.from_environ(tmp_path)

    assert (found.data, found.bind) == (tmp_path / ".data", "127.0.0.1:8000")
    assert found.url == "http://127.0.0.1:8000"


@pytest.mark.parametrize("text", ["0", "65536", "web", "-1", "８０"])
def test_a_port_that_is_none_is_refused(monkeypatch, text):
    monkeypatch.setenv("PORT", text)

    with pytest.raises(Refusal, match="不是 1 到 65535 之间的数字"):
        place.from_environ()


@pytest.mark.parametrize(
    ("host", "bind", "url"),
    [
        ("0.0.0.0", "0.0.0.0:8000", "http://127.0.0.1:8000"),
        ("::", "[::]:8000", "http://[::1]:8000"),
    ],
)
def test_any_address_is_printed_as_loopback(monkeypatch, tmp_path, host, bind, url):
    monkeypatch.delenv("PUBLIC_URL", raising=False)

    found = place.Place(tmp_path, tmp_path, host, 8000)

    assert (found.bind, found.url) == (bind, url)


def test_children_get_an_absolute_data_folder(here):
    environ = here.environ()

    assert environ["PORTAL_DATA"] == str(here.data)
    assert environ["PORT"] == str(here.port)
