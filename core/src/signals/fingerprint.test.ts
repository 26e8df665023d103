import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { event8k } from './events/event-8k.ts'
import { filingFixture, given } from './filing-fixture.ts'
import { canonicalJson, configSha256, fingerprint, inputSha256 } from './fingerprint.ts'
import { givenNeeds } from './meet-needs.ts'
import type { Finding } from './signal.ts'

const NOTHING = givenNeeds({})

describe('canonical JSON', () => {
  it('is the same whatever the order of the keys, and parses to the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const wellFormed = JSON.parse(JSON.stringify(value).toWellFormed())
        expect(JSON.parse(canonicalJson(wellFormed))).toEqual(JSON.parse(JSON.stringify(wellFormed)))
        expect(canonicalJson(reversedKeys(wellFormed))).toBe(canonicalJson(wellFormed))
      }),
    )
  })

  it('orders keys by UTF-16 units and writes numbers in their shortest form', () => {
    expect(canonicalJson({ b: 1e21, a: -0, '\u20ac': [0.1, 1.5e-7], '\ufb33': null, '😀': 'é"\n' })).toBe(
      '{"a":0,"b":1e+21,"\u20ac":[0.1,1.5e-7],"😀":"é\\"\\n","\ufb33":null}',
    )
    expect(canonicalJson({ a: undefined, b: true })).toBe('{"b":true}')
  })

  it('refuses what has no canonical form', () => {
    for (const value of [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      1n,
      () => 1,
      '\ud800',
      new Date(0),
      new Map(),
      [undefined],
    ]) {
      expect(() => canonicalJson(value)).toThrow(TypeError)
    }
  })
})

describe('a fingerprint', () => {
  const { filing } = filingFixture({
    form_type: '8-K',
    blocks: [{ section: '8k.item_8_01', text: 'Item 8.01 Other Events\n\nThe plant closed.' }],
  })
  const extractor = {
    ...event8k,
    input_sha256: inputSha256(filing, event8k, NOTHING),
    config_sha256: configSha256(event8k),
  }
  const finding = (): Finding => {
    const outcome = event8k.extract(given(filing, {}))
    if (outcome.status !== 'ok_found' || !outcome.findings[0]) throw new Error(outcome.status)
    return outcome.findings[0]
  }

  it('is pinned for a known finding, so that a change of formula or spelling cannot pass unnoticed', () => {
    expect(fingerprint(filing, extractor, finding())).toMatchInlineSnapshot(
      `"sha256:a2672b00023320c5696ab1a1d66b63ee912adb4cbe72ddd931bbd16ed951ef7a"`,
    )
  })

  it('changes with the value, the version and the input, and with nothing else', () => {
    const print = fingerprint(filing, extractor, finding())
    expect(fingerprint(filing, { ...extractor, version: '1.0.1' }, finding())).not.toBe(print)
    expect(fingerprint(filing, extractor, { ...finding(), value: '8.02' })).not.toBe(print)
    expect(fingerprint(filing, { ...extractor, input_sha256: 'x' }, finding())).not.toBe(print)
    const stored = { ...filing, id: 'sig_1', first_seen_at: '2026-01-01T00:00:00Z' }
    expect(fingerprint(stored, extractor, reversedKeys(finding()) as Finding)).toBe(print)
  })

  it('rests on an input hash that ignores the order documents are handed over in', () => {
    const second = {
      ...filing.documents[0],
      document_id: 'b',
      sequence: 2,
    } as (typeof filing.documents)[number]
    const documents = [...filing.documents, second]
    const hash = (read: typeof filing) => inputSha256(read, event8k, NOTHING)
    expect(hash({ ...filing, documents: documents.toReversed() })).toBe(hash({ ...filing, documents }))
    expect(hash({ ...filing, documents })).not.toBe(hash(filing))
  })

  it('rests on what the extractor needs besides the filing', () => {
    const hash = (data: Record<string, unknown>) => inputSha256(filing, event8k, givenNeeds(data))
    expect(hash({ facts: [1] })).toBe(hash({ facts: [1] }))
    expect(hash({ facts: [2] })).not.toBe(hash({ facts: [1] }))
  })

  it('rests on the submission alone where the extractor reads no text', () => {
    const unread = { ...filing, documents: [] }
    const hash = (read: typeof filing, reads: 'submission' | 'texts') =>
      inputSha256(read, { needs: {}, reads }, NOTHING)
    expect(hash(unread, 'submission')).toBe(hash(filing, 'submission'))
    expect(hash(unread, 'texts')).not.toBe(hash(filing, 'texts'))
    const other = { ...filing, submission_sha256: 'x' }
    expect(hash(other, 'submission')).not.toBe(hash(filing, 'submission'))
  })
})

function reversedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversedKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversedKeys(member)]),
  )
}
