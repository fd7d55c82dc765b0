import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import type { MetricReader } from '@opentelemetry/sdk-metrics';
import type { AppEvent } from '../../src/api/observe.ts';

/**
 * Sends counts and durations to this origin, where a proxy passes them on to an OpenTelemetry collector:
 * the page's policy lets it talk to nobody else.
 */
export const onEvent = meter(
  new PeriodicExportingMetricReader({
    exporter: new OTLPMetricExporter({ url: `${location.origin}/v1/metrics` }),
    exportIntervalMillis: 30_000,
  }),
);

export function meter(reader: MetricReader): (event: AppEvent) => void {
  const provider = new MeterProvider({ readers: [reader] });
  const meter = provider.getMeter('mfa-settings');
  const events = meter.createCounter('mfa.events');
  const durations = meter.createHistogram('mfa.action.duration', { unit: 'ms' });
  const vitals = meter.createHistogram('mfa.web_vital');
  // What is not sent yet would be lost with the page.
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void provider.forceFlush();
  });
  return (event) => {
    if (event.type === 'vital-measured') {
      vitals.record(event.value, { name: event.name, rating: event.rating });
      return;
    }
    const { type, ...details } = event;
    const { milliseconds, ...attributes } = { milliseconds: undefined, ...details };
    events.add(1, { type, ...attributes });
    if (milliseconds !== undefined) durations.record(milliseconds, { type, ...attributes });
  };
}
