import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText } from '../documents/canonical-text.ts'
import { amount, inlineHtml } from '../facts/fact-fixture.ts'
import { factEvidence, factSpanEvidence, type StatedFact } from '../facts/stated-fact.ts'
import { statedFactsOfSubmission } from '../facts/stated-fact-reading.ts'
import { readSubmission } from '../filings/submission.ts'
import { sha256 } from '../sha256.ts'
import type { Evidence, TextSpan, XbrlFactEvidence } from './evidence.ts'
import { factsOfDocument } from './facts-of-document.ts'
import { headerFieldEvidence, headerFields, headerText } from './header-line.ts'
import { textSpan } from './span.ts'
import { type EvidenceSources, verifyEvidence } from './verify.ts'

const ACCESSION = '0009900001-25-000001'
const LONG_NOTE = 'Going concern. '.repeat(150)
const html = inlineHtml(
  `<p>Umsatz 🤖 ${amount('name="us-gaap:Revenues" id="a" format="ixt:num-dot-decimal"', '9,007,199,254,740,993')} and ${amount('name="us-gaap:NetIncomeLoss"', '7')}</p>
   <p>${amount('name="us-gaap:Revenues"', '5').replace('"y"', '"seg"')} of robots, loss of (${amount('name="us-gaap:OperatingIncomeLoss" sign="-"', '12.5')})</p>
   <p>${amount('name="us-gaap:Assets" xsi:nil="true"', '').replace('"y"', '"i"')}</p>
   <div><ix:nonNumeric name="us-gaap:SubstantialDoubtAboutGoingConcernTextBlock" contextRef="y">${LONG_NOTE}</ix:nonNumeric></div>`,
  { hidden: '<ix:nonNumeric name="dei:DocumentType" contextRef="y">10-K</ix:nonNumeric>' },
)
const exhibit = '<form><row><shares>10</shares></row><row><shares>1,500</shares></row></form>'
const submission = Buffer.from(
  [
    `<SEC-DOCUMENT>${ACCESSION}.txt : 20250215`,
    `<SEC-HEADER>${ACCESSION}.hdr.sgml : 20250215`,
    '<ACCEPTANCE-DATETIME>20250215170000',
    `ACCESSION NUMBER:\t\t${ACCESSION}`,
    'CONFORMED SUBMISSION TYPE:\t10-K',
    'PUBLIC DOCUMENT COUNT:\t\t2',
    'FILED AS OF DATE:\t\t20250215',
    '</SEC-HEADER>',
    `<DOCUMENT>\n<TYPE>10-K\n<SEQUENCE>1\n<FILENAME>a.htm\n<TEXT>\n${html}\n</TEXT>\n</DOCUMENT>`,
    `<DOCUMENT>\n<TYPE>EX-99\n<SEQUENCE>2\n<FILENAME>b.xml\n<TEXT>\n<XML>\n${exhibit}\n</XML>\n</TEXT>\n</DOCUMENT>`,
    '</SEC-DOCUMENT>',
    '',
  ].join('\n'),
)
const { documents } = readSubmission(submission)
const contents = documents.map((document) => submission.subarray(document.byte_start, document.byte_end))
const text = canonicalText(contents[0] as Buffer, 'html')
const stated = statedFactsOfSubmission(submission) ?? []
const main = { document_id: `${ACCESSION}:1`, document_sha256: documents[0]?.document_sha256 ?? '', text }
const section = { section_key: '10k.item_7', start: 0, end: text.length }

const sources: EvidenceSources = {
  text: (key) => (key === text.text_sha256 ? text.text : undefined),
  bytes: (key) => [submission, ...contents].find((bytes) => sha256(bytes) === key),
  facts: (document) => factsOfDocument(submission, document),
  document: (id) => {
    const sequence = Number(id.split(':')[1])
    const document = documents.find((one) => one.sequence === sequence)
    if (!document || !id.startsWith(`${ACCESSION}:`)) return undefined
    return {
      document_sha256: document.document_sha256,
      text_sha256: sequence === 1 ? text.text_sha256 : null,
      sections: sequence === 1 ? [section, { section_key: '10k.item_9', start: 0, end: 0 }] : [],
    }
  },
}

function fact(concept: string, pick: (one: StatedFact) => boolean = () => true): StatedFact {
  const found = stated.find((one) => one.concept === concept && pick(one))
  if (!found) throw new Error(`the fixture states ${concept}`)
  return found
}

