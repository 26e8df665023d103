import { Type } from 'typebox'
import { DocumentId } from '../documents/schema.ts'
import { named, nullable } from '../openapi.ts'
import { AccessionNumber, asOfParameter, listOf, pageParameters, Sha256 } from '../schemas.ts'

const spanProperties = {
  start: Type.Integer({ description: 'First code point in the canonical text.' }),
  end: Type.Integer({ description: 'Code point after the last; equal to `start` where nothing is drawn.' }),
  byte_start: Type.Integer({ description: 'First UTF-8 byte.' }),
  byte_end: Type.Integer({ description: 'Byte after the last.' }),
}

export const TableCell = Type.Object(
  {
    text: Type.String({ description: 'What stands in the cell, verbatim.', examples: ['1,204'] }),
    column: Type.Integer({
      description: 'Column of the grid, from 0, after the spans of cells before and above.',
    }),
    column_span: Type.Integer(),
    row_span: Type.Integer(),
    header: Type.Boolean({ description: 'Marked as a heading in the document.' }),
    ...spanProperties,
  },
  { $id: 'TableCell', description: 'A cell with its place in the grid and in the text.' },
)

export const Table = Type.Object(
  {
    object: Type.Literal('table'),
    accession_number: AccessionNumber,
    document_id: DocumentId,
    sequence: Type.Integer({ description: 'Position of the document in the filing.' }),
    position: Type.Integer({ description: 'Position of the table in the document, from 1.' }),
    section_id: nullable(
      Type.String({
        description: 'The section in which the table begins.',
        examples: ['0009990001-25-000003:1:10k.item_8'],
      }),
    ),
    section_key: nullable(Type.String({ examples: ['10k.item_8'] })),
    text_sha256: Sha256('SHA-256 of the canonical text the offsets refer to.'),
    ...spanProperties,
    column_count: Type.Integer({ description: 'Columns of the grid.' }),
    rows: Type.Array(Type.Array(named(TableCell)), {
      description: 'Rows as they are drawn, each with the cells that begin in it.',
    }),
  },
  {
    $id: 'Table',
    description: 'A table of a document as rows and cells. Tables used only for layout are none.',
  },
)

export const TableList = listOf('TableList', Table, 'The tables of a filing.')

export const TableListQuery = Type.Object(
  {
    sequence: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 999_999_999,
        description: 'Only the document at this position of the filing.',
      }),
    ),
    section_key: Type.Optional(
      Type.String({
        pattern: '^[0-9a-z]{1,12}\\.[a-z0-9_]{1,48}$',
        description: 'Only tables that begin in this section.',
        examples: ['10k.item_8'],
      }),
    ),
    ...asOfParameter,
    cursor: pageParameters.cursor,
    limit: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 100,
        default: 20,
        description: 'Entries per page. A page can hold fewer and still not be the last.',
      }),
    ),
  },
  { additionalProperties: false },
)
