import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../sha256.ts'
import type { Candidate, Passage } from './candidate.ts'
import type { Answer } from './findings-schema.ts'
import { findQuote, groundAnswer, holdsWhole, paragraphId } from './ground.ts'
import { normalisedText } from './normalised-text.ts'

function passage(before: string, text: string, after = ''): Passage {
  const whole = before + text + after
  return {
    document: {
      document_id: '0009990001-24-000001:1',
      document_sha256: sha256('document'),
      text: {
        text: whole,
        text_sha256: sha256(whole),
        length: [...whole].length,
        byte_length: Buffer.byteLength(whole),
        normaliser_version: 'fixture',
        blocks: [],
        tables: [],
        inline_xbrl: null,
        hidden: [],
        warnings: [],
      },
    },
    section: {
      section_key: '10k.item_1a',
      title: 'Risk Factors',
      status: 'ok',
      disposition: 'extracted',
      boundary_method: 'heading',
      confidence: 1,
      start: 0,
      end: whole.length,
      note: null,
    },
    accession_number: '0009990001-24-000001',
    start: before.length,
    end: before.length + text.length,
  }
}

function sliced(found: ReturnType<typeof findQuote>): string {
  if (typeof found === 'string') return found
  return (found.passage.document.text?.text ?? '').slice(found.start, found.end)
}

const answer = (over: Partial<Answer>): Answer => ({
  signal: 'llm_rf_topic',
  paragraph_id: 'P0001',
  quote: null,
  prior_paragraph_id: null,
  prior_quote: null,
  label: 'cybersecurity',
  direction: 0,
  value_text: null,
  unit: null,
  period_text: null,
  subject: null,
  confidence: 'high',
  why: '',
  ...over,
})

describe('normalisation', () => {
  it('knows the original place of every character it keeps', () => {
    const original = '  \u201cNet\u00a0sales\u201d\u200b rose\u2014by\n\n12\u00ad%\ufb01 '
    const { text, starts, ends } = normalisedText(original)
    expect(text).toBe('"Net sales" rose-by 12%fi')
    expect(original.slice(starts[text.indexOf('sales')], ends[text.indexOf('sales') + 4])).toBe('sales')
    expect(original.slice(starts[text.indexOf('fi')], ends[text.indexOf('fi')])).toBe('\ufb01')
    expect(starts).toHaveLength(text.length)
  })

  it('composes what was decomposed, and maps it to the whole', () => {
    const { text, starts, ends } = normalisedText('caf\u0065\u0301 bar')
    expect(text).toBe('caf\u00e9 bar')
    expect([starts[3], ends[3]]).toEqual([3, 5])
  })

  it('does not change digits, words or case', () => {
    expect(normalisedText('Revenue of $1,234.5 Million').text).toBe('Revenue of $1,234.5 Million')
  })

  it('always maps back to places in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (original) => {
        const { text, starts, ends } = normalisedText(original)
        expect(starts).toHaveLength(text.length)
        for (let i = 0; i < text.length; i++) {
          expect(starts[i]).toBeLessThan(ends[i] as number)
          expect(ends[i]).toBeLessThanOrEqual(original.length)
          if (i > 0) expect(starts[i]).toBeGreaterThanOrEqual(starts[i - 1] as number)
        }
        expect(normalisedText(text).text).toBe(text)
      }),
      { numRuns: 500 },
    )
  })
})

