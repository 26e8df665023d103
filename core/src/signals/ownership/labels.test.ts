import { afterAll, beforeAll, expect, test } from 'vitest'
import { personXml, scheduleXml } from '../../beneficial-ownership/schedule-fixture.ts'
import { ownerXml, transactionXml } from '../../insider-transactions/ownership-fixture.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { replaceSignals } from '../store.ts'
import { activist13dRule } from './activist-13d.ts'
import { filedForms } from './filed-forms.ts'
import { insiderCsuiteBuy } from './insider-csuite-buy.ts'
import { largestPercent, ownershipLabels } from './labels.ts'
import { lateForm4Rule } from './late-form4.ts'
import { plannedSaleShareRule } from './planned-sale-share.ts'

const OWNER = ownerXml('9000701', 'Ferrand Odile', '<isOfficer>1</isOfficer><officerTitle>CFO</officerTitle>')

let database: TestDatabase
let forms: ReturnType<typeof filedForms>
beforeAll(async () => {
  database = await testDatabase()
  forms = filedForms(database.sql)
})
afterAll(() => database.close())

async function found(rule: Parameters<typeof forms.run>[0], accession_number: string) {
  const run = await forms.run(rule, accession_number)
  await database.sql.begin(async (tx) => {
    await replaceSignals(
      tx,
      { accession_number, extractor: rule.name },
      run.signals.map((signal) => ({ ...signal, dataset: 'test' as const })),
    )
    await tx`insert into processing (accession_number, extractor, extractor_version, status, reason)
      values (${accession_number}, ${rule.name}, ${rule.version}, ${run.status}, ${run.reason})`
  })
}

async function cases(name: string) {
  const label = ownershipLabels.find((one) => one.name.startsWith(name))
  if (!label) throw new Error(name)
  return await label.cases({ sql: database.sql, objects: null as never, dataset: 'test' })
}

test('every label finds its cases in another part of the form', async () => {
  const late = await forms.form4({
    accepted: '2024-05-30 17:00',
    owners: OWNER,
    flag: '1',
    rows: transactionXml({
      code: 'S',
      acquired: 'D',
      date: '2024-05-06',
      price: '<value>10</value><footnoteId id="F1"/>',
    }).replace(
      '</transactionCoding>',
      '</transactionCoding><transactionTimeliness><value>L</value></transactionTimeliness>',
    ),
    footnotes: '<footnote id="F1">Under a Rule 10b5-1 plan.</footnote>',
  })
  await found(lateForm4Rule, late)
  await found(plannedSaleShareRule, late)
  const buy = await forms.form4({ accepted: '2024-05-07 17:00', owners: OWNER, rows: transactionXml({}) })
  await found(lateForm4Rule, buy)
  await found(insiderCsuiteBuy, buy)
  const schedule = await forms.file({
    form_type: 'SCHEDULE 13D',
    accepted: '2025-03-05 17:00',
    parties: 'SUBJECT COMPANY:\n\n\tCOMPANY DATA:\n\t\tCENTRAL INDEX KEY:\t\t0009000001\n',
    documents: [
      {
        type: 'SCHEDULE 13D',
        name: 'primary_doc.xml',
        content: scheduleXml({ persons: personXml({ percent: '7.1' }) }).replace(
          '</items1To7>',
          '<item5><percentageOfClassSecurities>1,250,000 shares, or 7.1% of the class.</percentageOfClassSecurities></item5></items1To7>',
        ),
      },
    ],
  })
  await found(activist13dRule, schedule)

  expect(await cases('late_form4')).toEqual([
    { accession_number: late, subject: null, label: true, signal: true },
    { accession_number: buy, subject: null, label: false, signal: false },
  ])
  expect(await cases('planned_sale_share')).toEqual([
    { accession_number: late, subject: null, label: true, signal: true },
  ])
  expect(await cases('insider_csuite_buy')).toEqual([
    { accession_number: buy, subject: null, label: true, signal: true },
  ])
  expect(await cases('activist_13d')).toEqual([
    { accession_number: schedule, subject: null, label: 7.1, signal: 7.1 },
  ])
  expect(await cases('inst_delta rows')).toEqual([])
  expect(await cases('inst_delta total')).toEqual([])
})

test('the largest percentage of a text is a percentage', () => {
  expect(largestPercent('4.9% and 12.25 percent of 250% more')).toBe(12.25)
  expect(largestPercent('none')).toBeNull()
})
