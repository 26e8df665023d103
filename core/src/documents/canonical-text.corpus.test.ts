import { describe, expect, test } from 'vitest'
import { hasCorpus, realSubmissions } from '../filings/real-submissions.ts'
import { readSubmission } from '../filings/submission.ts'
import { canonicalText } from './canonical-text.ts'
import type { CanonicalText } from './document.ts'
import { type DocumentKind, documentKind } from './document-kind.ts'

/** Letters and digits of markup with its tags taken out by the crudest means: nothing of it may be missing. */
function crudeText(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(script|style|title|textarea|select|ix:resources|ix:references)\b[\s\S]*?<\/\1\s*>/gi, ' ')
    .replace(/<[a-zA-Z/!?][^>]*>/g, '')
    .replace(/&#?\w+;?/g, '')
    .replace(/[^A-Za-z0-9]+/g, '')
}

describe.skipIf(!hasCorpus)('every document of every full submission of the corpus', () => {
  const texts: { id: string; kind: DocumentKind; bytes: Uint8Array; text: CanonicalText }[] = []
  const kinds = new Map<string, number>()
  const misjudged: string[] = []
  for (const { bytes } of hasCorpus ? realSubmissions() : []) {
    let submission: ReturnType<typeof readSubmission>
    try {
      submission = readSubmission(bytes)
    } catch {
      continue
    }
    for (const document of submission.documents) {
      const content = bytes.subarray(document.byte_start, document.byte_end)
      const kind = documentKind(document, content)
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      const id = `${submission.header.accession_number}:${document.sequence}`
      const extension = /\.(\w+)$/.exec(document.file_name ?? '')?.[1]?.toLowerCase() ?? ''
      const expected = {
        htm: 'html',
        txt: 'text',
        xml: 'xml',
        xsd: 'xml',
        jpg: 'uuencoded',
        gif: 'uuencoded',
        pdf: 'uuencoded',
        zip: 'uuencoded',
        xlsx: 'uuencoded',
      }[extension]
      // One fixture of its source has a line of prose in place of every document.
      if (expected !== undefined && expected !== kind && !id.startsWith('0000320193-17-000009'))
        misjudged.push(`${id} ${kind}`)
      if (kind === 'html' || kind === 'xml' || kind === 'text') {
        texts.push({ id, kind, bytes: content, text: canonicalText(content, kind) })
      }
    }
  }

  test('is told for what it is', () => {
    console.log(
      `${texts.length} texts of ${[...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')}`,
    )
    expect(misjudged).toEqual([])
  })

  test('has a text whose blocks tile it', () => {
    for (const { id, text } of texts) {
      let at = 0
      for (const block of text.blocks) {
        if (at > 0) at += 2
        if (block.start !== at || block.end <= at)
          throw new Error(`${id}: block at ${block.start}, expected ${at}`)
        at = block.end
      }
      expect([id, at]).toEqual([id, text.text.length])
    }
  })

  test('loses no letter and no figure that is not markup', () => {
    for (const { id, kind, bytes, text } of texts) {
      if (kind !== 'html') continue
      const crude = crudeText(Buffer.from(bytes).toString('latin1')).length
      const ours = `${text.text}${text.hidden.join('')}`.replace(/[^A-Za-z0-9]+/g, '').length
      // Ligatures and letters written as entities or accents make up the difference.
      expect([id, crude <= ours + 10 + ours * 0.002]).toEqual([id, true])
    }
  })

  test('reads the same twice, byte for byte', () => {
    for (const { id, kind, bytes, text } of texts.filter((_, index) => index % 20 === 0)) {
      expect([id, canonicalText(bytes, kind).text_sha256]).toEqual([id, text.text_sha256])
    }
  })

  test('page numbers and running headers are set apart in a filing of 1997, and its headings stand', () => {
    const report = texts.find(({ id }) => id === '0000320193-97-000014:1')?.text
    const kindOf = (wanted: string) =>
      report?.blocks
        .filter((block) => report.text.slice(block.start, block.end) === wanted)
        .map((block) => block.kind)
    expect(kindOf('PART I. FINANCIAL INFORMATION')).toEqual(['heading'])
    expect(kindOf('Item 1. Financial Statements')).toEqual(['heading'])
    expect(new Set(kindOf('2'))).toEqual(new Set(['page_furniture']))
    expect(report?.text).toContain(
      'Net sales                             $1,737     $2,179     $5,467    $7,512',
    )
  })
})
