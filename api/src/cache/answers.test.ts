import { describe, expect, test } from 'vitest'
import type { Answer } from './answer.ts'
import { answers } from './answers.ts'
import { feedWindow, type TaggedChange } from './feed-window.ts'

const EVER = Number.POSITIVE_INFINITY

function setUp() {
  const clock = { now: 1_000 }
  const window = feedWindow()
  window.begin(0)
  window.extend(10_000)
  const kept = answers(window, { maxBytes: 1_000_000, maxEntries: 100, now: () => clock.now })
  const publish = (one: TaggedChange) => {
    window.append([one])
    kept.tell(one)
  }
  return { clock, window, kept, publish }
}

function answer(wish: Partial<Answer> = {}): Answer {
  return {
    operation: { operation_id: 'getFiling', scopes: [], cost: 1 },
    dataset: 'live',
    url: '/v1/filings/1',
    asOf: 1_000,
    pinned: false,
    tags: ['accession 1'],
    validUntil: EVER,
    etag: 'W/"1"',
    headers: [],
    body: Buffer.from('{}'),
    page: null,
    forms: new Map(),
    ...wish,
  }
}

function change(moment: number, tags = ['accession 1'], dataset: 'live' | 'test' = 'live'): TaggedChange {
  return { dataset, moment, published: moment, tags: new Set(['*', ...tags]) }
}

describe('answers', () => {
  test('are handed out until the moment at which something alters them, not before and not after', () => {
    const { clock, kept, publish } = setUp()
    kept.keep(answer(), EVER)
    publish(change(3_000))
    clock.now = 2_999
    expect(kept.find('live', '/v1/filings/1')).toBeDefined()
    clock.now = 3_000
    expect(kept.find('live', '/v1/filings/1')).toBeUndefined()
    expect(kept.size().entries).toBe(0)
  })

  test('of other filings and other datasets live on', () => {
    const { clock, kept, publish } = setUp()
    kept.keep(answer(), EVER)
    publish(change(3_000, ['accession 2']))
    publish(change(3_000, ['accession 1'], 'test'))
    clock.now = 4_000
    expect(kept.find('live', '/v1/filings/1')).toBeDefined()
    expect(kept.find('test', '/v1/filings/1')).toBeUndefined()
  })

  test('that were made before a moment that has passed are not kept', () => {
    const { clock, kept, publish } = setUp()
    publish(change(3_000))
    clock.now = 3_500
    expect(kept.keep(answer({ asOf: 2_999 }), EVER)).toBe(false)
    expect(kept.keep(answer({ asOf: 3_000 }), EVER)).toBe(true)
  })

  test('that were made before a moment to come are kept until then', () => {
    const { clock, kept, publish } = setUp()
    publish(change(3_000))
    clock.now = 2_000
    expect(kept.keep(answer({ asOf: 1_999 }), EVER)).toBe(true)
    clock.now = 3_000
    expect(kept.find('live', '/v1/filings/1')).toBeUndefined()
  })

  test('are not handed out once the feed could hold something unseen', () => {
    const { clock, window, kept } = setUp()
    kept.keep(answer({ validUntil: EVER }), EVER)
    clock.now = 10_001
    expect(kept.find('live', '/v1/filings/1')).toBeUndefined()
    window.extend(20_000)
    expect(kept.find('live', '/v1/filings/1')).toBeDefined()
  })

  test('for a moment the caller named need no feed', () => {
    const { clock, kept, publish } = setUp()
    kept.keep(answer({ pinned: true }), EVER)
    publish(change(3_000))
    clock.now = 50_000
    expect(kept.find('live', '/v1/filings/1')).toBeDefined()
  })

  test('read from a replica that lags are not kept', () => {
    const { kept } = setUp()
    expect(kept.keep(answer({ asOf: 1_000 }), 999)).toBe(false)
  })

  test('older than what is known of the feed are not kept', () => {
    const { window, kept } = setUp()
    window.begin(900)
    expect(kept.keep(answer({ asOf: 899 }), EVER)).toBe(false)
    expect(kept.keep(answer({ asOf: 900 }), EVER)).toBe(true)
  })

  test('take no more room than they are given', () => {
    const window = feedWindow()
    window.begin(0)
    window.extend(EVER)
    const kept = answers(window, { maxBytes: 40_000, maxEntries: 1_000, now: () => 1_000 })
    for (let n = 0; n < 200; n++) {
      kept.keep(answer({ url: `/${n}`, tags: [`accession ${n}`], body: Buffer.alloc(1_000) }), EVER)
    }
    expect(kept.size().bytes).toBeLessThanOrEqual(40_000)
    expect(kept.find('live', '/199')).toBeDefined()
    expect(kept.find('live', '/0')).toBeUndefined()
    // The index by tag holds nothing of those that had to go.
    kept.tell(change(2_000, ['accession 0']))
  })

  test('expire with a filing that EDGAR dates ahead of its publication', () => {
    const { clock, kept, publish } = setUp()
    publish({ ...change(900_000), published: 2_000 })
    publish(change(3_000, ['accession 2']))
    clock.now = 4_000
    kept.keep(answer({ asOf: 3_999 }), EVER)
    expect(kept.find('live', '/v1/filings/1')?.validUntil).toBe(900_000)
  })
})
