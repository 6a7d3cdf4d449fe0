"""The server around the pages: addresses for machines, previews of links, and its defences.

:func:`routes`, :func:`middleware` and :func:`warm_up` are what ``st.App`` in ``dashboard/app.py``
is made of, and :func:`take_up` what the last start kept; :mod:`dashboard.server.settings` says how
it is set up. ``docs/urls.md`` lists the addresses and ``docs/settings.md`` the settings.
"""

from dashboard.server.routes import routes
from dashboard.server.settings import settings_or_exit
from dashboard.server.stack import middleware
from dashboard.server.warming import warm_up
from dashboard.snapshot.checked import take_up

__all__ = ["middleware", "routes", "settings_or_exit", "take_up", "warm_up"]
