import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sampleCorpus } from './corpus.ts'

/** Writes the sample corpus below `directory`, laid out like EDGAR's URLs. Files that are there are overwritten. */
export async function writeSampleCorpus(directory: string): Promise<{ files: number; bytes: number }> {
  let bytes = 0
  const corpus = sampleCorpus()
  for (const [path, content] of corpus) {
    const target = join(directory, path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, content)
    bytes += content.length
  }
  return { files: corpus.size, bytes }
}
