import { loader } from 'fumadocs-core/source'
import { decisions, guides } from '../.source/server.ts'
import { problemPages, signalPages } from './generated-pages.ts'

/** Every page under /docs but the reference: written guides, decisions, problem codes and signal types. */
export const source = loader(
  {
    guide: guides.toFumadocsSource(),
    decision: decisions.toFumadocsSource({ baseDir: 'decisions' }),
    problem: problemPages,
    signal: signalPages,
  },
  { baseUrl: '/docs' },
)

export type Page = (typeof source)['$inferPage']
