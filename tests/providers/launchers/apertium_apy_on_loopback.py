"""Starts apertium-apy for this machine alone: arguments are those of `apertium-apy`.

By itself it serves on every interface, and has no option for another.
"""

import functools

from tornado.httpserver import HTTPServer

HTTPServer.bind = functools.partialmethod(HTTPServer.bind, address="127.0.0.1")

from apertium_apy import apy  # noqa: E402

apy.main()
