"""A TCP proxy that can misbehave: pass bytes on, hold them back for ever, or delay each answer."""

import asyncio
import threading
from contextlib import suppress


class Proxy:
    """Stands before a server in a thread of its own; `mode` is pass, hold or a delay in seconds."""

    def __init__(self, target: int) -> None:
        self.target = target
        self.mode: str | float = "pass"
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._ready = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> "Proxy":
        self._thread.start()
        self._ready.wait(5)
        return self

    def __exit__(self, *_error: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        server.close()
        for task in asyncio.all_tasks(self._loop):
            task.cancel()
        with suppress(Exception):
            self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.mode == "hold":
            # Accepted and never answered: half-open.
            with suppress(asyncio.CancelledError):
                await asyncio.sleep(3600)
            return
        try:
            inner, outer = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            writer.close()
            return
        with suppress(asyncio.CancelledError):
            await asyncio.gather(self._pump(reader, outer, False), self._pump(inner, writer, True))

    async def _pump(
        self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, answers: bool
    ) -> None:
        with suppress(OSError):
            while data := await source.read(65536):
                if self.mode == "hold":
                    await asyncio.sleep(3600)
                if answers and isinstance(self.mode, float):
                    await asyncio.sleep(self.mode)
                sink.write(data)
                await sink.drain()
        with suppress(OSError):
            sink.close()
