import { harrowgate } from './companies/harrowgate/harrowgate.ts'
import { merrowfield } from './companies/merrowfield/merrowfield.ts'
import { quillfeather } from './companies/quillfeather/quillfeather.ts'
import { tarnwick } from './companies/tarnwick/tarnwick.ts'
import { velmora } from './companies/velmora/velmora.ts'
import type { Company } from './company.ts'
import { type SampleFiling, sampleFilings } from './filings.ts'
import { indexFiles, submissionPath } from './index-files.ts'

/** Three invented companies, a manager of money and a fund. No name, person, address or sentence in the corpus belongs to a real one. */
export const sampleCompanies: Company[] = [tarnwick, quillfeather, velmora, harrowgate, merrowfield]

/** The filings with what the generator knows about them, oldest first. */
export function sampleCorpusFilings(): SampleFiling[] {
  return sampleFilings(sampleCompanies)
}

/**
 * The corpus as EDGAR would serve it: path (without a leading slash) to bytes. The same bytes on every call and machine.
 * Layout: `Archives/edgar/data/<cik>/<18 digits>/<accession number>.txt`, `submissions/`, `files/`, and the indexes.
 */
export function sampleCorpus(): Map<string, Buffer> {
  const filings = sampleCorpusFilings()
  const corpus = new Map<string, Buffer>()
  for (const filing of filings) corpus.set(`Archives/${submissionPath(filing)}`, filing.submission)
  for (const [path, bytes] of indexFiles(sampleCompanies, filings)) corpus.set(path, bytes)
  return corpus
}
