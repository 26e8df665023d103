import { signalTypes } from '@sec-latent/core/signals/catalogue'
import { Type } from 'typebox'
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
const KINDS = ['text_span', 'pair', 'header_field', 'xml_path'] as const

export const SignalInput = Type.Object(
  {
    name: Type.String(),
    value: nullable(Type.Unsafe<string | number>({ anyOf: [{ type: 'number' }, { type: 'string' }] })),
    accession_number: nullable(AccessionNumber),
    text_sha256: Type.Optional(Sha256('SHA-256 of the text the input was taken from.')),
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
    unit: openEnum(['ratio', 'count', 'code', 'ln_megabytes', 'boolean']),
    direction: Type.Integer({ minimum: -1, maximum: 1, description: '-1 adverse, 0 neutral, 1 favourable.' }),
    status: openEnum(['ok']),
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

export const SignalType = Type.Object(
  {
    object: Type.Literal('signal_type'),
    signal_type: Type.String({ examples: ['rf_added'] }),
    title: Type.String(),
    description: Type.String(),
    unit: openEnum(['ratio', 'count', 'code', 'ln_megabytes', 'boolean']),
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
  },
  { $id: 'SignalType', description: 'What a signal means and how it is computed.' },
)
export const SignalTypeList = listOf('SignalTypeList', SignalType, 'The catalogue of signals.')

export const SignalQuery = Type.Object(
  {
    signal_type: anyOf(stringEnum(SIGNAL_TYPE_NAMES), 'Signal type.'),
    ...companyParameters,
    accession_number: anyOf(AccessionInput, 'Accession number of the filing.'),
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
      Type.Array(stringEnum(['total']), { description: 'Adds `total`, the number of matches.' }),
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
