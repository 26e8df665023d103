import { signalTypes } from '@sec-latent/core/signals/catalogue'
import { extractors } from '@sec-latent/core/signals/index'
import { SIGNAL_FAMILIES, SIGNAL_UNITS } from '@sec-latent/core/signals/signal'
import { type TString, Type } from 'typebox'
import { Evidence } from '../evidence/schema.ts'
import { companyParameters } from '../filings/schema.ts'
import { named, nullable, openEnum, stringEnum } from '../openapi.ts'
import {
  AccessionInput,
  AccessionNumber,
  anyOf,
  asOfParameter,
  Cik,
  Day,
  Instant,
  listOf,
  pageParameters,
  rangeParameters,
  Sha256,
  Total,
} from '../schemas.ts'

const SIGNAL_TYPE_NAMES = signalTypes.map((type) => type.signal_type)
const SIGNAL_ID = '^sig_[0-9a-hjkmnp-tv-z]{26}$'
const EXTRACTOR_NAMES = extractors.map((extractor) => extractor.name)
const KINDS = ['text_span', 'pair', 'header_field', 'xml_path', 'xbrl_fact'] as const

const VERSION = '^\\d+\\.\\d+\\.\\d+$'

function Interval() {
  return Type.Object({ lower: Type.Number(), upper: Type.Number() })
}

export const SignalInput = Type.Object(
  {
    name: Type.String(),
    value: nullable(
      Type.Unsafe<string | number | boolean>({
        anyOf: [{ type: 'number' }, { type: 'string' }, { type: 'boolean' }],
      }),
    ),
    accession_number: nullable(AccessionNumber),
    text_sha256: Type.Optional(Sha256('SHA-256 of the text the input was taken from.')),
    concept: Type.Optional(Type.String({ description: 'XBRL concept.', examples: ['us-gaap:Assets'] })),
    unit: Type.Optional(Type.String({ examples: ['USD'] })),
    period_start: Type.Optional(Day('First day of the period; absent for an instant.')),
    period_end: Type.Optional(Day('Last day of the period, or the instant.')),
    decimals: Type.Optional(nullable(Type.Integer({ description: 'Rounding of the fact as filed.' }))),
    resolver_rank: Type.Optional(
      Type.Integer({
        minimum: 1,
        description: 'Which of the concepts that can stand for this name was the first the filing reports.',
      }),
    ),
  },
  { $id: 'SignalInput', description: 'Something a value was computed from.' },
)

