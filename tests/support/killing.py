"""kill -9 at random moments."""

import os
import random
import signal
import time
from contextlib import suppress

from tests.support.stage import Stage, children_of


def kill_at_random(
    stage: Stage, rng: random.Random, turns: int, pause: tuple[float, float]
) -> None:
    """Three times in four a child of the pool, else the whole worker, which comes back."""
    worker = stage.worker()
    for _turn in range(turns):
        time.sleep(rng.uniform(*pause))
        children = children_of(worker)
        if children and rng.random() < 0.75:
            with suppress(ProcessLookupError):
                os.kill(rng.choice(children), signal.SIGKILL)
        else:
            stage.kill(worker)
            worker = stage.worker()
