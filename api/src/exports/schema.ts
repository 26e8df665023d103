import { exportFormats, exportResources } from '@sec-latent/core/exports/export'
import { signalTypes } from '@sec-latent/core/signals/catalogue'
import { Type } from 'typebox'
import { FormType } from '../filings/schema.ts'
import { nullable, stringEnum } from '../openapi.ts'
import { AccessionInput, CikInput, Instant, listOf, pageParameters, Sha256 } from '../schemas.ts'

const EXPORT_ID = '^exp_[0-9a-z]{26}$'
const MAX_VALUES = 500

const anyOfBody = <S extends Parameters<typeof Type.Array>[0]>(items: S, description: string) =>
  Type.Optional(Type.Array(items, { minItems: 1, maxItems: MAX_VALUES, description }))

export const ExportRequest = Type.Object(
  {
    resource: stringEnum(exportResources, { description: 'What is exported.' }),
    format: stringEnum(exportFormats, {
      description:
        '`ndjson`: a JSON object per line. `csv`: RFC 4180, nested values as JSON. `parquet`: typed columns.',
    }),
    as_of: Type.Optional(
      Instant('The moment the rows are true for; the same moment gives the same bytes. Default: now.'),
    ),
    filter: Type.Optional(
      Type.Object(
        {
          cik: anyOfBody(CikInput, 'Companies.'),
          form_type: anyOfBody(FormType, 'Form types.'),
          accession_number: anyOfBody(AccessionInput, 'Filings.'),
          signal_type: anyOfBody(
            stringEnum(signalTypes.map((type) => type.signal_type)),
            'Types, of signals only.',
          ),
          tag: anyOfBody(Type.String({ minLength: 1, maxLength: 256 }), 'XBRL tags, of facts only.'),
          accepted_at_gte: Type.Optional(Instant('Accepted at or after.')),
          accepted_at_lt: Type.Optional(Instant('Accepted before.')),
        },
        { additionalProperties: false, description: 'Which rows. Default: all.' },
      ),
    ),
  },
  { additionalProperties: false },
)

const ExportFile = Type.Object({
  name: Type.String({ examples: ['filings-0001.ndjson'] }),
  rows: Type.Integer(),
  bytes: Type.Integer(),
  sha256: Sha256('SHA-256 of the file.'),
  url: Type.String({ description: 'Path to download it from.' }),
})

export const Export = Type.Object(
  {
    object: Type.Literal('export'),
    id: Type.String({ examples: ['exp_06fpr5v8k0ah3q7yd2m4xw9ezc'] }),
    job_id: Type.String({ description: 'The job that makes it.' }),
    status: stringEnum(['queued', 'running', 'succeeded', 'failed', 'cancelled']),
    resource: stringEnum(exportResources),
    format: stringEnum(exportFormats),
    filter: Type.Object({}, { additionalProperties: true, description: 'The filter, as it is applied.' }),
    as_of: Instant('The moment the rows are true for.'),
    created_at: Instant('When it was asked for.'),
    expires_at: Instant('Until when its files can be downloaded.'),
    rows: nullable(Type.Integer({ description: 'Rows of all files; null until it has succeeded.' })),
    files: Type.Array(ExportFile, { description: 'Its files; empty until it has succeeded.' }),
    columns: Type.Array(Type.Object({ name: Type.String(), type: Type.String() }), {
      description: 'Columns of every file, in order; empty until it has succeeded.',
    }),
    manifest_sha256: nullable(
      Type.String({ description: 'SHA-256 of the canonical JSON (RFC 8785) of the manifest.' }),
    ),
  },
  { $id: 'Export', description: 'Rows of a resource as files, as of one moment, with the hash of each.' },
)
export const ExportList = listOf('ExportList', Export, 'Exports of the organisation, latest first.')
export const ExportQuery = Type.Object({ ...pageParameters }, { additionalProperties: false })

const exportId = Type.String({
  pattern: EXPORT_ID,
  description: 'Id of an export.',
  examples: ['exp_06fpr5v8k0ah3q7yd2m4xw9ezc'],
})
export const ExportParams = Type.Object({ export_id: exportId }, { additionalProperties: false })
export const ExportFileParams = Type.Object(
  {
    export_id: exportId,
    name: Type.String({
      pattern: '^(?:[a-z_]{1,40}-[0-9]{4}\\.(?:ndjson|csv|parquet)|manifest\\.json)$',
      description: 'Name of a file of the export, or `manifest.json`.',
      examples: ['filings-0001.ndjson'],
    }),
  },
  { additionalProperties: false },
)

/** The manifest; the files of an export are not JSON. */
export const ExportFileContent = Type.Object(
  {},
  { additionalProperties: true, description: 'The manifest of the export, canonical JSON (RFC 8785).' },
)
