"""Only a receiver whose certificate holds gets a message."""

from pathlib import Path
from typing import Any

import pytest

from rectification.supervision.sending import webhook
from tests.rectification.supervision.notices.certificates import authority, server_side
from tests.rectification.supervision.notices.receiver import receiving

SIGNED = {"webhook-id": "m1", "webhook-timestamp": "1", "webhook-signature": "v1,x"}


@pytest.fixture(autouse=True)
def this_machine(settings: Any) -> None:
    """Tests may call it."""
    settings.WEBHOOK_NETWORKS = ["127.0.0.0/8"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def _post(url: str) -> Any:
    return webhook.post(url, headers=SIGNED, body="{}")


def test_a_certificate_by_nobody_is_refused(folder: Path) -> None:
    with receiving(server_side(folder)) as receiver:
        outcome = _post(receiver.url)

    assert receiver.url.startswith("https://")
    assert (outcome.reached, outcome.words) == (False, "对方的证书无效")
    assert receiver.taken == {}
    assert receiver.asked == []


def test_an_authority_that_the_operator_trusts(folder: Path, settings: Any) -> None:
    trusted = authority(folder)
    settings.WEBHOOK_CA_FILE = str(trusted.path)

    with receiving(server_side(folder, by=trusted)) as receiver:
        outcome = _post(receiver.url)

    assert (outcome.arrived, outcome.code) == (True, 200)
    assert receiver.taken == {"m1": "{}"}


def test_an_authority_that_nobody_trusts(folder: Path) -> None:
    with receiving(server_side(folder, by=authority(folder))) as receiver:
        outcome = _post(receiver.url)

    assert (outcome.reached, receiver.asked) == (False, [])


@pytest.mark.parametrize("wrong", [{"name": "127.0.0.2"}, {"days": -1}])
def test_a_certificate_for_another_or_one_that_is_over(
    folder: Path, settings: Any, wrong: dict[str, Any]
) -> None:
    trusted = authority(folder)
    settings.WEBHOOK_CA_FILE = str(trusted.path)

    with receiving(server_side(folder, by=trusted, **wrong)) as receiver:
        outcome = _post(receiver.url)

    assert (outcome.reached, outcome.words) == (False, "对方的证书无效")
    assert receiver.asked == []


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_a_file_of_authorities_that_cannot_be_read(
    folder: Path, settings: Any, content: str | None
) -> None:
    path = folder / "ca.pem"
    settings.WEBHOOK_CA_FILE = str(path)
    if content:
        path.write_text(content)

    with receiving(server_side(folder)) as receiver:
        outcome = _post(receiver.url)

    assert (outcome.reached, "证书机构文件" in outcome.words) == (False, True)
    assert receiver.asked == []


def test_a_receiver_that_speaks_no_tls(folder: Path) -> None:
    with receiving() as receiver:
        outcome = _post(receiver.url.replace("http:", "https:"))

    assert (outcome.reached, receiver.asked) == (False, [])