describe('a quote', () => {
  const text =
    'Our largest customer accounted for 23.5% of net sales in fiscal 2024, compared with 19% in 2023.'
  const place = passage('Item 1A. Risk Factors\n\n', text, '\n\nAnother paragraph follows here today.')

  it('is found with its place in the original', () => {
    expect(sliced(findQuote('largest customer accounted for 23.5% of net sales', place))).toBe(
      'largest customer accounted for 23.5% of net sales',
    )
  })

  it('is found under the documented normalisation, and sliced as the filing wrote it', () => {
    const odd = passage(
      '',
      'We\u2019re exposed to \u201ccyber\u00ad-attacks\u201d\u00a0\u2014 as\nothers are.',
    )
    expect(sliced(findQuote('We\'re exposed to "cyber-attacks" - as others are.', odd))).toBe(
      'We\u2019re exposed to \u201ccyber\u00ad-attacks\u201d\u00a0\u2014 as\nothers are.',
    )
  })

  it.each([
    ['with changed digits', 'largest customer accounted for 25.3% of net sales', 'not_found'],
    ['with a word more', 'largest customer accounted for about 23.5% of net sales', 'not_found'],
    ['in other case', 'LARGEST CUSTOMER ACCOUNTED FOR 23.5% OF NET SALES', 'not_found'],
    ['with an ellipsis', 'Our largest customer ... in fiscal 2024, compared', 'not_found'],
    ['merged from two spans', 'Our largest customer compared with 19% in 2023', 'not_found'],
    ['that cuts a number', 'customer accounted for 23.5% of net sales in fiscal 202', 'not_found'],
    ['that cuts decimals off', 'Our largest customer accounted for 23', 'not_found'],
    ['that begins inside a number', '5% of net sales in fiscal 2024, compared', 'not_found'],
    ['that cuts a word', 'argest customer accounted for 23.5% of net', 'not_found'],
    ['that is too short', 'in fiscal 2024', 'length'],
    ['of too few words', 'accounted-for-twenty-three percent', 'words'],
    ['that is too long', 'a b c d '.repeat(90), 'length'],
    ['of our own scaffold', 'P0001 10k.item_1a Risk Factors filing text', 'not_found'],
    ['of nothing', '', 'length'],
  ])('%s is refused', (_, quote, fault) => {
    expect(findQuote(quote, place)).toBe(fault)
  })

  it('outside of its paragraph is looked for in the section, and nowhere else', () => {
    expect(sliced(findQuote('Another paragraph follows here today.', place))).toBe(
      'Another paragraph follows here today.',
    )
    const alone = { ...place, section: null }
    expect(findQuote('Another paragraph follows here today.', alone)).toBe('not_found')
  })

  it('says how often it stands there', () => {
    const twice = passage('', 'We may lose our key people. We say it again: We may lose our key people.')
    expect(findQuote('We may lose our key people.', twice)).toMatchObject({ start: 0, occurrences: 2 })
  })

  it('that was cut out of any text is found again, and slices back to what was cut', () => {
    const words = fc.array(fc.stringMatching(/^[A-Za-z\u00e9\u2019]{1,9}$/), { minLength: 12, maxLength: 40 })
    const gaps = fc.constantFrom(' ', '\n', '\u00a0', ' \u200b', '  ')
    fc.assert(
      fc.property(words, gaps, fc.nat(4), (list, gap, from) => {
        const whole = list.join(gap)
        const quote = list.slice(from, from + 8).join(' ')
        const found = findQuote(quote, passage('', whole))
        if (quote.length < 20) return
        expect(normalisedText(sliced(found)).text).toBe(normalisedText(quote).text)
      }),
      { numRuns: 300 },
    )
  })
})