describe('the facts of a document, read again from the submission', () => {
  it('are those that the evidence names, with their places', () => {
    const facts = factsOfDocument(submission, main)
    expect(facts?.map(({ concept, value_text }) => [concept, value_text?.slice(0, 20)])).toEqual(
      stated.map(({ concept, value_text }) => [concept, value_text?.slice(0, 20)]),
    )
    expect(fact('us-gaap:Revenues').value_text).toBe('9007199254740993')
    expect(fact('us-gaap:OperatingIncomeLoss').value_text).toBe('-12.5')
  })

  it('are none of another document, of other bytes, or of what is no submission', () => {
    expect(factsOfDocument(submission, { ...main, document_id: `${ACCESSION}:2` })).toBeUndefined()
    expect(factsOfDocument(submission, { ...main, document_id: '0009900001-25-000002:1' })).toBeUndefined()
    expect(factsOfDocument(submission, { ...main, document_sha256: sha256('other') })).toBeUndefined()
    expect(factsOfDocument(Buffer.from('no submission'), main)).toBeUndefined()
    expect(factsOfDocument(submission.subarray(0, submission.length - 900), main)).toBeUndefined()
  })
})

describe('evidence of a fact', () => {
  it('is verified for every fact a document states, with and without its place', async () => {
    expect(stated.length).toBeGreaterThanOrEqual(7)
    for (const one of stated) {
      expect(await verifyEvidence(factEvidence(one), sources), one.concept).toBe('verified')
      expect(await verifyEvidence(factSpanEvidence(one, main), sources), one.concept).toBe('verified')
    }
  })

  it('quotes the number exactly as printed, behind characters of any width', () => {
    expect(factSpanEvidence(fact('us-gaap:Revenues'), main).span?.quote).toBe('9,007,199,254,740,993')
    expect(factSpanEvidence(fact('us-gaap:OperatingIncomeLoss'), main).span?.quote).toBe('12.5')
    expect(factSpanEvidence(fact('dei:DocumentType'), main).span).toBeNull()
    expect(factSpanEvidence(fact('us-gaap:Revenues'), null).span).toBeNull()
    expect(factSpanEvidence(fact('us-gaap:Revenues'), { ...main, text: null }).span).toBeNull()
    const other = { ...main, text: { ...text, text_sha256: sha256('other') } }
    expect(factSpanEvidence(fact('us-gaap:Revenues'), other).span).toBeNull()
  })

  it('quotes the beginning of a note that is longer than a quote', async () => {
    const note = factSpanEvidence(fact('us-gaap:SubstantialDoubtAboutGoingConcernTextBlock'), main)
    expect(note.span?.quote.length).toBeGreaterThan(900)
    expect(note.span?.quote.length).toBeLessThanOrEqual(1000)
    expect(note.value).toHaveLength(500)
    expect(await verifyEvidence(note, sources)).toBe('verified')
  })

  it('is refused when its place shows another number, or half of its own', async () => {
    const revenue = factSpanEvidence(fact('us-gaap:Revenues'), main)
    const net = factSpanEvidence(fact('us-gaap:NetIncomeLoss'), main)
    expect(await verifyEvidence({ ...revenue, span: net.span }, sources)).toBe('path_not_found')
    const span = revenue.span as TextSpan
    const half = { ...span, end: span.end - 3, byte_end: span.byte_end - 3, quote: span.quote.slice(0, -3) }
    expect(await verifyEvidence({ ...revenue, span: half }, sources)).toBe('path_not_found')
  })

  it('is unavailable, not verified, where nobody can say what the document states', async () => {
    const { text: texts, bytes } = sources
    const evidence = factEvidence(fact('us-gaap:Revenues'))
    expect(await verifyEvidence(evidence, { text: texts, bytes })).toBe('source_unavailable')
    expect(await verifyEvidence(evidence, { ...sources, facts: () => undefined })).toBe('source_unavailable')
  })
})

const places = [...text.text].map((_, index, all) => all.slice(0, index).join('').length)

function spanAt(first: number, count: number): TextSpan {
  const from = places[first % places.length] ?? 0
  const to = places[(first % places.length) + count] ?? text.text.length
  return textSpan(main, first % 2 === 0 ? section : null, from, to)
}

const header = headerText(submission)
const fields = header ? headerFields(header) : []

/** Genuine evidence of each kind. */
const genuine: fc.Arbitrary<Evidence> = fc.oneof(
  fc.tuple(fc.nat(400), fc.integer({ min: 1, max: 40 })).map(
    ([first, count]): Evidence => ({
      kind: 'text_span',
      ...spanAt(first, count),
    }),
  ),
  fc.tuple(fc.nat(400), fc.nat(400), fc.nat(2)).map(
    ([left, right, sides]): Evidence => ({
      kind: 'pair',
      left: sides === 0 ? null : spanAt(left, 12),
      right: sides === 1 ? null : spanAt(right, 9),
    }),
  ),
  fc.nat(fields.length - 1).map((index): Evidence => {
    const field = fields[index]
    if (!header || !field) throw new Error('the fixture has a header')
    return headerFieldEvidence(sha256(submission), header, field)
  }),
  fc.nat(1).map(
    (index): Evidence => ({
      kind: 'xml_path',
      document_id: `${ACCESSION}:2`,
      document_sha256: documents[1]?.document_sha256 ?? '',
      path: `/form/row[${index + 1}]/shares`,
      value: ['10', '1,500'][index] ?? '',
    }),
  ),
  fc.nat(stated.length - 1).map((index): Evidence => factSpanEvidence(stated[index] as StatedFact, main)),
)

