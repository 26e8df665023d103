import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { takePublishTurn } from '../../changes/publish-turn.ts'
import { assertAllEvidence } from '../../evidence/verify.ts'
import { context, inlineDocument, inlineHtml } from '../../facts/fact-fixture.ts'
import type { StatedFact } from '../../facts/stated-fact.ts'
import { statedFactStore } from '../../facts/stated-facts-store.ts'
import { insertFacts } from '../../facts/store.ts'
import { sha256 } from '../../sha256.ts'
import { forEachPostgres, type TestDatabase, testDatabase } from '../../testing/database.ts'
import { seedFiling } from '../../testing/seed-filing.ts'
import { readInlineXbrl } from '../../xbrl/inline.ts'
import { meetNeeds } from '../meet-needs.ts'
import { newSignal } from '../run-extractor.ts'
import type { Finding } from '../signal.ts'
import { publishSignals, replaceSignals } from '../store.ts'
import {
  ACCESSION,
  annualReport,
  answerOf,
  company,
  EARLIER_ACCESSION,
  statedFact,
  YEARS,
} from './books-fixture.ts'
import { accountingRules } from './index.ts'
import { accountingLabels } from './labels.ts'

const CIK = '0009990001'
const UNITS = [
  '<xbrli:unit id="USD"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>',
  '<xbrli:unit id="shares"><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unit>',
  '<xbrli:unit id="pure"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit>',
].join('')

/** The facts of an invented report as an inline document. */
function report(accession: string, facts: readonly StatedFact[]) {
  const periods = [...new Set(facts.map(({ context_id: id }) => id))]
  const idOf = (period: string) => `c${periods.indexOf(period)}`
  const body = facts
    .map(({ concept, unit, value, value_text, context_id }) =>
      value === null
        ? `<p><ix:nonNumeric name="${concept}" contextRef="${idOf(context_id)}">${value_text}</ix:nonNumeric></p>`
        : `<p>Amount <ix:nonFraction name="${concept}" contextRef="${idOf(context_id)}" unitRef="${unit}" decimals="${Number.isInteger(value) ? 0 : 3}">${value}</ix:nonFraction></p>`,
    )
    .join('\n')
  const resources = `${periods.map((period) => context(idOf(period), period)).join('')}${UNITS}`
  return inlineDocument(inlineHtml(body, { resources }), `${accession}:1`)
}

forEachPostgres((version) => {
  describe('scores of stored reports', () => {
    let database: TestDatabase
    const texts = new Map<string, string>()

    async function store(accession: string, acceptedAt: string, facts: readonly StatedFact[]) {
      const { sql } = database
      const document = report(accession, facts)
      const text_sha256 = sha256(document.text)
      texts.set(text_sha256, document.text)
      await seedFiling(sql, {
        accession_number: accession,
        accepted_at: acceptedAt,
        cik: CIK,
        period_of_report: acceptedAt.startsWith('2024') ? YEARS[0].end : YEARS[1].end,
      })
      await sql`insert into documents (document_id, accession_number, sequence, document_type, byte_start, byte_end,
          document_sha256, text_status, text_sha256)
        values (${document.document_id}, ${accession}, 1, '10-K', 0, 1, ${sha256(accession)}, 'ok', ${text_sha256})`
      await insertFacts(
        sql,
        {
          accession_number: accession,
          accepted_at: acceptedAt,
          filers: [{ role: 'filer', cik: CIK }] as never,
        },
        [
          {
            document_id: document.document_id,
            source: 'inline',
            cover: {
              document_type: '10-K',
              document_fiscal_year: 2023,
              document_fiscal_period: 'FY',
              document_period_end: null,
            },
            namespaces: {},
            schema_refs: [],
            // The entity of the fixture's contexts is another; the company is that of the filing.
            facts: readInlineXbrl([document]).facts.map((fact) => ({ ...fact, entity_cik: null })),
            text: document.text,
          },
        ],
      )
      return { document, text_sha256 }
    }

    beforeAll(async () => {
      database = await testDatabase({ version })
    })
    afterAll(() => database.close())

    test('are those of the same facts given by hand, with quotes of the text, and of two reports', async () => {
      const { sql } = database
      const { facts, earlier } = company()
      const rate = statedFact(
        'EffectiveIncomeTaxRateContinuingOperations',
        `${YEARS[0].start}/${YEARS[0].end}`,
        0.2,
        { unit: 'pure' },
      )
      await store(EARLIER_ACCESSION, '2023-02-15T21:00:00Z', earlier)
      const { document, text_sha256 } = await store(ACCESSION, '2024-02-15T21:00:00Z', [...facts, rate])
      const filing = annualReport()
      filing.documents = [
        {
          document_id: `${ACCESSION}:1`,
          sequence: 1,
          document_type: '10-K',
          document_sha256: sha256(ACCESSION),
          text: { text: document.text, text_sha256 } as never,
          sections: [],
        },
      ]
      const met = await meetNeeds(accountingRules, filing, {
        sql,
        objects: undefined as never,
        loadFiling: undefined as never,
      })
      const findings: Finding[] = []
      for (const rule of accountingRules) {
        const stored = rule.extract({ filing, as_of: filing.accepted_at, ...met.of(rule) })
        const given = rule.extract({
          filing: annualReport(),
          as_of: filing.accepted_at,
          facts,
          earlier,
        } as never)
        for (const { signal_type: type } of rule.signal_types) {
          expect(answerOf(stored, type), type).toEqual(answerOf(given, type))
        }
        if (stored.status === 'ok_found') findings.push(...stored.findings)
      }
      expect(findings.length).toBeGreaterThan(20)
      const quoted = findings.flatMap(({ evidence }) =>
        evidence.flatMap((piece) => (piece.kind === 'xbrl_fact' && piece.span ? [piece.span.quote] : [])),
      )
      expect(quoted.length).toBeGreaterThan(100)
      expect(
        findings.some(({ inputs }) =>
          inputs.some(({ accession_number: number }) => number === EARLIER_ACCESSION),
        ),
      ).toBe(true)
      await assertAllEvidence(findings, {
        text: (key) => texts.get(key),
        bytes: () => undefined,
        facts: async ({ document_id: id }) => await statedFactStore(sql).ofFiling(id.split(':')[0] as string),
      })

      const rule = accountingRules.find(({ name }) => name === 'income_checks')
      if (!rule) throw new Error('income_checks')
      const own = findings.filter(({ signal_type: type }) =>
        rule.signal_types.some((each) => each.signal_type === type),
      )
      const as = {
        name: rule.name,
        version: rule.version,
        kind: 'deterministic' as const,
        input_sha256: '1'.repeat(64),
        config_sha256: '2'.repeat(64),
      }
      await sql.begin((tx) =>
        replaceSignals(
          tx,
          { accession_number: ACCESSION, extractor: rule.name },
          own.map((finding) => ({ ...newSignal(filing, as, finding), dataset: 'test' as const })),
        ),
      )
      await sql.begin(async (tx) => publishSignals(tx, await takePublishTurn(tx), ACCESSION))
      const labelled = await accountingLabels[0]?.cases({ sql, objects: undefined as never, dataset: 'test' })
      expect(labelled).toEqual([{ accession_number: ACCESSION, subject: null, label: 0.2, signal: 0.2 }])
    })
  })
})