describe('an answer', () => {
  const current = passage('', 'Customer A accounted for 23% of revenue in fiscal 2024 and 2023.')
  const earlier = passage('', 'Customer A accounted for 19% of revenue in fiscal 2023 and 2022.')
  const candidates: Candidate[] = [
    { current, earlier, headings: [] },
    { current: null, earlier, headings: [] },
    { current, earlier: null, headings: [] },
  ]
  const quote = 'Customer A accounted for 23% of revenue'

  it('is grounded on both sides', () => {
    const both = groundAnswer(
      answer({
        quote,
        prior_paragraph_id: 'O0001',
        prior_quote: 'Customer A accounted for 19% of revenue',
        value_text: '23%',
      }),
      candidates,
    )
    expect(both).toMatchObject({ status: 'grounded' })
    if (both.status === 'grounded') expect(both.grounded.earlier_quote?.start).toBe(0)
  })

  it('about what is gone quotes the earlier side alone', () => {
    const gone = answer({
      paragraph_id: null,
      prior_paragraph_id: 'O0002',
      prior_quote: 'Customer A accounted for 19% of revenue',
    })
    expect(groundAnswer(gone, candidates).status).toBe('grounded')
  })

  it.each([
    ['an unknown paragraph', { paragraph_id: 'P0099', quote }, 'paragraph_unknown'],
    ['a paragraph in other spelling', { paragraph_id: 'P1', quote }, 'paragraph_unknown'],
    ['a paragraph with too many zeros', { paragraph_id: 'P00001', quote }, 'paragraph_unknown'],
    ['no paragraph at all', { paragraph_id: null, quote }, 'paragraph_unknown'],
    ['the current side of what is gone', { paragraph_id: 'P0002', quote }, 'paragraph_unknown'],
    ['no quote', { quote: null }, 'quote_missing'],
    ['a value outside of the quote', { quote, value_text: '32%' }, 'value_not_in_quote'],
    ['a part of a number as value', { quote, value_text: '3%' }, 'value_not_in_quote'],
    ['an empty value', { quote, value_text: ' ' }, 'value_not_in_quote'],
    [
      'the earlier side of another paragraph',
      { quote, prior_paragraph_id: 'O0002', prior_quote: 'Customer A accounted for 19% of revenue' },
      'earlier_paragraph_unknown',
    ],
    [
      'an earlier quote without its paragraph',
      { quote, prior_quote: 'Customer A accounted for 19% of revenue' },
      'earlier_paragraph_unknown',
    ],
    [
      'an earlier side that does not exist',
      { paragraph_id: 'P0003', quote, prior_paragraph_id: 'O0003', prior_quote: quote },
      'earlier_paragraph_unknown',
    ],
    [
      'an invented earlier quote',
      { quote, prior_paragraph_id: 'O0001', prior_quote: 'Customer A accounted for 29% of revenue' },
      'earlier_quote_not_found',
    ],
  ] as const)('that gives %s is dropped', (_, over, reason) => {
    expect(groundAnswer(answer(over), candidates)).toEqual({ status: 'failed', reason })
  })

  it('never throws, whatever it says', () => {
    fc.assert(
      fc.property(
        fc.record({
          paragraph_id: fc.option(fc.oneof(fc.string(), fc.constantFrom('P0001', 'O0001'))),
          quote: fc.option(fc.string({ unit: 'binary', maxLength: 80 })),
          prior_paragraph_id: fc.option(fc.oneof(fc.string(), fc.constantFrom('O0001', 'O0002'))),
          prior_quote: fc.option(fc.string({ unit: 'binary', maxLength: 80 })),
          value_text: fc.option(fc.string({ unit: 'binary', maxLength: 10 })),
        }),
        (over) => {
          const grounding = groundAnswer(answer(over), candidates)
          if (grounding.status === 'grounded')
            expect(grounding.grounded.quote ?? grounding.grounded.earlier_quote).not.toBeNull()
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('a value', () => {
  it.each([
    ['rose 12% to $1,234.5 million', '$1,234.5', true],
    ['rose 12% to $1,234.5 million', '234.5', false],
    ['rose 12% to $1,234.5 million', '1,234', false],
    ['rose 12% to $1,234.5 million', '12%', true],
    ['in 2012 it was', '12', false],
    ['was 12.', '12', true],
    ['between 1.05\u20131.10', '1.05-1.10', true],
  ])('of "%s": %s is whole: %s', (text, part, expected) => {
    expect(holdsWhole(text, part)).toBe(expected)
  })

  it('ids count from one', () => expect(paragraphId('P', 11)).toBe('P0012'))
})
