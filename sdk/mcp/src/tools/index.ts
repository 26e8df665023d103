import type { Tool } from '../tool.ts'
import { diffSection } from './diff.ts'
import { getPage, searchDocs } from './docs.ts'
import { verifyQuote, verifySignal } from './evidence.ts'
import { getFiling, searchFilings, searchText } from './filings.ts'
import { callOperation, listOperations } from './operations.ts'
import { listSections, readSection } from './sections.ts'
import { listSignals } from './signals.ts'

export const TOOLS: readonly Tool[] = [
  searchFilings,
  searchText,
  getFiling,
  listSections,
  readSection,
  listSignals,
  verifyQuote,
  verifySignal,
  diffSection,
  searchDocs,
  getPage,
  listOperations,
  callOperation,
]
