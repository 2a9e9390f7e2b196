"""A server on loopback that speaks OpenAI's protocol and fails as it is told; real HTTP, for the tests of the policy of calls."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple


class Reply(NamedTuple):
    """What goes over the wire. `drip` sends byte after byte until the server stops, `hang` sends nothing, `cut` breaks off in the middle."""

    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = (("content-type", "application/json"),)
    drip: bool = False
    hang: bool = False
    cut: bool = False


def completion(text, finish="stop", **more):
    """The body of a chat completion."""
    message = {"role": "assistant", "content": text, **more.pop("message", {})}
    usage = {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100, "prompt_tokens_details": {"cached_tokens": 800}}
    data = {
        "id": "c1",
        "object": "chat.completion",
        "created": 1,
        "model": "fault-1",
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        "usage": usage,
    }
    return json.dumps({**data, **more}).encode()


def answer(text, finish="stop", **more):
    return Reply(body=completion(text, finish, **more))


def refused(status, code="", message="no", **headers):
    body = json.dumps({"error": {"message": message, "type": code, "code": code}}).encode()
    return Reply(status, body, (("content-type", "application/json"), *((name.replace("_", "-"), value) for name, value in headers.items())))


class FaultServer:
    """Replies from a queue (the last one for ever) or from a function of the request's body; `asked` are the bodies that came, `heads` their headers."""

    def __init__(self, replies: Iterable[Reply] | Callable[[dict], Reply]) -> None:
        self.asked: list[dict] = []
        self.heads: list[dict[str, str]] = []
        self._stop = threading.Event()
        self._lock = threading.Lock()
        if callable(replies):
            self._reply = replies
        else:
            queue = list(replies)
            self._reply = lambda body: queue.pop(0) if len(queue) > 1 else queue[0]
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["content-length"])))
                with outer._lock:
                    outer.asked.append(body)
                    outer.heads.append({name.casefold(): value for name, value in self.headers.items()})
                    reply = outer._reply(body)
                outer._send(self, reply)

            def log_message(self, *words):
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_port}/v1"
        threading.Thread(target=lambda: self._server.serve_forever(poll_interval=0.01), daemon=True).start()

    def _send(self, handler, reply):
        if reply.hang:
            self._stop.wait()
            return
        handler.send_response(reply.status)
        for name, value in reply.headers:
            handler.send_header(name, value)
        handler.send_header("content-length", str(len(reply.body) + (1000 if reply.cut or reply.drip else 0)))
        handler.end_headers()
        try:
            handler.wfile.write(reply.body)
            while reply.drip and not self._stop.wait(0.02):
                handler.wfile.write(b" ")
                handler.wfile.flush()
        except OSError:
            pass
        if reply.cut:
            handler.close_connection = True
            handler.connection.close()

    def __enter__(self):
        return self

    def __exit__(self, *reason):
        self._stop.set()
        self._server.shutdown()
        self._server.server_close()
