import { describe, expect, it } from 'vitest'
import { signalTypes } from './catalogue.ts'
import { extractors } from './index.ts'

describe('the catalogue of signals', () => {
  it('lists exactly what the extractors can find', () => {
    const found = extractors
      .flatMap(({ name, signal_types: types }) => types.map((type) => [type.signal_type, name]))
      .sort()
    const listed = signalTypes.map((type) => [type.signal_type, type.extractor]).sort()
    expect(listed).toEqual(found)
  })

  it('names only forms that the extractor reads', () => {
    for (const { signal_type: type, form_types: forms, extractor: name } of signalTypes) {
      const extractor = extractors.find((each) => each.name === name)
      for (const form of forms) expect(extractor?.applies(form), `${type} ${form}`).toBe(true)
      if (forms.length === 0) expect(extractor?.applies('424B5')).toBe(true)
    }
  })

  it('gives each signal a source, a formula and the evidence it carries', () => {
    for (const type of signalTypes) {
      expect(type.source, type.signal_type).not.toBe('')
      expect(type.formula, type.signal_type).not.toBe('')
      expect(type.evidence_kinds.length, type.signal_type).toBeGreaterThan(0)
    }
  })
})
