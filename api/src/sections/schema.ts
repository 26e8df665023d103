import { Type } from 'typebox'
import { TEXT_FORMATS } from '../documents/rendering.ts'
import { DocumentId, textParameters } from '../documents/schema.ts'
import { nullable, stringEnum } from '../openapi.ts'
import {
  AccessionInput,
  AccessionNumber,
  anyOf,
  asOfParameter,
  listOf,
  pageParameters,
  Sha256,
} from '../schemas.ts'

const SECTION_KEY = '^[0-9a-z]{1,12}\\.[a-z0-9_]{1,48}$'

const sectionProperties = {
  section_id: Type.String({
    description: '`{document_id}:{section_key}`.',
    examples: ['0009990001-25-000003:1:10k.item_1a'],
  }),
  section_key: Type.String({
    description:
      'Such as `10k.item_1a`, `10q.part2_item_1a`, `8k.item_5_02`, `20f.item_3d`, `def14a.executive_compensation`.',
    examples: ['10k.item_1a'],
  }),
  document_id: DocumentId,
  accession_number: AccessionNumber,
  sequence: Type.Integer({ description: 'Position of the document in the filing.' }),
  title: nullable(Type.String({ description: 'The heading as filed.', examples: ['Item 1A. Risk Factors'] })),
  status: stringEnum(['ok', 'uncertain', 'absent', 'failed'], {
    description:
      '`ok`: found. `uncertain`: found, but the boundary is doubtful. `absent`: the company left it out. `failed`: we could not find it. An item the form does not have is not listed at all.',
  }),
  disposition: stringEnum(['extracted', 'incorporated_by_reference', 'reserved', 'absent', 'not_found'], {
    description:
      'What became of the disclosure. `extracted`: it stands in this text. `incorporated_by_reference`: the text refers to another document for it. `reserved`: the form has no such disclosure any more. `absent`: the company left it out. `not_found`: it may be there, and we could not find it.',
  }),
  boundary_method: Type.String({
    'x-extensible-enum': [
      'heading',
      'table_of_contents',
      'combined_heading',
      'cross_reference_index',
      'whole_document',
      'gap',
      'none',
    ],
    description:
      'How the boundary was found. `cross_reference_index`: by the page an index of the filing gives. `gap`: text that belongs to no item.',
  }),
  confidence: Type.Number({ minimum: 0, maximum: 1 }),
  note: nullable(Type.String({ description: 'What was noticed, such as `incorporated_by_reference`.' })),
  start: Type.Integer({ description: 'First code point in the canonical text.' }),
  end: Type.Integer({ description: 'Code point after the last.' }),
  byte_start: Type.Integer(),
  byte_end: Type.Integer(),
  document_sha256: Sha256('SHA-256 of the original bytes of the document.'),
  text_sha256: nullable(Sha256('SHA-256 of the canonical text the offsets refer to.')),
}

export const Section = Type.Object(
  { object: Type.Literal('section'), ...sectionProperties },
  {
    $id: 'Section',
    description: 'A part of a document. Sections and gaps tile the canonical text without overlap.',
  },
)

export const SectionList = listOf('SectionList', Section, 'The sections of a filing.')

export const SectionText = Type.Object(
  {
    object: Type.Literal('section_text'),
    ...sectionProperties,
    format: stringEnum(TEXT_FORMATS),
    text: nullable(
      Type.String({ description: 'The span; null when the section is absent or was not found.' }),
    ),
  },
  { $id: 'SectionText', description: 'A section with its text.' },
)

const keyParameter = Type.String({
  pattern: SECTION_KEY,
  description: 'Key of a section.',
  examples: ['10k.item_1a'],
})
const sequenceParameter = Type.Optional(
  Type.Integer({
    minimum: 1,
    maximum: 999_999_999,
    description: 'Only the document at this position of the filing.',
  }),
)

export const SectionListQuery = Type.Object(
  {
    sequence: sequenceParameter,
    section_key: anyOf(keyParameter, 'Key of a section.'),
    status: anyOf(stringEnum(['ok', 'uncertain', 'absent', 'failed']), 'Status of the section.'),
    ...asOfParameter,
    ...pageParameters,
  },
  { additionalProperties: false },
)

export const SectionParams = Type.Object(
  { accession_number: AccessionInput, section_key: keyParameter },
  { additionalProperties: false },
)

export const SectionTextQuery = Type.Object(
  { ...textParameters, sequence: sequenceParameter, ...asOfParameter },
  { additionalProperties: false },
)
