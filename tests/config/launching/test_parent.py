"""An interrupt that make keeps for itself is noticed."""

import os
import signal
import subprocess
import sys

from config.launching.parent import interrupted
from config.launching.stopping import StopRequest
from tests.config.launching.processes import wait

# As GNU make does: forget the handler at the first signal, then wait for the command.
LIKE_MAKE = (
    "import signal, time\n"
    "def first(number, frame): signal.signal(number, signal.SIG_DFL)\n"
    "signal.signal(signal.SIGINT, first); print('up', flush=True)\n"
    "while True: time.sleep(1)"
)


def test_an_interrupted_make_is_noticed():
    with subprocess.Popen([sys.executable, "-c", LIKE_MAKE], stdout=subprocess.PIPE) as make:
        make.stdout.readline()
        question = interrupted(make.pid)
        assert not question()

        make.send_signal(signal.SIGINT)

        assert wait(question)
        make.kill()


def test_a_process_that_is_gone_is_no_interrupt():
    assert not interrupted(2**22 + 1)()


def test_waiting_asks_elsewhere():
    stop = StopRequest()
    stop.watch(interrupted(os.getpid()))
    assert not stop.wait(0)

    stop.watch(lambda: True)

    assert stop.wait(5)
