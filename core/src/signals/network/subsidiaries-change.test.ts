import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { filedForms } from '../ownership/filed-forms.ts'
import { compareSubsidiaries, nameKey, subsidiariesChangeRule } from './subsidiaries-change.ts'

const list = (rows: [string, string][]) =>
  `<html><body><p>Subsidiaries of the Registrant</p><table><tr><td>Name</td><td>Jurisdiction of incorporation</td></tr>${rows
    .map(([name, place]) => `<tr><td>${name}</td><td>${place}</td></tr>`)
    .join('')}</table></body></html>`

describe('a change of subsidiaries', () => {
  let database: TestDatabase
  let forms: ReturnType<typeof filedForms>
  let companies = 0
  const company = () => `00090060${String(++companies).padStart(2, '0')}`
  beforeAll(async () => {
    database = await testDatabase()
    forms = filedForms(database.sql)
  })
  afterAll(() => database.close())

  const annual = (of: string, period: string, rows: [string, string][] | null, form_type = '10-K') =>
    forms.file({
      form_type,
      accepted: `${Number(period.slice(0, 4)) + 1}-02-20 17:00`,
      period,
      parties: `FILER:\n\n\tCOMPANY DATA:\n\t\tCENTRAL INDEX KEY:\t\t${of}\n`,
      documents: [
        { type: form_type, name: 'report.htm', content: '<html><body><p>Annual report</p></body></html>' },
        ...(rows ? [{ type: 'EX-21.1', name: 'ex21.htm', content: list(rows) }] : []),
      ],
    })

  test('lists what was added and removed, with both lines, and what moved', async () => {
    const of = company()
    const prior = await annual(of, '2022-12-31', [
      ['Alder Works, Inc.', 'Delaware'],
      ['Beech GmbH', 'Germany'],
      ['Cedar Limited', 'Ireland'],
    ])
    const form = await annual(of, '2023-12-31', [
      ['ALDER WORKS INCORPORATED', 'Delaware'],
      ['Cedar Ltd.', 'Bermuda'],
      ['Dogwood LLC', 'Nevada'],
    ])
    const [signal] = (await forms.run(subsidiariesChangeRule, form)).signals
    expect(signal).toMatchObject({ value: 2, unit: 'count', direction: 0, subject: null })
    expect(signal?.payload).toEqual({
      prior_accession_number: prior,
      subsidiaries: 3,
      prior_subsidiaries: 3,
      added_count: 1,
      removed_count: 1,
      added: [{ name: 'Dogwood LLC', jurisdiction: 'Nevada' }],
      removed: [{ name: 'Beech GmbH', jurisdiction: 'Germany' }],
      moved: [{ name: 'Cedar Ltd.', from: 'Ireland', to: 'Bermuda' }],
    })
    expect(signal?.evidence).toMatchObject([
      { kind: 'pair', left: null, right: { quote: 'Dogwood LLC | Nevada' } },
      { kind: 'pair', left: { quote: 'Beech GmbH | Germany' }, right: null },
    ])
  })

  test('says why it has none: no list, no year before, nothing changed, another kind of list', async () => {
    const of = company()
    const rows: [string, string][] = [
      ['Alder Works, Inc.', 'Delaware'],
      ['Beech GmbH', 'Germany'],
    ]
    const first = await annual(of, '2020-12-31', rows)
    expect(await forms.run(subsidiariesChangeRule, first)).toMatchObject({
      status: 'not_applicable',
      reason: 'no_prior_filing',
    })
    const same = await annual(of, '2021-12-31', rows)
    expect(await forms.run(subsidiariesChangeRule, same)).toMatchObject({
      status: 'ok_none',
      reason: 'subsidiaries_unchanged',
    })
    const none = await annual(of, '2022-12-31', null)
    expect(await forms.run(subsidiariesChangeRule, none)).toMatchObject({
      status: 'not_applicable',
      reason: 'no_subsidiary_list',
    })
    const after = await annual(of, '2023-12-31', rows)
    expect((await forms.run(subsidiariesChangeRule, after)).reason).toBe('prior_no_subsidiary_list')
    const long = await annual(
      of,
      '2024-12-31',
      Array.from({ length: 20 }, (_, index) => [`Sub ${index} Inc.`, 'Ohio']),
    )
    expect((await forms.run(subsidiariesChangeRule, long)).reason).toBe('subsidiary_lists_of_other_kind')
    const missing = await annual(company(), '2023-12-31', rows)
    expect((await forms.run(subsidiariesChangeRule, missing)).reason).toBe('no_prior_filing')
  })

  test('reads neither amendments nor transition reports', () => {
    expect(['10-K/A', '10-KT', '10-Q', '20-F'].some((form) => subsidiariesChangeRule.applies(form))).toBe(
      false,
    )
  })
})

describe('names of subsidiaries', () => {
  const entries = (...names: string[]) => names.map((name) => ({ entry: { name } }))
  const names = (list: { entry: { name: string } }[]) => list.map(({ entry }) => entry.name)

  test('are one whatever their case, dots and accents', () => {
    expect(nameKey('Oakmere S.\u00e0 r.l.')).toBe(nameKey('OAKMERE SA RL'))
    expect(nameKey('Oakmere & Sons Company, Limited')).toBe('oakmere and sons co ltd')
  })

  test('without their form are one only where nothing else could be meant', () => {
    const { added, removed } = compareSubsidiaries(
      entries('Oak Inc.', 'Elm B.V.', 'Elm Ltd'),
      entries('Oak LLC', 'Elm Inc.'),
    )
    expect([names(added), names(removed)]).toEqual([['Elm Inc.'], ['Elm B.V.', 'Elm Ltd']])
  })

  test('compared with themselves are all the same', () => {
    const list = entries('Oak', 'Oak', 'Elm')
    expect(compareSubsidiaries(list, list)).toMatchObject({ added: [], removed: [] })
    expect(names(compareSubsidiaries(entries('Oak', 'Oak'), entries('Oak')).removed)).toEqual(['Oak'])
  })
})