type Tamper = (value: unknown, by: number) => unknown
const moved: Tamper = (value, by) => (value as number) + (by === 0 ? 1 : by)
const reworded: Tamper = (value, by) => {
  const characters = [...String(value)]
  const at = Math.abs(by) % (characters.length + 1)
  return characters
    .toSpliced(at, by % 2 === 0 ? 0 : 1, by % 2 === 0 ? 'x' : characters[at] === 'y' ? 'z' : 'y')
    .join('')
}
const rehashed: Tamper = (value, by) => {
  const hash = String(value)
  const at = Math.abs(by) % hash.length
  return `${hash.slice(0, at)}${hash[at] === '0' ? '1' : '0'}${hash.slice(at + 1)}`
}
const redated: Tamper = (value, by) => (value === null ? '2024-01-01' : by % 2 === 0 ? null : '2019-06-30')
const SPAN: Record<string, Tamper> = {
  document_id: reworded,
  section_id: (value) =>
    value === null ? `${main.document_id}:10k.item_1b` : `${main.document_id}:10k.item_7a`,
  document_sha256: rehashed,
  text_sha256: rehashed,
  start: moved,
  end: moved,
  byte_start: moved,
  byte_end: moved,
  quote: reworded,
}
const TAMPERS: Record<Evidence['kind'], Record<string, Tamper>> = {
  text_span: SPAN,
  pair: {},
  header_field: {
    submission_sha256: rehashed,
    field: reworded,
    value: reworded,
    byte_start: moved,
    byte_end: moved,
    quote: reworded,
  },
  xml_path: { document_id: reworded, document_sha256: rehashed, path: reworded, value: reworded },
  xbrl_fact: {
    document_id: reworded,
    document_sha256: rehashed,
    concept: reworded,
    context_id: reworded,
    unit: (value) => (value === 'USD' ? 'EUR' : 'USD'),
    period_start: redated,
    period_end: redated,
    value: reworded,
    dimensions: (value) =>
      (value as unknown[]).length > 0
        ? []
        : [
            {
              axis: 'us-gaap:StatementBusinessSegmentsAxis',
              member: 'hlr:RoboticsMember',
              typed_value: null,
            },
          ],
  },
}

/** One part of a piece of evidence changed, whichever `which` comes to. */
function tampered(evidence: Evidence, which: number, by: number): Evidence {
  if (evidence.kind === 'pair') {
    const side = evidence.left && (which % 2 === 0 || !evidence.right) ? 'left' : 'right'
    return { ...evidence, [side]: changed(evidence[side] as object, SPAN, which >> 1, by) }
  }
  if (evidence.kind === 'xbrl_fact' && evidence.span && which % 2 === 0)
    return { ...evidence, span: changed(evidence.span, SPAN, which >> 1, by) }
  return changed(evidence, TAMPERS[evidence.kind], which >> 1, by)
}

function changed<T extends object>(piece: T, tampers: Record<string, Tamper>, which: number, by: number): T {
  const names = Object.keys(tampers)
  const name = names[which % names.length] as string
  return { ...piece, [name]: tampers[name]?.((piece as Record<string, unknown>)[name], by) }
}

describe('evidence of any kind', () => {
  it('is verified when it is genuine', async () => {
    await fc.assert(
      fc.asyncProperty(genuine, async (evidence) => {
        expect(await verifyEvidence(evidence, sources)).toBe('verified')
      }),
      { numRuns: 500 },
    )
  })

  it('is never verified after any one part of it was changed', async () => {
    const kinds = new Set<string>()
    await fc.assert(
      fc.asyncProperty(
        genuine,
        fc.nat(1000),
        fc.integer({ min: -9, max: 9 }).filter((by) => by !== 0),
        async (evidence, which, by) => {
          const bad = tampered(evidence, which, by)
          // Some changes change nothing: a path that names the same element.
          fc.pre(JSON.stringify(bad) !== JSON.stringify(evidence))
          kinds.add(evidence.kind)
          expect(await verifyEvidence(bad, sources)).not.toBe('verified')
        },
      ),
      { numRuns: 1000 },
    )
    expect([...kinds].sort()).toEqual(['header_field', 'pair', 'text_span', 'xbrl_fact', 'xml_path'])
  })

  it('is refused when it lies outside the section it names', async () => {
    const inside = { kind: 'text_span' as const, ...spanAt(10, 5) }
    const outside = { ...inside, section_id: `${main.document_id}:10k.item_9` }
    expect(await verifyEvidence(outside, sources)).toBe('path_not_found')
    const elsewhere: XbrlFactEvidence = {
      ...factSpanEvidence(fact('us-gaap:Revenues'), main),
      document_id: `${ACCESSION}:2`,
    }
    expect(await verifyEvidence(elsewhere, sources)).toBe('source_hash_mismatch')
  })
})
