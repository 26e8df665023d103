import { parentPort, workerData } from 'node:worker_threads'
import { fuzzBases } from './fuzz-bases.ts'
import { fuzzCase } from './fuzz-case.ts'

const { seed } = workerData as { seed: number }
const { submissions } = fuzzBases()

parentPort?.on('message', (index: number) => {
  parentPort?.postMessage(fuzzCase(submissions, seed, index))
})
