import { describe, expect, test } from 'vitest'
import { canonicalText } from '../documents/canonical-text.ts'
import { riskFactorUnits } from './risk-factors.ts'
import type { Section } from './section.ts'

const BODY =
  'Our orchards lie in one valley, and a late frost there would leave growers without a crop to sell and us without orders for the spring.'

function unitsOf(html: string) {
  const text = canonicalText(Buffer.from(`<html><body>${html}</body></html>`), 'html')
  const section: Section = {
    section_key: '10k.item_1a',
    title: 'Item 1A. Risk Factors',
    status: 'ok',
    disposition: 'extracted',
    boundary_method: 'heading',
    confidence: 1,
    start: 0,
    end: text.text.length,
    note: null,
  }
  return { text: text.text, units: riskFactorUnits(text, section) }
}

describe('risk factor units', () => {
  const captions = [
    'A late frost could destroy the crop our customers depend on.',
    'We rely on one foundry, and its loss would stop production.',
    'Growers may turn to pumps made by larger competitors.',
    'Our two founders hold most of the votes.',
    'We may need more capital than we can raise.',
  ]
  const drawn = (caption: string) => `<p><b>${caption}</b></p><p>${BODY}</p><p>${BODY}</p>`

  test('each bold caption begins a unit that lasts until the next', () => {
    const { text, units } = unitsOf(
      `<p><b>Item 1A. Risk Factors</b></p><p>Consider these risks.</p>${captions.map(drawn).join('')}`,
    )
    expect(units.map((unit) => unit.title)).toEqual(captions)
    for (const unit of units) {
      expect(text.slice(unit.start, unit.start + unit.title.length)).toBe(unit.title)
      expect(text.slice(unit.start, unit.end).split(BODY)).toHaveLength(3)
    }
  })

  test('headings that group risks belong to no unit', () => {
    const { text, units } = unitsOf(
      `<p><b>Risks Related to Our Business</b></p>${captions.slice(0, 3).map(drawn).join('')}<p><b>Risks Relating to Our Common Stock</b></p>${captions.slice(3).map(drawn).join('')}<p><b>General Risk Factors</b></p>`,
    )
    expect(units.map((unit) => unit.title)).toEqual(captions)
    for (const unit of units) expect(text.slice(unit.start, unit.end)).not.toMatch(/Risks Relat|General Risk/)
  })

  test('captions that run in with their paragraph are units too', () => {
    const { units } = unitsOf(captions.map((caption) => `<p>${caption} ${BODY}</p>`).join(''))
    expect(units.map((unit) => unit.title)).toEqual(captions)
  })

  test('captions set off by a dash are units', () => {
    const named = ['Frost', 'Single foundry', 'Competition from larger makers', 'Control by the founders']
    const { units } = unitsOf(named.map((name) => `<p>${name} – ${BODY}</p>`).join(''))
    expect(units.map((unit) => unit.title)).toEqual(named)
  })

  test('a section that says nothing has no units', () => {
    expect(unitsOf('<p><b>Item 1A. Risk Factors</b></p><p>Not required.</p>').units).toEqual([])
  })

  test('units never overlap and keep their order', () => {
    const { units } = unitsOf(captions.map(drawn).join(''))
    units.slice(1).forEach((unit, index) => {
      expect(unit.start).toBeGreaterThanOrEqual(units[index]?.end ?? 0)
    })
  })
})