export const Signal = Type.Object(
  {
    object: Type.Literal('signal'),
    id: Type.String({ examples: ['sig_06fpr5v8k0ah3q7yd2m4xw9ezc'] }),
    signal_type: openEnum(SIGNAL_TYPE_NAMES, { examples: ['rf_added'] }),
    accession_number: AccessionNumber,
    cik: Cik,
    form_type: Type.String({ examples: ['10-K'] }),
    accepted_at: Instant('When EDGAR accepted the filing.'),
    available_at: Instant('When this API first showed the signal.'),
    period_of_report: nullable(Day('The period the filing reports on.')),
    value: Type.Unsafe<number | string | boolean>({
      anyOf: [{ type: 'number' }, { type: 'string' }, { type: 'boolean' }],
      description: 'In `unit`.',
    }),
    unit: openEnum(SIGNAL_UNITS),
    direction: Type.Integer({ minimum: -1, maximum: 1, description: '-1 adverse, 0 neutral, 1 favourable.' }),
    status: openEnum(['ok', 'quarantined'], {
      description:
        '`quarantined`: doubtful by its own evidence, such as a change by a factor of 1,000 that is a mistake of scale.',
    }),
    subject: nullable(
      Type.String({
        description: 'What of the filing it is about, where a filing can have several of the type.',
        examples: ['5.02'],
      }),
    ),
    payload: nullable(
      Type.Unsafe<Record<string, unknown>>({
        type: 'object',
        additionalProperties: true,
        description: 'The parts of the finding, as `payload_schema` of the signal type describes them.',
      }),
    ),
    peer_percentile: Type.Optional(
      nullable(
        Type.Number({
          minimum: 0,
          maximum: 100,
          description:
            'With `include=peer_percentile`: the share of peers whose latest value of the year before is lower, ties counted half. Peers are companies of the same two-digit SIC code known at the moment of the answer and accepted no later than this filing. Null under 20 peers and for values that are no numbers.',
        }),
      ),
    ),
    supersedes: nullable(Type.String({ description: 'Id of the signal this one replaced.' })),
    extractor: Type.Object({
      name: Type.String({ examples: ['risk_factor_diff'] }),
      version: Type.String({ examples: ['1.0.0'] }),
      kind: stringEnum(['deterministic', 'llm']),
      input_sha256: Type.String({ description: 'SHA-256 of everything the extractor read.' }),
      config_sha256: Type.String({ description: 'SHA-256 of its settings.' }),
    }),
    fingerprint: Type.String({
      description: 'The same input and extractor version give the same fingerprint.',
      examples: ['sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
    }),
    evidence: Type.Array(named(Evidence)),
    inputs: Type.Array(named(SignalInput)),
  },
  { $id: 'Signal', description: 'Something that was read out of a filing, with its evidence.' },
)
export const SignalList = listOf('SignalList', Signal, 'A page of signals.', {
  total: Type.Optional(named(Total)),
})

const CASES = [
  'financial_firms',
  'funds',
  'shells',
  'first_filings',
  'missing_years',
  'fiscal_year_changes',
  'splits',
  'amendments',
  'withdrawals',
] as const

const Share = nullable(Type.Number({ minimum: 0, maximum: 1 }))

export const SignalAccuracy = Type.Object(
  {
    extractor_version: Type.String({ description: 'The version that was measured.' }),
    checks: Type.Array(
      Type.Object({
        name: Type.String(),
        source: Type.String({ description: 'Where the label comes from.' }),
        labelled: Type.Integer({ description: 'Cases with a label.' }),
        agreed: Type.Integer({ description: 'Cases in which the signal says the same.' }),
        agreement: Share,
        positives: Type.Integer(),
        precision: Share,
        recall: Share,
        intervals: nullable(
          Type.Object({
            agreement: Interval(),
            precision: nullable(Interval()),
            recall: nullable(Interval()),
          }),
        ),
      }),
      {
        description:
          'Labels written by filers or the SEC against the signal, on the corpus of real filings. Shares are null under 30 positives. Intervals are Wilson score intervals at 95 %.',
      },
    ),
  },
  { $id: 'SignalAccuracy', description: 'Measured accuracy of a signal.' },
)

export const SignalType = Type.Object(
  {
    object: Type.Literal('signal_type'),
    signal_type: Type.String({ examples: ['rf_added'] }),
    title: Type.String(),
    description: Type.String(),
    family: openEnum(SIGNAL_FAMILIES),
    unit: openEnum(SIGNAL_UNITS),
    labels: nullable(Type.Array(Type.String(), { description: 'Every value a label can have.' })),
    range: Type.Object({ minimum: nullable(Type.Number()), maximum: nullable(Type.Number()) }),
    form_types: Type.Array(Type.String(), {
      description: 'Forms the signal is read from; empty: every form.',
    }),
    extractor: Type.String({ description: 'Name of the extractor in the processing ledger.' }),
    evidence_kinds: Type.Array(stringEnum(KINDS)),
    source: Type.String({ description: 'The paper or SEC rule the formula comes from.' }),
    formula: Type.String(),
    history: nullable(
      Type.String({ description: 'Published effects and disputes: history, never a promise.' }),
    ),
    extractor_version: Type.String({ examples: ['1.0.0'] }),
    extractor_kind: stringEnum(['deterministic', 'llm']),
    covers_from: nullable(Day('First filing date from which the inputs exist; null: EDGAR always had them.')),
    payload_schema: nullable(
      Type.Unsafe<Record<string, unknown>>({
        type: 'object',
        additionalProperties: true,
        description: 'JSON Schema of `payload`.',
      }),
    ),
    cases: Type.Object(
      Object.fromEntries(CASES.map((name) => [name, Type.String()])) as Record<
        (typeof CASES)[number],
        TString
      >,
      { description: 'What the rule does where the usual reading does not hold.' },
    ),
    accuracy: nullable(named(SignalAccuracy)),
  },
  { $id: 'SignalType', description: 'What a signal means and how it is computed.' },
)
export const SignalTypeList = listOf('SignalTypeList', SignalType, 'The catalogue of signals.')

export const SignalQuery = Type.Object(
  {
    signal_type: anyOf(stringEnum(SIGNAL_TYPE_NAMES), 'Signal type.'),
    ...companyParameters,
    accession_number: anyOf(AccessionInput, 'Accession number of the filing.'),
    extractor: anyOf(stringEnum(EXTRACTOR_NAMES), 'Name of the extractor.'),
    extractor_version: anyOf(Type.String({ pattern: VERSION }), 'Version of the extractor.'),
    status: anyOf(stringEnum(['ok', 'quarantined']), 'Doubtful signals are `quarantined`; both by default.'),
    direction: anyOf(stringEnum(['-1', '0', '1']), '-1 adverse, 0 neutral, 1 favourable.'),
    ...rangeParameters('accepted_at', (description) => Instant(description)),
    ...rangeParameters('period_of_report', (description) => Day(description)),
    sort: Type.Optional(
      stringEnum(['-accepted_at', 'accepted_at'], {
        default: '-accepted_at',
        description: 'Latest first, or earliest.',
      }),
    ),
    include: Type.Optional(
      Type.Array(stringEnum(['total', 'peer_percentile']), {
        description: 'Adds `total`, the number of matches, or `peer_percentile` to each signal.',
      }),
    ),
    ...asOfParameter,
    ...pageParameters,
  },
  { additionalProperties: false },
)

export const SignalParams = Type.Object(
  {
    signal_id: Type.String({
      pattern: SIGNAL_ID,
      description: 'Id of a signal.',
      examples: ['sig_06fpr5v8k0ah3q7yd2m4xw9ezc'],
    }),
  },
  { additionalProperties: false },
)

export const SignalReproduction = Type.Object(
  {
    object: Type.Literal('signal_reproduction'),
    signal_id: Type.String(),
    outcome: stringEnum(
      ['reproduced', 'inputs_changed', 'version_retired', 'not_deterministic', 'not_reproduced'],
      {
        description:
          '`reproduced`: the rule was run again on the stored bytes and gave the same fingerprint. `inputs_changed`: filings that arrived since are inputs now, so the signal has been or will be superseded. `version_retired`: the rule has a newer version, and this one is no longer kept. `not_deterministic`: a language model was asked; its stored answer was checked instead. `not_reproduced`: the same inputs gave something else, which is a defect.',
      },
    ),
    fingerprint: Type.String({ description: 'As stored.' }),
    fingerprint_again: nullable(Type.String({ description: 'As computed for this answer.' })),
    input_sha256: Sha256('Of the inputs, as stored.'),
    input_sha256_again: nullable(Sha256('Of the inputs now.')),
    extractor: Type.Object({ name: Type.String(), version: Type.String(), current_version: Type.String() }),
    evidence_verified: nullable(
      Type.Boolean({ description: 'Whether every piece of evidence was sliced again and found equal.' }),
    ),
  },
  { $id: 'SignalReproduction', description: 'What came of running the rule again.' },
)
