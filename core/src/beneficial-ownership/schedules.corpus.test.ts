import { describe, expect, test } from 'vitest'
import { isOwnershipFile, ownershipReading } from '../accuracy/checks/ownership-readings.ts'
import { hasCorpus, openCorpus } from '../accuracy/corpus.ts'
import type { BeneficialOwnershipReport } from './beneficial-ownership.ts'

describe.skipIf(!hasCorpus())('Schedules 13D and 13G of the real corpus', () => {
  const corpus = hasCorpus() ? openCorpus() : null
  const reports = (corpus?.files ?? []).flatMap(
    (file): { path: string; report: BeneficialOwnershipReport }[] => {
      if (!corpus || !isOwnershipFile(file) || !file.form.includes('13')) return []
      const reading = ownershipReading(corpus, file)
      return reading.kind === 'schedule' ? [{ path: file.path, report: reading.report }] : []
    },
  )
  const typed = reports.filter(({ report }) => report.source === 'text')
  const persons = typed.flatMap(({ report }) => report.reporting_persons)

  test('every schedule is read, typed ones too', () => {
    expect(reports.length).toBeGreaterThan(90)
    expect(typed.length).toBeGreaterThan(75)
  })

  test('every typed schedule names issuer, class and CUSIP, and every person has a name', () => {
    for (const { path, report } of typed) {
      expect(report.issuer_name, path).toBeTruthy()
      expect(report.security_title, path).toBeTruthy()
      expect(report.cusips, path).not.toEqual([])
      for (const { name } of report.reporting_persons) expect(name, path).toMatch(/^[A-Z].+/)
    }
  })

  test('every person of a typed schedule states its aggregate amount, and almost every one a percentage', () => {
    expect(persons.length).toBeGreaterThan(350)
    expect(persons.filter(({ value_status }) => value_status !== 'reported')).toEqual([])
    const without = persons.filter(({ percent_of_class }) => percent_of_class === null)
    expect(without.length / persons.length).toBeLessThan(0.02)
    expect(persons.filter(({ person_types }) => person_types.length === 0).length).toBeLessThan(3)
  })

  test('no power exceeds what its person owns in all', () => {
    const exceeding = persons.filter(
      (person) =>
        Math.max(person.sole_voting_power ?? 0, person.sole_dispositive_power ?? 0) >
        (person.aggregate_amount ?? 0),
    )
    expect(exceeding.map(({ name }) => name)).toEqual([])
  })
})
