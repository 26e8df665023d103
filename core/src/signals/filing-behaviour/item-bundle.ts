import { Type } from 'typebox'
import type { Evidence } from '../../evidence/evidence.ts'
import { cappedTextSpan } from '../../evidence/span.ts'
import { EVENT_CASES } from '../cases.ts'
import { eventItem } from '../events/event-8k-items.ts'
import { firstSentenceEnd } from '../events/item-answer.ts'
import { CURRENT_REPORT, CURRENT_REPORTS, reportedItems } from '../events/reported-items.ts'
import { defineExtractor } from '../extractor.ts'
import type { SignalType } from '../signal.ts'

const config = { covers: ['2.02', '7.01', '8.01', '12', '9', '5'], maximum_quote_length: 1000 } as const

const itemBundle: SignalType = {
  signal_type: 'item_bundle',
  family: 'filing_behaviour',
  title: 'Adverse item bundled with results or news',
  description:
    'A current report has an adverse item (1.02, 1.03, 1.04, 1.05, 2.04, 2.05, 2.06, 3.02, 4.02, 5.05) together with results (2.02), Regulation FD disclosure (7.01) or other events (8.01), so that one report carries both. The value counts the adverse items.',
  unit: 'count',
  range: { minimum: 1, maximum: null },
  labels: null,
  form_types: CURRENT_REPORTS,
  evidence_kinds: ['text_span'],
  source: 'Form 8-K; severities as in `event_8k`',
  formula:
    'Items of the report whose severity is adverse, when 2.02, 7.01 or 8.01 (12, 9 or 5 before 23 August 2004) is reported too. Items whose severity depends on their text (3.01, 4.01, 5.02) do not count. Direction −1.',
  history:
    'Segal and Segal (2016) describe the bundling of negative with other news; the size of the effect differs between samples.',
  covers_from: null,
  payload_schema: Type.Object(
    {
      adverse_items: Type.Array(Type.String(), { description: 'Items that are adverse by their kind.' }),
      covering_items: Type.Array(Type.String(), {
        description: 'Results, Regulation FD disclosure, other events.',
      }),
    },
    { additionalProperties: false },
  ),
  cases: EVENT_CASES,
}

/** Bad news in the same report as results or other news. */
export const itemBundleRule = defineExtractor({
  name: 'item_bundle',
  version: '1.0.0',
  signal_types: [itemBundle],
  applies: (formType) => CURRENT_REPORT.test(formType),
  needs: {},
  config,

  extract({ filing }) {
    const { document, body, codes } = reportedItems(filing)
    if (codes.length === 0) return { status: 'ok_none', reason: 'no_item_found' }
    const adverse = codes.filter((code) => eventItem(code)?.severity === 'A')
    const covering = codes.filter((code) => (config.covers as readonly string[]).includes(code))
    if (adverse.length === 0 || covering.length === 0) return { status: 'ok_none', reason: 'nothing_bundled' }
    const text = document?.text?.text
    const evidence = [...adverse, ...covering].flatMap((code): Evidence[] => {
      const place = body.items.get(code)
      if (!document || text === undefined || !place) return []
      const end = firstSentenceEnd(text, place.start, place.end)
      const span = cappedTextSpan(document, place.section, place.start, end, config.maximum_quote_length)
      return [{ kind: 'text_span', ...span }]
    })
    if (evidence.length < 2) {
      return { status: 'insufficient_data', missing: ['item_text'], reason: 'item_text_not_found' }
    }
    return {
      status: 'ok_found',
      findings: [
        {
          signal_type: 'item_bundle',
          subject: null,
          value: adverse.length,
          unit: 'count',
          direction: -1,
          payload: { adverse_items: adverse, covering_items: covering },
          evidence,
          inputs: [{ name: 'items', value: codes.join(','), accession_number: filing.accession_number }],
        },
      ],
    }
  },
})
