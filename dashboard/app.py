"""What ``streamlit run`` and uvicorn start: the server's ``app``; and, in a visitor's run, a page.

Streamlit imports this file once to find ``app``, and then runs it for every visitor to draw.
"""

from __future__ import annotations

import functools
import gc
import sys
from pathlib import Path

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

_ROOT = str(Path(__file__).resolve().parent.parent)
if _ROOT not in sys.path:
    # Hosts that install requirements.txt alone, such as Streamlit Community Cloud, would find
    # only this file's own folder.
    sys.path.append(_ROOT)

if get_script_run_ctx(suppress_warning=True) is None:
    # Nothing that is imported is garbage, and looking for some would take a tenth of the start.
    gc.disable()
    from dashboard.server import middleware, routes, settings_or_exit, take_up, warm_up

    gc.enable()
    checked = take_up()
    settings = settings_or_exit()
    app = st.App(
        Path(__file__).resolve(),
        lifespan=functools.partial(warm_up, settings=settings, checked=checked),
        routes=routes(settings),
        middleware=middleware(settings),
    )
else:
    from dashboard.page import page

    page()
