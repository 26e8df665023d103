/** Run once when the server starts: what the status page shows is measured from then on. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { statusMonitor } = await import('./src/status/monitor.ts')
  statusMonitor()
}
