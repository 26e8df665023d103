import { signalTypes } from '@sec-latent/core/signals/catalogue'
import { type Static, Type } from 'typebox'
import { CHANGE_TYPES } from '../changes/schema.ts'
import { FormType } from '../filings/schema.ts'
import { nullable, openEnum, stringEnum } from '../openapi.ts'
import { AccessionNumber, Cik, CikInput, Instant, listOf, pageParameters } from '../schemas.ts'

const MONITOR_ID = '^mon_[0-9a-z]{26}$'
const MAX_VALUES = 500

const conditions = {
  change_types: Type.Optional(
    Type.Array(stringEnum(CHANGE_TYPES), {
      maxItems: CHANGE_TYPES.length,
      description: 'Types of changes; empty: any.',
    }),
  ),
  ciks: Type.Optional(Type.Array(CikInput, { maxItems: MAX_VALUES, description: 'Companies; empty: any.' })),
  form_types: Type.Optional(
    Type.Array(FormType, { maxItems: MAX_VALUES, description: 'Form types; empty: any.' }),
  ),
  signal_types: Type.Optional(
    Type.Array(stringEnum(signalTypes.map((type) => type.signal_type)), {
      maxItems: MAX_VALUES,
      description: 'Types of signals; empty: any. With some, only changes of signals match.',
    }),
  ),
  enabled: Type.Optional(Type.Boolean({ description: 'Whether it matches anything. Default: true.' })),
}
const name = Type.String({
  minLength: 1,
  maxLength: 100,
  description: 'What it is for.',
  examples: ['Watchlist'],
})

export const MonitorRequest = Type.Object({ name, ...conditions }, { additionalProperties: false })
export const MonitorPatch = Type.Object(
  { name: Type.Optional(name), ...conditions },
  { additionalProperties: false, minProperties: 1 },
)
export type MonitorPatch = Static<typeof MonitorPatch>

export const Monitor = Type.Object(
  {
    object: Type.Literal('monitor'),
    id: Type.String({ examples: ['mon_06fpr5v8k0ah3q7yd2m4xw9ezc'] }),
    name: Type.String(),
    change_types: Type.Array(openEnum(CHANGE_TYPES), { description: 'Types of changes; empty: any.' }),
    ciks: Type.Array(Cik, { description: 'Companies; empty: any.' }),
    form_types: Type.Array(Type.String(), { description: 'Form types; empty: any.' }),
    signal_types: Type.Array(Type.String(), { description: 'Types of signals; empty: any.' }),
    enabled: Type.Boolean({ description: 'Whether it matches anything.' }),
    created_at: Instant('When it was made. It matches what became visible afterwards.'),
    updated_at: Instant('When it was last changed.'),
  },
  {
    $id: 'Monitor',
    description: 'What the organisation wants to hear of: changes that pass all its conditions.',
  },
)
export const MonitorList = listOf('MonitorList', Monitor, 'Monitors of the organisation, latest first.')
export const MonitorQuery = Type.Object({ ...pageParameters }, { additionalProperties: false })
export const MonitorParams = Type.Object(
  {
    monitor_id: Type.String({
      pattern: MONITOR_ID,
      description: 'Id of a monitor.',
      examples: ['mon_06fpr5v8k0ah3q7yd2m4xw9ezc'],
    }),
  },
  { additionalProperties: false },
)

export const MonitorMatch = Type.Object(
  {
    object: Type.Literal('monitor_match'),
    monitor_id: Type.String(),
    position: Type.Integer({ description: 'Place in the feed of changes.' }),
    change_type: openEnum(CHANGE_TYPES),
    accession_number: AccessionNumber,
    cik: nullable(Cik),
    object_id: Type.String({
      description: 'Accession number of the filing, or id of the signal, that matched.',
    }),
    url: Type.String({ description: 'Path of what matched.' }),
    matched_at: Instant('When it was noticed.'),
  },
  { $id: 'MonitorMatch', description: 'A change that a monitor asked for.' },
)
export const MonitorMatchList = listOf(
  'MonitorMatchList',
  MonitorMatch,
  'What a monitor matched, latest first.',
)
