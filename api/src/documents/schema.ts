import { Type } from 'typebox'
import { nullable, stringEnum } from '../openapi.ts'
import {
  AccessionInput,
  AccessionNumber,
  asOfParameter,
  listOf,
  pageParameters,
  SHA256_PATTERN,
  Sha256,
} from '../schemas.ts'
import { TEXT_FORMATS } from './rendering.ts'

export const DocumentId = Type.String({
  description: '`{accession_number}:{sequence}`.',
  examples: ['0009990001-25-000003:1'],
})

export const Document = Type.Object(
  {
    object: Type.Literal('document'),
    document_id: DocumentId,
    accession_number: AccessionNumber,
    sequence: Type.Integer({ description: 'Position in the submission.' }),
    document_type: Type.String({ description: 'As filed.', examples: ['10-K', 'EX-99.1'] }),
    file_name: nullable(Type.String({ description: 'As filed.' })),
    description: nullable(Type.String({ description: 'As filed.' })),
    document_sha256: Sha256('SHA-256 of the original bytes.'),
    byte_length: Type.Integer({ description: 'Length of the original bytes.' }),
    text_status: stringEnum(['ok', 'not_text', 'failed'], {
      description: '`not_text`: an image, a spreadsheet, an archive. `failed`: the text could not be read.',
    }),
    text_sha256: nullable(Sha256('SHA-256 of the canonical text, to which all offsets refer.')),
    text_length: nullable(Type.Integer({ description: 'Unicode code points of the canonical text.' })),
    text_byte_length: nullable(Type.Integer({ description: 'UTF-8 bytes of the canonical text.' })),
    normaliser_version: nullable(Type.String({ description: 'Version of the reader that made the text.' })),
    source_url: nullable(
      Type.String({
        description: 'The document on sec.gov; null for fictional filings and unusable file names.',
      }),
    ),
  },
  {
    $id: 'Document',
    description: 'One document of a filing. Ask with another `Accept` for its original bytes.',
  },
)

export const DocumentList = listOf('DocumentList', Document, 'The documents of a filing.')

export const DocumentText = Type.Object(
  {
    object: Type.Literal('document_text'),
    document_id: DocumentId,
    format: stringEnum(TEXT_FORMATS),
    document_sha256: Sha256('SHA-256 of the original bytes.'),
    text_sha256: Sha256('SHA-256 of the canonical text as UTF-8, complete.'),
    normaliser_version: nullable(Type.String()),
    length: Type.Integer({ description: 'Unicode code points of the whole canonical text.' }),
    byte_length: Type.Integer({ description: 'UTF-8 bytes of the whole canonical text.' }),
    start: Type.Integer({ description: 'First code point of the span in the canonical text.' }),
    end: Type.Integer({ description: 'Code point after the last of the span.' }),
    byte_start: Type.Integer(),
    byte_end: Type.Integer(),
    next_offset: nullable(Type.Integer({ description: 'Where the next part begins; null at the end.' })),
    text: Type.String({ description: 'The span itself, or its rendering as Markdown or HTML.' }),
  },
  { $id: 'DocumentText', description: 'The canonical text of a document, or a part of it.' },
)

export const DocumentParams = Type.Object(
  {
    accession_number: AccessionInput,
    sequence: Type.String({
      pattern: '^[1-9]\\d{0,8}$',
      description: 'Position of the document in the filing.',
      examples: ['1'],
    }),
  },
  { additionalProperties: false },
)

export const DocumentListQuery = Type.Object(
  { ...asOfParameter, ...pageParameters },
  { additionalProperties: false },
)

export const textParameters = {
  format: Type.Optional(
    stringEnum(TEXT_FORMATS, {
      description:
        '`markdown` and `html` are renderings of the same span; offsets always refer to the text. Default: what `Accept` prefers (`text/html`, `text/markdown`), else `text`.',
    }),
  ),
}

export const DocumentTextQuery = Type.Object(
  {
    ...textParameters,
    offset: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 1_000_000_000, description: 'First code point. Default 0.' }),
    ),
    max_chars: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 10_000_000,
        description: 'At most this many code points. Default: to the end.',
      }),
    ),
    text_sha256: Type.Optional(
      Type.String({
        pattern: SHA256_PATTERN,
        description: 'Ask for exactly this text; the answer is then immutable. Another text is a 404.',
      }),
    ),
    ...asOfParameter,
  },
  { additionalProperties: false },
)
