import { describe, expect, it } from 'vitest'
import { sha256 } from '../sha256.ts'
import type { Evidence, HeaderFieldEvidence, TextSpan } from './evidence.ts'
import { headerFieldEvidence, headerFields, headerText } from './header-line.ts'
import { textSpan } from './span.ts'
import { assertAllEvidence, assertEvidence, type EvidenceSources, verifyEvidence } from './verify.ts'

const text = 'Item 8.01 Other Events\n\nThe plant in Köln closed. 😀'
const submission = Buffer.from(
  '<SEC-DOCUMENT>0009990001-24-000001.txt : 20240215\nACCESSION NUMBER:\t\t0009990001-24-000001\nITEM INFORMATION:\t\tOther Events\n<DOCUMENT>\n<TYPE>8-K\n<TEXT>\nACCESSION NUMBER:\t\t0009990001-24-999999\n</TEXT>\n</DOCUMENT>\n',
)
const xml = Buffer.from(
  '<?xml version="1.0"?>\n<form><row><shares>10</shares></row><row><shares> 1,500\n</shares><price/></row></form>\n',
)
const sources: EvidenceSources = {
  text: (key) => (key === sha256(text) ? text : undefined),
  bytes: async (key) => [submission, xml].find((bytes) => sha256(bytes) === key),
}
const span: TextSpan = textSpan(
  {
    document_id: '0009990001-24-000001:1',
    document_sha256: sha256('original'),
    text: {
      text,
      text_sha256: sha256(text),
      length: [...text].length,
      byte_length: Buffer.byteLength(text),
      normaliser_version: 'fixture',
      blocks: [],
      tables: [],
      inline_xbrl: null,
      hidden: [],
      warnings: [],
    },
  },
  null,
  24,
  text.length,
)

function accessionEvidence(): HeaderFieldEvidence {
  const header = headerText(submission)
  const field = header && headerFields(header).find(({ name }) => name === 'ACCESSION NUMBER')
  if (!header || !field) throw new Error('the fixture has an accession line')
  return headerFieldEvidence(sha256(submission), header, field)
}

const xmlPath = (path: string, value: string): Evidence => ({
  kind: 'xml_path',
  document_id: '0009990001-24-000001:1',
  document_sha256: sha256(xml),
  path,
  value,
})

describe('evidence of each kind', () => {
  it('is verified against the source its hash names', async () => {
    const good: Evidence[] = [
      { kind: 'text_span', ...span },
      { kind: 'pair', left: span, right: null },
      { kind: 'pair', left: null, right: span },
      { kind: 'pair', left: span, right: span },
      accessionEvidence(),
      xmlPath('/form/row[2]/shares', '1,500'),
      xmlPath('/form/row/shares', '10'),
      xmlPath('/form[1]/row[2]/price', ''),
    ]
    for (const evidence of good) expect(await verifyEvidence(evidence, sources)).toBe('verified')
    await expect(
      assertEvidence({ signal_type: 'event_8k', evidence: good }, sources),
    ).resolves.toBeUndefined()
  })

  it('is refused with the reason when it does not slice back', async () => {
    const bad: [Evidence, string][] = [
      [{ kind: 'text_span', ...span, start: span.start + 1 }, 'quote_mismatch'],
      [
        { kind: 'pair', left: span, right: { ...span, quote: 'The plant in Bonn closed. 😀' } },
        'quote_mismatch',
      ],
      [{ kind: 'pair', left: { ...span, end: 900 }, right: span }, 'out_of_range'],
      [{ kind: 'pair', left: null, right: null }, 'no_evidence'],
      [{ kind: 'text_span', ...span, text_sha256: sha256('gone') }, 'source_unavailable'],
      [{ ...accessionEvidence(), byte_start: 3 }, 'quote_mismatch'],
      [{ ...accessionEvidence(), byte_end: 1e9 }, 'out_of_range'],
      [{ ...accessionEvidence(), value: '0009990001-24-000002' }, 'value_mismatch'],
      [{ ...accessionEvidence(), submission_sha256: sha256('gone') }, 'source_unavailable'],
      [xmlPath('/form/row[3]/shares', '1,500'), 'path_not_found'],
      [xmlPath('/form/row[0]/shares', '10'), 'path_not_found'],
      [xmlPath('form/row', '10'), 'path_not_found'],
      [xmlPath('/form/row[2]/shares', '1500'), 'value_mismatch'],
    ]
    for (const [evidence, reason] of bad) {
      expect(await verifyEvidence(evidence, sources), reason).toBe(reason)
      await expect(
        assertEvidence({ signal_type: 'event_8k', evidence: [evidence] }, sources),
      ).rejects.toMatchObject({
        name: 'EvidenceError',
        reason,
      })
    }
  })

  it('is refused when the store answers with other bytes than asked for', async () => {
    const lying: EvidenceSources = { text: () => `${text} `, bytes: () => xml }
    expect(await verifyEvidence({ kind: 'text_span', ...span }, lying)).toBe('text_hash_mismatch')
    expect(await verifyEvidence(accessionEvidence(), lying)).toBe('source_hash_mismatch')
  })

  it('refuses markup that declares entities or cannot be read', async () => {
    for (const markup of ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', '<a><b></a>', `${'<a>'.repeat(400)}`]) {
      const bytes = Buffer.from(markup)
      const evidence: Evidence = {
        kind: 'xml_path',
        document_id: '0009990001-24-000001:1',
        document_sha256: sha256(bytes),
        path: '/a',
        value: 'c',
      }
      expect(await verifyEvidence(evidence, { text: () => undefined, bytes: () => bytes })).toBe(
        'source_unreadable',
      )
    }
  })
})

describe('the gate before storing', () => {
  it('refuses a finding without evidence', async () => {
    await expect(assertEvidence({ signal_type: 'rf_added', evidence: [] }, sources)).rejects.toMatchObject({
      reason: 'no_evidence',
    })
  })

  it('reads each source once for all findings of a filing', async () => {
    let reads = 0
    const counted: EvidenceSources = {
      text: (key) => {
        reads++
        return sources.text(key)
      },
      bytes: sources.bytes,
    }
    const finding = { signal_type: 'event_8k', evidence: [{ kind: 'text_span' as const, ...span }] }
    await assertAllEvidence([finding, finding, finding], counted)
    expect(reads).toBe(1)
  })
})

describe('the header of a submission', () => {
  it('ends before the first document, so that a line inside a document is never quoted as header', () => {
    const header = headerText(submission)
    const lines = header && headerFields(header)
    expect(lines?.filter(({ name }) => name === 'ACCESSION NUMBER').map(({ value }) => value)).toEqual([
      '0009990001-24-000001',
    ])
  })

  it('keeps byte offsets right behind bytes that are no ASCII', async () => {
    for (const encoding of ['latin1', 'utf8'] as const) {
      const bytes = Buffer.from(
        'COMPANY CONFORMED NAME:\t\tCRÉDIT SA\nACCESSION NUMBER:\t\t0009990001-24-000001\n',
        encoding,
      )
      const header = headerText(bytes)
      const field = header && headerFields(header).find(({ name }) => name === 'ACCESSION NUMBER')
      if (!header || !field) throw new Error('the fixture has an accession line')
      const evidence = headerFieldEvidence(sha256(bytes), header, field)
      expect(evidence.quote).toBe('ACCESSION NUMBER:\t\t0009990001-24-000001')
      expect(await verifyEvidence(evidence, { text: () => undefined, bytes: () => bytes })).toBe('verified')
    }
  })
})
