import type { DirectReader } from '../cache/direct.ts'
import type { FilingsNow } from './details-together.ts'

/** `GET /v1/filings/{accession_number}`, with dashes and nothing behind it. */
export function directFilings(filingsNow: FilingsNow): DirectReader {
  return {
    prefix: '/v1/filings/',
    id: /^\d{10}-\d\d-\d{6}$/,
    parameter: 'accession_number',
    async read(dataset, accessionNumber) {
      const { as_of, filing } = await filingsNow[dataset].read(accessionNumber)
      return filing && { as_of, payload: Object.assign(filing, { object: 'filing' }) }
    },
  }
}
