import { monitorEventLoopDelay } from 'node:perf_hooks'

/** Delay of the event loop since it was last read. */
const loop = monitorEventLoopDelay({ resolution: 20 })
loop.enable()

/** What the portal's process uses, as Prometheus reads it: under the names that the other processes have for it. */
export function processMetrics(): string {
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed, heapTotal } = process.memoryUsage()
  const p99 = loop.percentile(99) / 1e9
  loop.reset()
  return [
    metric('process_cpu_seconds_total', 'counter', 'Processor time used, in seconds.', (user + system) / 1e6),
    metric('process_resident_memory_bytes', 'gauge', 'Memory in use, in bytes.', rss),
    metric('nodejs_heap_size_used_bytes', 'gauge', 'Heap in use, in bytes.', heapUsed),
    metric('nodejs_heap_size_total_bytes', 'gauge', 'Heap, in bytes.', heapTotal),
    metric('nodejs_eventloop_lag_p99_seconds', 'gauge', 'Delay of the event loop, 99th percentile.', p99),
    metric(
      'process_start_time_seconds',
      'gauge',
      'When the process began.',
      Date.now() / 1000 - process.uptime(),
    ),
  ].join('')
}

function metric(name: string, type: 'counter' | 'gauge', help: string, value: number): string {
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${name} ${value}\n`
}
