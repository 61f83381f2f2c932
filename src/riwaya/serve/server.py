"""The application on an address: uvicorn, told in time to those who hold a connection open."""

from collections.abc import Callable
from types import FrameType

import uvicorn
from starlette.applications import Starlette

from riwaya.serve.site import Site


class _Server(uvicorn.Server):
    """Ctrl-C ends streams of events too: uvicorn waits for them, and they would not end by themselves."""

    def __init__(self, config: uvicorn.Config, site: Site) -> None:
        super().__init__(config)
        self.site = site

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.site.ending.set()
        super().handle_exit(sig, frame)


def run(app: Starlette, host: str, port: int, told: Callable[[str], None]) -> None:
    """Serve until told to stop; `told` is given the address once it is taken, port 0 being any that is free."""
    config = uvicorn.Config(app, host=host, port=port, log_level="warning", server_header=False)
    bound = config.bind_socket()
    bound.listen(config.backlog)  # whoever reads the address may come before the server has begun
    named = f"[{host}]" if ":" in host else host
    told(f"http://{named}:{bound.getsockname()[1]}/")
    _Server(config, app.state.site).run(sockets=[bound])
