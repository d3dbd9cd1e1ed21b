"""A site of somebody else's that embeds a world: a back end that holds the secret key and mints tokens, and a page."""

from __future__ import annotations

import json
import threading
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PAGE = """<!doctype html><meta charset="utf-8"><title>A shop</title>
<div id="world" style="height: 600px"></div>
<script src="{base}/embed.global.js"></script>
<script>
  window.heard = [];
  const note = (what) => (data) => window.heard.push([what, data ?? null]);
  fetch('/token').then((answer) => answer.text()).then((token) => {{
    window.embed = MakebelieveEmbed.createEmbed({{
      container: '#world', token, theme: {{ colorPrimary: '#00ff88' }},
      refreshToken: () => fetch('/token').then((answer) => answer.text()),
      onReady: note('ready'), onChoice: note('choice'), onStateEntered: note('state'),
      onEnding: note('ending'), onSessionEnded: note('ended'), onError: note('error'),
    }});
  }});
</script>"""


class HostSite:
    """Listens on a port of its own, which makes it another origin. `minted` counts its tokens."""

    def __init__(self, base: str, key: str, world_id: str, ttl: int = 300) -> None:
        self.minted = 0
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path == "/token":
                    site.minted += 1
                    self._answer("text/plain", site.mint())
                elif self.path == "/":
                    self._answer("text/html; charset=utf-8", PAGE.format(base=base))
                else:
                    self.send_error(404)

            def _answer(self, kind: str, text: str) -> None:
                data = text.encode()
                self.send_response(200)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.origin = f"http://127.0.0.1:{self._server.server_port}"
        self._mint = (base, key, {"worldId": world_id, "playerIdentity": "p", "origin": self.origin, "ttlSeconds": ttl})
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def mint(self) -> str:
        base, key, body = self._mint
        return str(call(base, key, "POST", "/v1/sessions/token", body)["token"])

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def call(base: str, key: str, method: str, path: str, body: Any = None) -> Any:
    """One call of the REST interface with a secret key."""
    headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}
    request = urllib.request.Request(base + path, json.dumps(body).encode(), headers, method=method)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.loads(answer.read())
