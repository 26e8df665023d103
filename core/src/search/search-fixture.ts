import type { Sql } from '../db.ts'
import type { TextBlock } from '../documents/document.ts'
import { documentStore } from '../documents/store.ts'
import type { Section } from '../sections/section.ts'
import { sha256 } from '../sha256.ts'
import { seedFiling } from '../testing/seed-filing.ts'
import { indexText } from './index-text.ts'
import { insertSearchIndex } from './store.ts'

export interface IndexedFixture {
  accession_number: string
  cik?: string
  form_type?: string
  accepted_at?: string
  available_at?: string | null
  /** Paragraphs of the one document; those under a key are a section. */
  text: string | Record<string, string>
}

/** A published filing with one document, indexed as the parse does it. Returns the canonical text. */
export async function seedIndexed(sql: Sql, fixture: IndexedFixture): Promise<string> {
  const accepted_at = fixture.accepted_at ?? '2024-11-01T10:01:36Z'
  const filing = {
    accession_number: fixture.accession_number,
    dataset: 'test' as const,
    form_type: fixture.form_type ?? '10-K',
    filing_date: accepted_at.slice(0, 10),
    accepted_at,
  }
  await seedFiling(sql, { ...fixture, accepted_at, available_at: fixture.available_at ?? accepted_at })
  const { text, blocks, sections } = textOf(fixture.text)
  const document_id = `${fixture.accession_number}:1`
  const length = [...text].length
  await sql.begin(async (tx) => {
    await documentStore(sql).insert(tx, [
      {
        document_id,
        accession_number: fixture.accession_number,
        sequence: 1,
        document_type: filing.form_type,
        file_name: 'report.htm',
        description: null,
        byte_start: 0,
        byte_end: Buffer.byteLength(text),
        document_sha256: sha256(text),
        text_status: 'ok',
        text_sha256: sha256(text),
        text_length: length,
        text_byte_length: Buffer.byteLength(text),
        blocks_sha256: null,
        normaliser_version: '1.0.0',
      },
    ])
    await insertSearchIndex(tx, filing, [indexText({ document_id, sequence: 1 }, { text, blocks }, sections)])
  })
  return text
}

/** A canonical text of paragraphs, with its blocks and sections. */
export function textOf(content: string | Record<string, string>): {
  text: string
  blocks: TextBlock[]
  sections: Section[]
} {
  const parts = typeof content === 'string' ? { '': content } : content
  const text = Object.values(parts).join('\n\n')
  const blocks: TextBlock[] = []
  const sections: Section[] = []
  let at = 0
  for (const [section_key, part] of Object.entries(parts)) {
    const end = Math.min(text.length, at + part.length + 2)
    if (section_key !== '') {
      sections.push({
        section_key,
        title: null,
        status: 'ok',
        boundary_method: 'heading',
        confidence: 1,
        start: at,
        end,
        note: null,
      } as Section)
    }
    let start = at
    for (const paragraph of part.split('\n\n')) {
      const kind = /^\d+$/.test(paragraph) ? 'page_furniture' : 'paragraph'
      blocks.push({ kind, start, end: start + paragraph.length, bold: false })
      start += paragraph.length + 2
    }
    at = end
  }
  return { text, blocks, sections }
}
