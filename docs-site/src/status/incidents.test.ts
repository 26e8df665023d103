import { expect, it } from 'vitest'
import { statusFeed } from './feed.ts'
import { readIncidents } from './incidents.ts'

const incident = {
  id: '2026-11-02-slow-lists',
  title: 'Lists were <slow> & late',
  impact: 'minor' as const,
  started_at: '2026-11-02T10:00:00Z',
  resolved_at: '2026-11-02T11:00:00Z',
  updates: [
    { at: '2026-11-02T10:05:00Z', text: 'We are looking.' },
    { at: '2026-11-02T11:00:00Z', text: 'An index was missing; ]]> it is there.' },
  ],
}

it('the incidents that are written down can be read', () => {
  expect(() => readIncidents()).not.toThrow()
})

it('incidents come latest first, and one that is not whole says what it lacks', () => {
  const later = { ...incident, id: 'later', started_at: '2026-11-03T10:00:00Z', resolved_at: null }
  expect(readIncidents([incident, later]).map(({ id }) => id)).toEqual(['later', '2026-11-02-slow-lists'])
  for (const [broken, message] of [
    [{ ...incident, impact: 'bad' }, 'impact'],
    [{ ...incident, started_at: 'yesterday' }, 'started_at'],
    [{ ...incident, updates: [] }, 'updates'],
    [{ ...incident, id: '../x' }, 'id'],
  ] as const) {
    expect(() => readIncidents([broken])).toThrow(`entry 1: ${message}`)
  }
})

it('the feed escapes what it is given and names each incident once', () => {
  const feed = statusFeed([incident], 'https://portal.example.com')
  expect(feed).toContain('<title>Lists were &lt;slow&gt; &amp; late</title>')
  expect(feed).toContain(']]&gt; it is there.')
  expect(feed).toContain(
    '<guid isPermaLink="true">https://portal.example.com/status#2026-11-02-slow-lists</guid>',
  )
  expect(feed).toContain('<pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate>')
})
