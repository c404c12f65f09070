import {
  type Attributes,
  context,
  type Histogram,
  metrics,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import type { CallContext } from './pipeline/call-context.ts';
import type { HttpRequest } from './pipeline/http-request.ts';
import type { Policy } from './pipeline/policy.ts';

/** Options of {@link openTelemetry}. */
export interface OpenTelemetryOptions {
  /**
   * Adds the attribute `url.template`, such as `/users/{user_id}`, to spans and to the metric. The conventions still mark it as
   * experimental. Span names have the template anyway. @default false
   */
  readonly urlTemplate?: boolean | undefined;
}

/** The name of the tracer and of the meter. */
const scope = '@plumbline/runtime';
/** All methods that OpenAPI knows, and CONNECT. The conventions call others `_OTHER`. */
const knownMethods = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE|CONNECT)$/;
/** The boundaries in seconds that the conventions recommend. */
const explicitBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/**
 * Makes a policy that reports to OpenTelemetry by its stable conventions for HTTP clients: a client span for each attempt, and the
 * metric `http.client.request.duration`. It sends the span's context to the vendor, through the configured propagator.
 *
 * A span ends when the response has arrived with its body; that of a stream ends with the headers. Retries and token requests have
 * their own spans. No attribute has a query, a header, or the value of a path parameter: `url.full` has its name in braces.
 *
 * @example
 * const magicbell = createMagicBell({ policies: { attempt: [openTelemetry()] } });
 * @see https://opentelemetry.io/docs/specs/semconv/http/http-spans/
 */
export function openTelemetry({ urlTemplate = false }: OpenTelemetryOptions = {}): Policy {
  const sent = new WeakMap<CallContext, number>();
  let histogram: Histogram | undefined;
  return async (request, next) => {
    const { call } = request;
    const { clock } = call;
    const resends = sent.get(call) ?? 0;
    sent.set(call, resends + 1);
    const template = readTemplate(call);
    const { name, url, attributes } = describeRequest(request, template);
    if (urlTemplate && template) attributes['url.template'] = template;
    const span = trace.getTracer(scope).startSpan(name, {
      kind: SpanKind.CLIENT,
      attributes: { ...attributes, 'url.full': url, ...(resends && { 'http.request.resend_count': resends }) },
    });
    const spanContext = trace.setSpan(context.active(), span);
    const headers: Record<string, string> = {};
    propagation.inject(spanContext, headers);
    // Not earlier: a meter that is made before the SDK is registered records nothing.
    histogram ??= metrics.getMeter(scope).createHistogram('http.client.request.duration', {
      description: 'Duration of HTTP client requests.',
      unit: 's',
      advice: { explicitBucketBoundaries },
    });
    const start = clock.now();
    const outcome: Attributes = {};
    try {
      const response = await context.with(spanContext, () => next(request.withHeaders(headers)));
      outcome['http.response.status_code'] = response.status;
      if (response.status >= 400) outcome['error.type'] = String(response.status);
      return response;
    } catch (cause) {
      outcome['error.type'] = nameError(cause);
      throw cause;
    } finally {
      span.setAttributes(outcome);
      if (outcome['error.type']) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
      histogram.record((clock.now() - start) / 1000, { ...attributes, ...outcome }, spanContext);
    }
  };
}

/** Finds the path template; undefined for `client.api`, whose path has values. The path of a token request has none. */
function readTemplate({ operation, priority, line }: CallContext): string | undefined {
  return operation?.path ?? (priority === 'high' ? line.path : undefined);
}

/** The name of a span, its `url.full`, and the attributes that the metric has too. */
function describeRequest({ url, method: sentMethod }: HttpRequest, template: string | undefined) {
  const { origin, protocol, hostname, port, pathname } = new URL(url);
  const upperCase = sentMethod.toUpperCase();
  const isKnown = knownMethods.test(upperCase);
  const method = isKnown ? upperCase : '_OTHER';
  const attributes: Attributes = {
    'http.request.method': method,
    'server.address': hostname.replace(/^\[|]$/g, ''),
    'server.port': Number(port) || (protocol === 'https:' ? 443 : 80),
  };
  return {
    name: `${isKnown ? method : 'HTTP'}${template ? ` ${template}` : ''}`,
    url: origin + (template ? withoutValues(pathname, template) : pathname),
    attributes,
  };
}

/** Replaces the end of a path by its template, because values of parameters may be personal data. */
function withoutValues(pathname: string, template: string): string {
  const length = template.split('/').length - 1;
  return pathname.split('/').slice(0, -length).join('/') + template;
}

/** A short name of an error, the same for all errors of its kind: the system's code, else the error's name. */
function nameError(cause: unknown): string {
  const { code, name } = Object(cause) as { readonly code?: unknown; readonly name?: unknown };
  const isName = (text: unknown): text is string => typeof text === 'string' && /^\w{1,64}$/.test(text);
  return [code, name].find(isName) ?? '_OTHER';
}
