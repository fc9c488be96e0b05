"""`make run`: one command that brings the portal up and takes it down again.

Standard library only. Prepares the data folder and the database, starts web, beat and worker,
prints the address, restarts what falls, and on Ctrl-C, SIGTERM or its own death leaves no
process, no lock and no pid file behind. Every refusal is one sentence.
"""

import argparse
import os
import sys
from contextlib import closing
from functools import partial

from config.launching.box import welcome
from config.launching.children import children
from config.launching.deathsig import follow
from config.launching.health import healthy
from config.launching.lock import DataLock
from config.launching.parent import interrupted
from config.launching.place import Place, from_environ
from config.launching.preflight import check_folder, check_port, check_servers, check_space
from config.launching.prepare import collect_static, prepare
from config.launching.refusal import Refusal
from config.launching.stopping import Stopped, StopRequest
from config.launching.supervisor import Supervisor

# Children of a launcher that was killed need this long to let go of the port.
PATIENCE = 8.0


def main(arguments: list[str] | None = None) -> int:
    """Exit status: 0 after a wanted stop, 1 after a refusal."""
    options = _parser().parse_args(arguments)
    sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]
    stop = StopRequest()
    stop.listen()
    if options.with_parent:
        follow(os.getppid())
        stop.watch(interrupted(os.getppid()))
    try:
        run(from_environ(), stop)
    except Stopped:
        pass
    except Refusal as refusal:
        print(f"启动失败：{refusal}", file=sys.stderr)
        return 1
    print("已停止。", flush=True)
    return 0


def run(place: Place, stop: StopRequest) -> None:
    """From nothing to a portal that answers, until asked to stop; raises Refusal."""
    check_folder(place.data)
    with closing(DataLock(place.data)) as lock:
        lock.take()
        check_port(place, PATIENCE if lock.left_over else 0)
        check_space(place.data)
        check_servers()
        facts = prepare(place, stop)
        collect_static(place, stop)
        supervisor = Supervisor(children(place, facts), stop, place.code)
        announce = partial(print, welcome(place.url, facts), flush=True)
        supervisor.run(partial(healthy, place), announce)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="launch", description="启动村级党建督导平台")
    commands = parser.add_subparsers(dest="command", required=True)
    runner = commands.add_parser("run", help="启动网站、后台与定时进程，直到 Ctrl-C")
    runner.add_argument("--with-parent", action="store_true", help="父进程结束时一起停止")
    return parser


if __name__ == "__main__":
    sys.exit(main())
