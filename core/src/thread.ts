import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * Reading a filing makes tens of megabytes of objects that live as long as the reading. A young generation of this size holds
 * them, where a smaller one would be copied again and again.
 */
export const READING_LIMITS = { maxYoungGenerationSizeMb: 192 }

/** Starts a thread from a program beside the caller: a source, or what was made of it in a bundle. */
export function startThread(entry: URL, options: WorkerOptions = {}): Worker {
  if (!entry.pathname.endsWith('.ts')) return new Worker(entry, options)
  // A thread does not inherit the loader of its parent.
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'))
  const program = JSON.stringify(entry.href)
  const start = `import(${loader}).then(({ register }) => { register(); return import(${program}) })`
  return new Worker(start, { ...options, eval: true })
}
