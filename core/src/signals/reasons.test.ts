import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { explainReason, outcomeReasons } from './reasons.ts'

/** Every code a source file of this folder, and of those in it, can give as a reason. */
function reasonsInSource(): string[] {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !/\.test\.|labels\.ts|vectors|accuracy/.test(name),
  )
  return files.flatMap((name) => {
    const source = readFileSync(join(import.meta.dirname, name), 'utf8')
    const places = source.match(/reason(?::| =) [^\n]*|unreadable\([^\n)]*/g) ?? []
    return places.flatMap((place) =>
      [...place.matchAll(/'([a-z]+(?:_[a-z0-9]+)+)'/g)].map(([, code]) => code ?? ''),
    )
  })
}

describe('a reason of the ledger', () => {
  it('has a sentence for each code an extractor can give', () => {
    const codes = [...new Set(reasonsInSource())].filter(
      (code) => !['not_applicable', 'ok_none'].includes(code),
    )
    expect(codes.length).toBeGreaterThan(15)
    expect(codes.filter((code) => explainReason(code) === undefined)).toEqual([])
  })

  it('is in the table only when something gives it', () => {
    const given = new Set([...reasonsInSource(), 'form_type', 'fund', 'shell', 'ifrs'])
    expect(Object.keys(outcomeReasons).filter((code) => !given.has(code))).toEqual([])
  })

  it('speaks of the filing compared with, or of the quote, when its code says so', () => {
    expect(explainReason('prior_section_absent')).toBe(
      'Of the filing compared with: The company left Item 1A out.',
    )
    expect(explainReason('evidence_quote_mismatch')).toContain('quote mismatch')
    expect(explainReason('toString')).toBeUndefined()
  })
})
