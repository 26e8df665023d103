import { describe, expect, it } from 'vitest'
import { TEXT_CASES } from './cases.ts'
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

  it('has one noun for each signal, each extractor and each need', () => {
    const repeated = (names: string[]) => names.filter((name, index) => names.indexOf(name) !== index)
    expect(repeated(signalTypes.map((type) => type.signal_type))).toEqual([])
    expect(repeated(extractors.map(({ name }) => name))).toEqual([])
    const needs = new Map(
      extractors.flatMap(({ needs: own }) => Object.values(own)).map((need) => [need, need.name]),
    )
    expect(repeated([...needs.values()])).toEqual([])
  })

  it('says of each signal what its rule does in every special case', () => {
    for (const { signal_type: type, cases } of signalTypes) {
      expect(Object.keys(cases).sort(), type).toEqual(Object.keys(TEXT_CASES).sort())
      for (const [name, answer] of Object.entries(cases))
        expect(answer.length, `${type} ${name}`).toBeGreaterThan(4)
    }
  })

  it('lists the values of a label, and describes each field of a payload', () => {
    for (const { signal_type: type, unit, labels, payload_schema: schema } of signalTypes) {
      expect(labels !== null, `${type} ${unit}`).toBe(unit === 'label')
      const fields = Object.entries(
        (schema as { properties?: Record<string, unknown> } | null)?.properties ?? {},
      )
      for (const [name, field] of fields)
        expect((field as { description?: string }).description, `${type} ${name}`).toBeTruthy()
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
