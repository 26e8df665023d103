import type { Evidence, TextSpan } from '../../core/src/evidence/evidence.ts'

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The evidence with one thing about it changed, and what that was. */
export function tamper(evidence: Evidence, random: () => number): { what: string; evidence: Evidence } {
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T
  const letter = (text: string) => {
    const at = Math.floor(random() * text.length)
    const other = text[at] === 'x' ? 'y' : 'x'
    return `${text.slice(0, at)}${other}${text.slice(at + 1)}`.toWellFormed()
  }
  const hash = (text: string) => {
    const at = Math.floor(random() * text.length)
    return `${text.slice(0, at)}${text[at] === '0' ? '1' : '0'}${text.slice(at + 1)}`
  }
  const spanChanges = (span: TextSpan): [string, TextSpan][] => {
    const step = pick([-1, 1, 2, 17])
    return [
      ['a letter of the quote', { ...span, quote: letter(span.quote) }],
      ['the quote cut', { ...span, quote: span.quote.slice(1) || 'x' }],
      [
        'start',
        {
          ...span,
          start:
            Math.max(0, span.start + step) === span.start ? span.start + 1 : Math.max(0, span.start + step),
        },
      ],
      ['end', { ...span, end: span.end + step }],
      ['both offsets', { ...span, start: span.start + 1, end: span.end + 1 }],
      ['byte_start', { ...span, byte_start: span.byte_start + Math.abs(step) }],
      ['byte_end', { ...span, byte_end: span.byte_end + Math.abs(step) }],
      ['text_sha256', { ...span, text_sha256: hash(span.text_sha256) }],
      ['document_sha256', { ...span, document_sha256: hash(span.document_sha256) }],
      ['document_id', { ...span, document_id: otherDocument(span.document_id) }],
    ]
  }
  switch (evidence.kind) {
    case 'text_span': {
      const [what, span] = pick(spanChanges(evidence))
      return { what, evidence: { ...evidence, ...span } }
    }
    case 'pair': {
      const sides = (['left', 'right'] as const).filter((side) => evidence[side] !== null)
      const side = pick(sides)
      const [what, span] = pick(spanChanges(evidence[side] as TextSpan))
      return { what: `${side}: ${what}`, evidence: { ...evidence, [side]: span } }
    }
    case 'header_field': {
      const [what, changed] = pick<[string, Evidence]>([
        ['quote', { ...evidence, quote: letter(evidence.quote) }],
        ['value', { ...evidence, value: `${evidence.value}0` }],
        ['field', { ...evidence, field: `${evidence.field}S` }],
        ['byte_start', { ...evidence, byte_start: evidence.byte_start + 1 }],
        ['byte_end', { ...evidence, byte_end: evidence.byte_end + 1 }],
        ['submission_sha256', { ...evidence, submission_sha256: hash(evidence.submission_sha256) }],
      ])
      return { what, evidence: changed }
    }
    case 'xml_path': {
      const [what, changed] = pick<[string, Evidence]>([
        ['value', { ...evidence, value: `${evidence.value}1` }],
        ['path', { ...evidence, path: `${evidence.path}/nowhere` }],
        ['document_sha256', { ...evidence, document_sha256: hash(evidence.document_sha256) }],
        ['document_id', { ...evidence, document_id: otherDocument(evidence.document_id) }],
      ])
      return { what, evidence: changed }
    }
    case 'xbrl_fact': {
      const changes: [string, Evidence][] = [
        ['value', { ...evidence, value: `${evidence.value}1` }],
        ['concept', { ...evidence, concept: `${evidence.concept}Net` }],
        ['context_id', { ...evidence, context_id: `${evidence.context_id}x` }],
        ['unit', { ...evidence, unit: evidence.unit === 'USD' ? 'shares' : 'USD' }],
        [
          'period_end',
          { ...evidence, period_end: evidence.period_end === '1999-12-31' ? null : '1999-12-31' },
        ],
        [
          'dimensions',
          {
            ...evidence,
            dimensions: [
              ...evidence.dimensions,
              { axis: 'us-gaap:X', member: 'us-gaap:Y', typed_value: null },
            ],
          },
        ],
        ['document_sha256', { ...evidence, document_sha256: hash(evidence.document_sha256) }],
        ['document_id', { ...evidence, document_id: otherDocument(evidence.document_id) }],
        ...(evidence.span
          ? spanChanges(evidence.span).map(([what, span]): [string, Evidence] => [
              `span: ${what}`,
              { ...evidence, span },
            ])
          : []),
      ]
      const [what, changed] = pick(changes)
      return { what, evidence: changed }
    }
  }
}

/** Another document of the same filing, which may or may not exist. */
function otherDocument(documentId: string): string {
  const [accession = '', sequence = '1'] = documentId.split(':')
  return `${accession}:${Number(sequence) + 1}`
}
