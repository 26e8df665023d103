import { describe, expect, test } from 'vitest'
import { BOUNDED_TEXTS } from './bounded-texts.ts'
import { dangerousRegexes, unexcused } from './check.ts'
import { EXCEPTIONS } from './exceptions.ts'
import { keyOf, regexesOf, verdictOf, verdictsOf } from './regexes.ts'
import { findingsOf, RULES, type RuleName } from './rules.ts'
import { productSources, sourceOf } from './sources.ts'

const PATIENCE_MS = 10_000

/** For each rule a source that breaks it, and one that only looks like it. */
// biome-ignore-start lint/suspicious/noTemplateCurlyInString: the sources under test hold templates.
const CASES: Record<RuleName, { wrong: string[]; right: string[] }> = {
  'bare-fetch': {
    wrong: ['await fetch(address)', 'const get = globalThis.fetch'],
    right: ['client.fetch(x)', 'refetch()'],
  },
  'bare-request': {
    wrong: ["import { request } from 'node:https'", "import { Agent } from 'undici'"],
    right: ["import type { Agent } from 'undici'", "import { createHash } from 'node:crypto'"],
  },
  'template-sql': {
    wrong: ['sql.unsafe(`select ${column} from filings`)', 'const q = `delete from ${table} where a = 1`'],
    right: ['sql`select * from filings where cik = ${cik}`', "sql.unsafe('select 1')", '`select ${one}`'],
  },
  'weak-random': { wrong: ['const token = Math.random()'], right: ['Math.round(x)'] },
  'early-compare': {
    wrong: ['if (given.signature === expected) go()', 'return secret !== other'],
    right: ["kind === 'secret'", 'secret === undefined', 'a.name === b.name'],
  },
  'loose-equality': { wrong: ['a == b', 'a != 1'], right: ['a === b', 'a == null'] },
  'dynamic-code': {
    wrong: ['eval(text)', "new Function('a', text)", "import { runInContext } from 'node:vm'"],
    right: ['evaluate(text)', 'new Fun()'],
  },
  'child-process': {
    wrong: ["import { exec } from 'node:child_process'"],
    right: ["import x from './child'"],
  },
  'raw-html': {
    wrong: ['const a = <p dangerouslySetInnerHTML={{ __html: text }} />', 'node.innerHTML = text'],
    right: ['const a = <p>{text}</p>', 'node.textContent = text'],
  },
  'unverified-tls': {
    wrong: ['connect({ rejectUnauthorized: false })', 'connect({ rejectUnauthorized: strict })'],
    right: ['connect({ rejectUnauthorized: true })'],
  },
  'weak-crypto': {
    wrong: ["createHash('md5')", "createCipheriv('aes-256-cbc', key, iv)", 'createHmac(name, key)'],
    right: ["createHash('sha256')", "createCipheriv('aes-256-gcm', key, iv)"],
  },
  'dynamic-regex': { wrong: ['new RegExp(text)', 'RegExp(`^${name}`)'], right: ["new RegExp('^a')", '/^a/'] },
  'browser-storage': { wrong: ["localStorage.setItem('a', b)"], right: ['storage.setItem(a, b)'] },
  'post-message': {
    wrong: ["addEventListener('message', f)", "window.addEventListener('message', f)"],
    right: [],
  },
  'prototype-write': { wrong: ['a.__proto__ = b', "a['__proto__']"], right: ['a.prototype'] },
}
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: the sources under test hold templates.

describe('the sources of the product', () => {
  const sources = productSources()
  const regexes = regexesOf(sources)

  test('have nothing that a rule finds and nobody excused, and no excuse that nothing needs', () => {
    expect(sources.length).toBeGreaterThan(800)
    expect(unexcused(findingsOf(sources), EXCEPTIONS)).toEqual([])
  })

  test('have no regular expression that may take long over a text that nothing bounds', async () => {
    expect(regexes.length).toBeGreaterThan(800)
    const verdicts = await verdictsOf(regexes, PATIENCE_MS)
    expect(dangerousRegexes(regexes, verdicts, BOUNDED_TEXTS)).toEqual([])
  })

  test('need every reason why a text is bounded', async () => {
    const verdicts = await verdictsOf(regexes, PATIENCE_MS)
    for (const reason of BOUNDED_TEXTS) {
      const others = BOUNDED_TEXTS.filter((one) => one !== reason)
      expect(dangerousRegexes(regexes, verdicts, others), String(reason.paths)).not.toEqual([])
    }
  })
})

describe('the rules', () => {
  const rules = Object.keys(RULES) as RuleName[]

  test.each(rules)('%s finds what it is for, and nothing else', (rule) => {
    const found = (text: string) => findingsOf([sourceOf('a.tsx', text)]).map((finding) => finding.rule)
    for (const text of CASES[rule].wrong) expect(found(text), text).toContain(rule)
    for (const text of CASES[rule].right) expect(found(text), text).not.toContain(rule)
  })

  test('a finding is a problem beyond what is excused, and an excuse that excuses nothing is one too', () => {
    const findings = findingsOf([sourceOf('a/b.ts', 'eval(x)\neval(y)')])
    const excuse = { rule: 'dynamic-code' as const, path: 'a/b.ts', times: 1, why: 'because it is tried' }
    expect(unexcused(findings, [excuse])).toEqual(['a/b.ts:2 dynamic-code: eval'])
    expect(unexcused(findings, [{ ...excuse, path: 'a/', times: 'always' }])).toEqual([])
    expect(unexcused(findings, [{ ...excuse, times: 2, why: 'so' }])).toHaveLength(1)
    expect(unexcused([], [{ ...excuse, path: 'a/', times: 'always' }])).toHaveLength(1)
  })
})

describe('regular expressions', () => {
  test('are found as literals, as texts given to RegExp and as patterns of schemas', () => {
    const text = String.raw`/a\/b/g; new RegExp('^c', 'i'); const schema = { pattern: '^d$' }`
    expect(regexesOf([sourceOf('x.ts', text)]).map(keyOf)).toEqual([String.raw`/a\/b/g`, '/^c/i', '/^d$/u'])
  })

  test.each([
    ['^(a|a)*$', 'exponential'],
    [String.raw`^\s*a\s*\s*$`, 'polynomial'],
    ['^[a-z]{1,10}$', 'linear'],
  ])('%s is %s', async (source, verdict) => {
    expect(await verdictOf({ source, flags: '' }, PATIENCE_MS)).toContain(verdict)
  })

  test('one that doubles its time with every character is excused nowhere', () => {
    const regex = { source: '(a|a)*$', flags: '', at: 'x.ts:1', path: 'x.ts' }
    const bounded = [{ paths: /x/, why: 'because it is tried' }]
    const verdict = (value: string) => dangerousRegexes([regex], { [keyOf(regex)]: value }, bounded)
    expect(verdict('exponential')).toHaveLength(1)
    expect(verdict('polynomial 2')).toEqual([])
    expect(dangerousRegexes([regex], { [keyOf(regex)]: 'unknown' }, [])).toHaveLength(1)
    expect(dangerousRegexes([regex], {}, bounded)).toHaveLength(1)
  })
})
