/** The undici instrumentation of OpenTelemetry creates one client span for a call, as for a request of native `fetch`. */
import { SpanKind, trace } from '@opentelemetry/api';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { createUndiciFetch } from '@plumbline/runtime/undici';
import { address, createClient, responderOf } from './client.ts';
import { expectEqual } from './expect-equal.ts';

const exporter = new InMemorySpanExporter();
const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
provider.register();
const instrumentation = new UndiciInstrumentation();
instrumentation.setTracerProvider(trace.getTracerProvider());

const native = await spansOf(async () => (await fetch(address)).text());
expectEqual('Spans of native fetch', native.length, 1);
const client = createClient();
expectEqual('Spans of a call', await spansOf(() => responderOf(client)), native);
const overUndici = createClient({ fetch: createUndiciFetch() });
expectEqual('Spans of a call over createUndiciFetch()', await spansOf(() => responderOf(overUndici)), native);
instrumentation.disable();

/** Collects the spans of some work, without durations and user agents, which differ. */
async function spansOf(work: () => Promise<unknown>): Promise<readonly object[]> {
  exporter.reset();
  await work();
  return exporter.getFinishedSpans().map(({ name, kind, attributes }) => ({
    name,
    kind: SpanKind[kind],
    url: attributes['url.full'],
    method: attributes['http.request.method'],
    status: attributes['http.response.status_code'],
  }));
}
