import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalText } from '../documents/canonical-text.ts'
import { XmlError } from '../documents/xml-reader.ts'
import type { Fact } from '../facts/fact.ts'
import { amount, inlineDocument, inlineHtml, instanceXml, RESOURCES } from '../facts/fact-fixture.ts'
import { canonicalDecimal } from './decimal.ts'
import { readInlineXbrl } from './inline.ts'
import { readInstance } from './instance.ts'
import { XbrlError } from './reading.ts'

const PAGE = inlineHtml(
  `<p>${amount('name="us-gaap:Revenues" id="f1" format="ixt:num-dot-decimal" scale="3" sign="-"', '1,234')}</p>
   <table><tr><td>${amount('name="us-gaap:Assets" id="f2" scale="-2"', '5.1')}</td></tr></table>
   <ix:nonNumeric name="dei:DocumentType" contextRef="y" continuedAt="c1" escape="true"><b>10</b>-K</ix:nonNumeric>
   <ix:continuation id="c1" continuedAt="c2">more <ix:exclude>page</ix:exclude></ix:continuation>
   <ix:continuation id="c2">text</ix:continuation><ix:footnote id="n1">A note.</ix:footnote>
   <ix:fraction name="hlr:Ratio" contextRef="y" unitRef="shares"><ix:numerator>1</ix:numerator><ix:denominator>3</ix:denominator></ix:fraction>`,
  { resources: `${RESOURCES}<ix:relationship fromRefs="f1 f2" toRefs="n1"/>` },
)
const INSTANCE = instanceXml(
  `<us-gaap:Assets id="f1" contextRef="i" unitRef="usd" decimals="-3">1.5E6</us-gaap:Assets>
   <hlr:Text contextRef="y">&lt;p&gt;words&lt;/p&gt;</hlr:Text><us-gaap:Liabilities contextRef="i" unitRef="usd" xsi:nil="true"/>
   <link:footnoteLink><link:loc xlink:href="#f1" xlink:label="l"/><link:footnote xlink:label="n">Note</link:footnote>
   <link:footnoteArc xlink:from="l" xlink:to="n"/></link:footnoteLink>`,
)

/** A document with parts of it cut out, repeated, moved, or replaced with what confuses parsers. */
function mutated(text: string) {
  const at = fc.integer({ min: 0, max: text.length })
  const junk = fc.constantFrom(
    '<',
    '>',
    '"',
    '&',
    '\0',
    '</',
    '<!--',
    ']]>',
    '&#0;',
    '\ud800',
    '9'.repeat(2000),
    '-',
    'continuedAt="c1"',
  )
  const change = fc.tuple(at, at, fc.constantFrom('cut', 'repeat', 'insert', 'swap'), junk)
  return fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) => {
    let out = text
    for (const [a, b, kind, insert] of changes) {
      const [from, to] = a < b ? [a, b] : [b, a]
      const part = out.slice(from, Math.min(to, from + 400))
      if (kind === 'cut') out = out.slice(0, from) + out.slice(from + part.length)
      else if (kind === 'repeat') out = out.slice(0, from) + part.repeat(3) + out.slice(from)
      else if (kind === 'insert') out = out.slice(0, from) + insert + out.slice(from)
      else out = part + out
    }
    return out
  })
}

/** What holds of every fact, however it was filed. */
function expectSound(facts: Fact[]) {
  for (const fact of facts) {
    expect(fact.value === null || Number.isFinite(fact.value)).toBe(true)
    const number = fact.value_text
    if (fact.value !== null && number !== null && !fact.flags.includes('fraction'))
      expect(canonicalDecimal(number)).toBe(number)
    for (const day of [fact.period_start, fact.period_end, fact.instant])
      if (day !== null) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day)
  }
}

describe('mutated documents', () => {
  test('an inline page is read, whatever became of it', () => {
    fc.assert(
      fc.property(mutated(PAGE), (page) => {
        const inline = canonicalText(Buffer.from(page), 'html').inline_xbrl
        if (inline !== null) expectSound(readInlineXbrl([{ document_id: 'a:1', inline }]).facts)
      }),
      { numRuns: 400 },
    )
  })

  test('an instance is read or refused with a reason', () => {
    fc.assert(
      fc.property(mutated(INSTANCE), (xml) => {
        try {
          expectSound(readInstance(xml, 'a:1').facts)
        } catch (error) {
          if (!(error instanceof XmlError || error instanceof XbrlError)) throw error
        }
      }),
      { numRuns: 1000 },
    )
  })
})

describe('documents made to take long', () => {
  const bounded = (make: () => void) => {
    const start = performance.now()
    make()
    expect(performance.now() - start).toBeLessThan(5_000)
  }

  test('relationships between all facts and all notes', () => {
    const ids = Array.from({ length: 2_000 }, (_, index) => `f${index}`)
    const facts = ids.map((id) => amount(`name="us-gaap:Revenues" id="${id}"`, '1')).join('')
    const notes = ids
      .map((_, index) => `<ix:footnote id="n${index}">${'note '.repeat(20)}${index}</ix:footnote>`)
      .join('')
    const all = `<ix:relationship fromRefs="${ids.join(' ')}" toRefs="${ids.map((_, index) => `n${index}`).join(' ')}"/>`
    const page = inlineHtml(facts + notes, { resources: RESOURCES + all })
    bounded(() => {
      const { facts } = readInlineXbrl([inlineDocument(page)])
      expect(Math.max(...facts.map(({ footnotes }) => footnotes.length))).toBeLessThanOrEqual(100)
    })
  })

  test('every fact continued by the same long chain', () => {
    const chain = Array.from(
      { length: 900 },
      (_, index) => `<ix:continuation id="c${index}" continuedAt="c${index + 1}">x</ix:continuation>`,
    ).join('')
    const facts = '<ix:nonNumeric name="dei:X" contextRef="y" continuedAt="c0">x</ix:nonNumeric>'.repeat(
      2_000,
    )
    bounded(() =>
      readInlineXbrl([
        inlineDocument(inlineHtml(`${facts}${chain}<ix:continuation id="c900">x</ix:continuation>`)),
      ]),
    )
  })

  test('facts that all contradict each other', () => {
    const facts = Array.from({ length: 20_000 }, (_, index) =>
      amount('name="us-gaap:Revenues"', String(index)),
    ).join('')
    bounded(() => {
      const [fact] = readInlineXbrl([inlineDocument(inlineHtml(facts))]).facts
      expect(fact?.flags).toEqual(['inconsistent_duplicate'])
    })
  })

  test('numbers of a thousand digits and decimals beyond reason', () => {
    const facts = Array.from({ length: 2_000 }, (_, index) =>
      amount(`name="us-gaap:Revenues" scale="400"`, `${'9'.repeat(990)}${index}`).replace(
        'decimals="0"',
        'decimals="-400"',
      ),
    ).join('')
    bounded(() => readInlineXbrl([inlineDocument(inlineHtml(facts))]))
  })
})
