import type { Fact } from '../facts/fact.ts'
import { factsOfDocuments } from '../facts/filing-facts.ts'
import type { Section } from '../sections/section.ts'
import { sectionsOf } from '../sections/tile.ts'
import { sha256 } from '../sha256.ts'
import type { BenchDocument } from './bench-corpus.ts'
import { canonicalText } from './canonical-text.ts'
import type { CanonicalText } from './document.ts'

/** Everything that is read out of one report. */
export interface ReportReading {
  text: CanonicalText
  sections: Section[]
  facts: Fact[]
}

/** The whole pipeline, from bytes to text, tables, sections and facts. */
export function readReport({ bytes, form, filed_on }: BenchDocument): ReportReading {
  const text = canonicalText(bytes, 'html')
  const sections = sectionsOf(form, text, filed_on)
  const read = factsOfDocuments([{ document_id: 'report', kind: 'html', content: bytes, text }])
  return { text, sections, facts: read.flatMap(({ facts }) => facts) }
}

/** Address of all that was read: the same bytes have to give the same one on every run. */
export function hashOf({ text, sections, facts }: ReportReading): string {
  const { source: _, ...inline } = text.inline_xbrl ?? { source: '' }
  return sha256(JSON.stringify([{ ...text, inline_xbrl: inline }, sections, facts]))
}
