import { loader } from 'fumadocs-core/source'
import { decisions, guides } from '../.source/server.ts'
import { problemPages, signalPages } from './generated-pages.ts'
import { referencePages, referencePlugin } from './reference-pages.ts'

/** Every page of the portal under /docs: written guides, decisions, and what is generated from the contract. */
export const source = loader(
  {
    guide: guides.toFumadocsSource(),
    decision: decisions.toFumadocsSource({ baseDir: 'decisions' }),
    problem: problemPages,
    signal: signalPages,
    reference: referencePages,
  },
  { baseUrl: '/docs', plugins: [referencePlugin] },
)

export type Page = (typeof source)['$inferPage']
