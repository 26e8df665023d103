import { parseScheduleXml } from '@sec-latent/core/beneficial-ownership/parse-schedule-xml'
import { personXml, scheduleXml } from '@sec-latent/core/beneficial-ownership/schedule-fixture'
import { insertBeneficialOwnership } from '@sec-latent/core/beneficial-ownership/store'
import { forEachPostgres } from '@sec-latent/core/testing/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filer } from '../testing/seed.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'

const ISSUER = '0009000001'
const FUND = '0009000301'

forEachPostgres((version) => {
  let api: TestApp

  async function schedule(accession_number: string, accepted_at: string, form_type: string, persons: string) {
    const filers = [
      filer(ISSUER, 'HARROW & QUILL INSTRUMENTS INC', 'subject_company'),
      filer(FUND, 'GREYFELL PARTNERS LP', 'filed_by'),
    ]
    const seeded = await api.seed.filing({ accession_number, cik: ISSUER, form_type, accepted_at, filers })
    const reading = {
      document_id: seeded.document_id,
      report: parseScheduleXml(scheduleXml({ type: form_type, persons })),
    }
    // Both may be repeated.
    for (let run = 0; run < 2; run++)
      await api.sql.begin((tx) => insertBeneficialOwnership(tx, { accession_number }, reading))
    await api.seed.ledger(accession_number, { beneficial_ownership: ['ok_found'] })
  }

  beforeAll(async () => {
    api = await testApp({ version })
    const fund = (percent: string) => personXml({ cik: FUND, percent })
    const partner = personXml({ name: 'Isolde Marchbank', percent: '7.1' })
    await schedule('0009000301-25-000001', '2025-03-03T20:00:00Z', 'SCHEDULE 13D', fund('7.1') + partner)
    await schedule('0009000301-25-000002', '2025-06-03T20:00:00Z', 'SCHEDULE 13D/A', fund('9.4'))
    await schedule('0009000301-25-000003', '2025-09-03T20:00:00Z', 'SCHEDULE 13D/A', fund('4.2'))
  })
  afterAll(async () => {
    await api.close()
  })

  const accessions = async (query: string) => {
    const body = (await api.get(`/v1/beneficial-ownership?cik=${ISSUER}&${query}`)).json()
    return body.data.map(({ accession_number }: { accession_number: string }) => accession_number.slice(-1))
  }

  describe('schedules 13D and 13G', () => {
    it('name every person, each with whether the schedule is its latest', async () => {
      const body = (await api.get(`/v1/beneficial-ownership?cik=${ISSUER}&sort=accepted_at`)).json()
      expect(body.data[0]).toMatchObject({
        object: 'beneficial_ownership',
        schedule: '13D',
        issuer_name: 'Harrow & Quill Instruments, Inc.',
        reporting_persons: [
          { name: 'Greyfell Partners LP', cik: FUND, percent_of_class: 7.1, is_latest: false },
          { name: 'Isolde Marchbank', cik: null, value_status: 'reported', is_latest: true },
        ],
      })
      expect(body.data[0].items).toBeUndefined()
      expect(body.coverage).toMatchObject({ status: 'complete', extractors: [{ ok_found: 3 }] })
    })

    it('are kept to the latest word of each person on request', async () => {
      expect(await accessions('view=latest')).toEqual(['3', '1'])
      expect(await accessions('view=latest&as_of=2025-07-01T00:00:00Z')).toEqual(['2', '1'])
    })

    it('are found by the percentage and the name of one person', async () => {
      expect(await accessions('percent_of_class_gte=9')).toEqual(['2'])
      expect(await accessions('person_name=greyfell&percent_of_class_lte=5')).toEqual(['3'])
      expect(await accessions('person_name=ISOLDE%20MARCHBANK')).toEqual(['1'])
      expect(await accessions(`person_cik=${FUND}&view=latest`)).toEqual(['3'])
    })

    it('have their items on request, and pages that follow each other', async () => {
      const first = (await api.get(`/v1/beneficial-ownership?cik=${ISSUER}&limit=2&include=items`)).json()
      expect(first.data[0].items[1]).toEqual({ item: '3', text: 'Working capital.', truncated: false })
      const next = await accessions(`limit=2&include=items&cursor=${first.next_cursor}`)
      expect(next).toEqual(['1'])
    })
  })
})
