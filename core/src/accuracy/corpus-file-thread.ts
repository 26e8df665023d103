import { parentPort, workerData } from 'node:worker_threads'
import { openCorpus } from './corpus.ts'
import { type CorpusFileKey, readCorpusFile } from './corpus-file.ts'

const corpus = openCorpus((workerData as { directory: string }).directory)

parentPort?.on('message', (file: CorpusFileKey) => {
  parentPort?.postMessage(readCorpusFile(file, corpus.bytes(file.path)))
})
