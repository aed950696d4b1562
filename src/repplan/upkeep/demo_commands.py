"""``repplan demo``: a made-up territory to play in, beside your own store, never in it."""

from __future__ import annotations

from gettext import gettext as _
from typing import Annotated

import typer

from repplan.cli.options import Json


def demo(
    ctx: typer.Context,
    play: Annotated[
        bool, typer.Option("--play", help=_("play a day on it, on screen, and keep nothing"))
    ] = False,
    anew: Annotated[bool, typer.Option("--anew", help=_("make the demo store anew"))] = False,
    json: Json = False,
) -> None:
    """Make a territory to play in. Everybody in it is fictional; your own store isn't touched."""
    from repplan.cli.runtime import runtime_of
    from repplan.cli.show import out, out_json
    from repplan.exchange.pack_flow import load_pack
    from repplan.upkeep.demo.build import WHO, demo_language, put_demo
    from repplan.upkeep.demo.playing import demo_path, play_day
    from repplan.upkeep.demo.views import demo_json, demo_lines

    runtime = runtime_of(ctx)
    if play:
        play_day(runtime.language, load_pack)
        return
    path = demo_path(runtime.store)
    counts = (
        put_demo(
            path,
            language=runtime.language,
            clock=runtime.clock,
            ids=runtime.ids,
            load_pack=load_pack,
        )
        if anew or not path.exists()
        else {}
    )
    if json:
        out_json(demo_json(path, counts))
        return
    made_in = (None if counts else demo_language(path)) or runtime.language
    out(demo_lines(path, counts, WHO[made_in], is_yours=made_in == runtime.language))
