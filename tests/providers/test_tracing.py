"""Traces: real spans through the real exporter to a collector that only keeps what it is sent."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from makebelieve.kit.origin import Origin, Untraced, origin, working_for
from makebelieve.providers.tracing import Traces, open_traces

PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


@pytest.fixture
def collector() -> Iterator[tuple[str, list[ExportTraceServiceRequest]]]:
    received: list[ExportTraceServiceRequest] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if self.path == "/v1/traces":
                received.append(ExportTraceServiceRequest.FromString(body))
            self.send_response(200)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}", received
    server.shutdown()
    server.server_close()


def test_spans_reach_the_collector(collector: tuple[str, list[ExportTraceServiceRequest]]) -> None:
    url, received = collector
    traces = open_traces(url + "/", "1.2.3")
    with traces.span("GET", PARENT, request_id="req_1") as span:
        span.note("GET /x", http_response_status_code=200)
    traces.close()
    (resource,) = received[0].resource_spans
    named = {pair.key: pair.value.string_value for pair in resource.resource.attributes}
    assert (named["service.name"], named["service.version"]) == ("makebelieve", "1.2.3")
    (sent,) = resource.scope_spans[0].spans
    assert sent.name == "GET /x"
    assert sent.trace_id.hex() == PARENT.split("-")[1]
    assert sent.parent_span_id.hex() == PARENT.split("-")[2]
    assert {pair.key for pair in sent.attributes} == {"request.id", "http.response.status.code"}


def test_a_job_continues_the_trace_of_its_request() -> None:
    exporter = InMemorySpanExporter()
    traces = Traces(exporter, "1")
    with traces.span("POST", None) as request:
        stored = Origin("req_1", request.traceparent).as_json()
    again = Origin.from_json(stored)
    assert again is not None
    with pytest.raises(ZeroDivisionError), traces.span("job generate", again.traceparent):
        _ = 1 / 0
    traces.close()
    first, second = exporter.get_finished_spans()
    assert second.parent is not None
    assert second.parent.span_id == first.context.span_id
    assert (first.status.is_ok, second.status.is_ok) == (True, False)


@pytest.mark.parametrize("parent", [None, "", "nonsense", "00-0-0-01", PARENT.upper() * 9])
def test_a_parent_that_is_none_begins_a_trace(parent: str | None) -> None:
    exporter = InMemorySpanExporter()
    traces = Traces(exporter, "1")
    with traces.span("GET", parent):
        pass
    traces.close()
    assert exporter.get_finished_spans()[0].parent is None


def test_untraced_work_passes_nothing_on() -> None:
    with Untraced().span("GET", PARENT) as span, working_for(Origin("req_1", span.traceparent)):
        span.note("x", failed=True, a=1)
        assert origin() == Origin("req_1", None)
    assert origin() is None
    assert Origin.from_json(Origin("req_1").as_json()) == Origin("req_1")
    assert Origin.from_json(None) is None
