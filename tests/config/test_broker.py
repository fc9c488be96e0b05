"""The broker of files: messages appear whole and are taken once."""

import threading
from queue import Empty

import pytest
from kombu import Connection, Exchange, Queue

from config.broker import Transport

QUEUE = Queue("work", Exchange("work", type="direct"), routing_key="work")


@pytest.fixture
def connect(tmp_path):
    # A process knows one folder for its whole life; tests have one each.
    Transport.global_state.clear()
    folders = {
        "data_folder_in": str(tmp_path), "data_folder_out": str(tmp_path),
        "control_folder": str(tmp_path / "control"),
    }  # fmt: skip

    def opened():
        return Connection(transport=Transport, transport_options=folders)

    return opened


def _put(connect, numbers):
    with connect() as connection:
        producer = connection.Producer()
        for number in numbers:
            producer.publish({"n": number}, routing_key="work", exchange="work", declare=[QUEUE])


def _take(connect, into):
    with connect() as connection:
        bound = QUEUE(connection.default_channel)
        bound.declare()
        while (message := bound.get(no_ack=True)) is not None:
            into.append(message.payload["n"])


def test_messages_come_in_their_order(connect):
    _put(connect, range(5))

    taken = []
    _take(connect, taken)

    assert taken == [0, 1, 2, 3, 4]


def test_many_hands_take_each_message_once(connect):
    senders = [
        threading.Thread(target=_put, args=(connect, range(k * 50, k * 50 + 50))) for k in range(4)
    ]
    for one in senders:
        one.start()
    for one in senders:
        one.join()
    taken: list[int] = []
    takers = [threading.Thread(target=_take, args=(connect, taken)) for _ in range(4)]
    for one in takers:
        one.start()
    for one in takers:
        one.join()

    assert sorted(taken) == list(range(200))


def test_an_empty_folder_is_no_error(connect):
    with connect() as connection, pytest.raises(Empty):
        connection.default_channel._get("work")
