/** OpenTelemetry's own SDK in memory, registered for each test of a file. */
import { type Attributes, context, metrics, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { AggregationTemporality, DataPointType, MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { afterEach, beforeEach } from 'vitest';

/** Reads metrics when a test asks for them. */
class TestReader extends MetricReader {
  protected override async onForceFlush(): Promise<void> {}
  protected override async onShutdown(): Promise<void> {}
}

/** One series of the histogram of durations. */
interface Series {
  readonly attributes: Attributes;
  readonly count: number;
  /** The sum of the durations in seconds. */
  readonly sum: number | undefined;
  readonly boundaries: readonly number[];
}

export interface Telemetry {
  /** The spans that have ended, in the order of their ends. */
  readonly spans: () => ReadableSpan[];
  readonly series: () => Promise<Series[]>;
}

/** Registers the SDK before each test, and removes it afterwards. */
export function recordTelemetry(): Telemetry {
  let exporter: InMemorySpanExporter;
  let reader: MetricReader;
  beforeEach(() => {
    exporter = new InMemorySpanExporter();
    reader = new TestReader({ aggregationTemporalitySelector: () => AggregationTemporality.DELTA });
    trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }));
    metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
    context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
    propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  });
  afterEach(() => {
    for (const api of [trace, metrics, context, propagation]) api.disable();
  });
  return {
    spans: () => exporter.getFinishedSpans(),
    async series() {
      const { resourceMetrics } = await reader.collect();
      const all = resourceMetrics.scopeMetrics.flatMap((scope) => scope.metrics);
      return all.flatMap((metric) => {
        const { name, unit } = metric.descriptor;
        if (name !== 'http.client.request.duration' || unit !== 's') throw new Error(`${name} in ${unit}`);
        if (metric.dataPointType !== DataPointType.HISTOGRAM) throw new Error(`${name} is not a histogram.`);
        return metric.dataPoints.map(({ attributes, value: { count, sum, buckets } }) => ({
          attributes,
          count,
          sum,
          boundaries: buckets.boundaries,
        }));
      });
    },
  };
}
