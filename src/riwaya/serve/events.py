"""News of the store as server-sent events: how many articles came, whether stories were told anew."""

from collections.abc import AsyncIterator

import anyio
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import StreamingResponse
from starlette.routing import Route

from riwaya.serve.site import Site

_PAUSE = 0.5  # seconds between two looks at whether to end
_EVERY = 6  # pauses between two looks at the store
_ALIVE = 60  # pauses after which a line says that the connection stands
_LONGEST = 7200  # pauses: an hour, then the browser comes again


async def _told(request: Request) -> StreamingResponse:
    site: Site = request.app.state.site
    return StreamingResponse(
        _stream(request, site), media_type="text/event-stream", headers={"cache-control": "no-store"}
    )


async def _stream(request: Request, site: Site) -> AsyncIterator[str]:
    """An event whenever stories changed; its data is the number of articles that came since the one before."""
    version, newest = await run_in_threadpool(_state, site)
    yield "retry: 5000\n\n"
    for pause in range(1, _LONGEST):
        await anyio.sleep(_PAUSE)
        if site.ending.is_set() or await request.is_disconnected():
            return
        now = await run_in_threadpool(_state, site) if pause % _EVERY == 0 else (version, newest)
        if now[0] != version:
            yield f"event: stories\ndata: {now[1] - newest}\n\n"
            version, newest = now
        elif pause % _ALIVE == 0:
            yield ": alive\n\n"


def _state(site: Site) -> tuple[str, int]:
    return site.store.version(), site.store.newest()


ROUTES = [Route("/events", _told)]
