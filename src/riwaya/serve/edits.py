"""What editors do: names put together or apart, an article moved, a claim's join undone; kept with who and when.

`GET /edits` lists them; a form's `token` comes from `form_token`.
"""

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from riwaya.errors import RiwayaError
from riwaya.records import Decision, DecisionKind
from riwaya.run import desk
from riwaya.serve.access.guard import identity
from riwaya.serve.access.login import checked_form
from riwaya.serve.preferences import own

_LONGEST = 300


def form_token(request: Request) -> str:
    """What the forms of this request's page carry; "" where whoever asks may not edit."""
    asker = identity(request)
    return str(request.app.state.site.sessions.form_token(asker.session)) if asker.edits else ""


async def _decided(request: Request) -> Response:
    """`kind` (name, article, claim), `one`, `other`, `verdict` (together, apart, forget), `next`, `token`."""
    form = await checked_form(request)
    site = request.app.state.site
    kind, one, other = (form.get(field, "")[:_LONGEST].strip() for field in ("kind", "one", "other"))
    verdict = form.get("verdict", "")
    if kind not in set(DecisionKind) or verdict not in ("together", "apart", "forget") or not one or not other:
        raise HTTPException(400)
    if verdict == "forget":
        await run_in_threadpool(site.store.undecide, one, other)
    else:
        together = verdict == "together"
        who, now = identity(request).name, site.now()
        decision = Decision(kind=DecisionKind(kind), one=one, other=other, together=together, who=who, made=now)
        try:
            await run_in_threadpool(desk.decide, site.store, decision)
        except RiwayaError as fault:
            raise HTTPException(400) from fault
    return RedirectResponse(own(form.get("next", "/")), status_code=303)


def _listed(request: Request) -> Response:
    decided = request.app.state.site.store.decided()
    return JSONResponse(
        [
            {
                "kind": d.kind,
                "one": d.one,
                "other": d.other,
                "together": d.together,
                "who": d.who,
                "made": d.made.isoformat() if d.made else None,
            }
            for d in decided
        ]
    )


def _token(request: Request) -> Response:
    return JSONResponse({"token": form_token(request)}, headers={"cache-control": "no-store"})


ROUTES = [
    Route("/edits", _listed, methods=["GET"], name="edits"),
    Route("/edits", _decided, methods=["POST"]),
    Route("/edits/token", _token, methods=["GET"]),
]
