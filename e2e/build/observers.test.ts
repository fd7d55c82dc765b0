import {
  AggregationTemporality,
  InMemoryMetricExporter,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { expect, it, vi } from 'vitest';
import { onEvent } from '../../docs/examples/observe-console.ts';

it('The console adapter writes each event', () => {
  const info = vi.spyOn(console, 'info').mockImplementation(() => undefined);
  onEvent({ type: 'page-opened', page: '/' });
  expect(info.mock.calls).toEqual([['[mfa] page-opened', { page: '/' }]]);
  info.mockRestore();
});

it('The OpenTelemetry adapter counts events, and measures actions and vitals', async () => {
  // What the module expects of a browser.
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('location', { origin: 'https://mfa.example.com' });
  const { meter } = await import('../../docs/examples/observe-opentelemetry.ts');
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 60_000 });
  const tell = meter(reader);
  const turnOn = { action: 'turn-on', method: 'PASSKEY', milliseconds: 40 } as const;
  tell({ type: 'action-done', ...turnOn });
  tell({ type: 'action-failed', ...turnOn, why: '403' });
  tell({ type: 'vital-measured', name: 'LCP', value: 900, rating: 'good' });
  await reader.forceFlush();
  const metrics = exporter.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics);
  const points = metrics.flatMap(({ metrics }) =>
    metrics.flatMap(({ descriptor, dataPoints }) =>
      dataPoints.map(({ attributes }) => [descriptor.name, attributes]),
    ),
  );
  const [done, failed] = [
    { type: 'action-done', action: 'turn-on', method: 'PASSKEY' },
    { type: 'action-failed', action: 'turn-on', method: 'PASSKEY', why: '403' },
  ];
  expect(points).toEqual([
    ['mfa.events', done],
    ['mfa.events', failed],
    ['mfa.action.duration', done],
    ['mfa.action.duration', failed],
    ['mfa.web_vital', { name: 'LCP', rating: 'good' }],
  ]);
  await reader.shutdown();
});
