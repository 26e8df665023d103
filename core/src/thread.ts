import { Worker, type WorkerOptions } from 'node:worker_threads'

/** Starts a thread from a program beside the caller: a source, or what was made of it in a bundle. */
export function startThread(entry: URL, options: WorkerOptions = {}): Worker {
  if (!entry.pathname.endsWith('.ts')) return new Worker(entry, options)
  // A thread does not inherit the loader of its parent.
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'))
  const program = JSON.stringify(entry.href)
  const start = `import(${loader}).then(({ register }) => { register(); return import(${program}) })`
  return new Worker(start, { ...options, eval: true })
}
