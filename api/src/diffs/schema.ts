import { type Static, Type } from 'typebox'
import { DocumentId } from '../documents/schema.ts'
import { named, nullable, stringEnum } from '../openapi.ts'
import { AccessionNumber, asOfParameter, Day, Instant, Sha256 } from '../schemas.ts'

/** An accession number, with or without dashes, then a document and a section of it. */
const SIDE_PATTERN =
  '^(?:\\d{10}-\\d{2}-\\d{6}|\\d{18})(?::[1-9]\\d{0,8}(?::[0-9a-z]{1,12}\\.[a-z0-9_]{1,48})?)?$'
const SECTION_KEY_PATTERN = '^[0-9a-z]{1,12}\\.[a-z0-9_]{1,48}$'

const side = (which: string) =>
  Type.String({
    pattern: SIDE_PATTERN,
    maxLength: 100,
    description: `${which}: an accession number (its main document, or the section \`section_key\`), a \`document_id\`, or a \`section_id\`.`,
    examples: ['0009990001-24-000012'],
  })

export const DiffQuery = Type.Object(
  {
    from: side('The text that is compared'),
    to: side('The text it is compared with'),
    section_key: Type.Optional(
      Type.String({
        pattern: SECTION_KEY_PATTERN,
        description: 'Section of both sides; not together with a `section_id`.',
        examples: ['10k.item_1a'],
      }),
    ),
    include: Type.Optional(
      Type.Array(stringEnum(['equal_text']), {
        description: '`equal_text` adds the text of the hunks in which nothing changed.',
      }),
    ),
    ...asOfParameter,
  },
  { additionalProperties: false },
)

export const DiffSide = Type.Object(
  {
    accession_number: AccessionNumber,
    form_type: Type.String({ description: 'As EDGAR writes it.', examples: ['10-K'] }),
    filing_date: Day('EDGAR\'s "filed as of date".'),
    accepted_at: Instant('When EDGAR accepted the filing.'),
    document_id: DocumentId,
    section_id: nullable(Type.String({ examples: ['0009990001-25-000003:1:10k.item_1a'] })),
    section_status: nullable(
      stringEnum(['ok', 'uncertain', 'absent'], {
        description:
          'Status of the section; an absent one is compared as an empty text. Null for a document.',
      }),
    ),
    document_sha256: Sha256('SHA-256 of the original bytes of the document.'),
    text_sha256: Sha256('SHA-256 of the canonical text the offsets refer to.'),
    start: Type.Integer({ description: 'First code point of the compared text in the canonical text.' }),
    end: Type.Integer({ description: 'Code point after the last.' }),
    byte_start: Type.Integer(),
    byte_end: Type.Integer(),
  },
  { $id: 'DiffSide', description: 'One of the two texts of a diff.' },
)

export const DiffSpan = Type.Object(
  {
    start: Type.Integer({ description: 'First code point in the canonical text of this side.' }),
    end: Type.Integer({
      description: 'Code point after the last; equal to `start` where this side has nothing.',
    }),
    byte_start: Type.Integer({ description: 'First UTF-8 byte.' }),
    byte_end: Type.Integer({ description: 'Byte after the last.' }),
    quote: nullable(
      Type.String({
        description: 'The text, verbatim; null where nothing changed, unless `include=equal_text`.',
      }),
    ),
  },
  { $id: 'DiffSpan', description: 'Where a hunk stands on one side.' },
)

export const DiffHunk = Type.Object(
  {
    operation: stringEnum(['equal', 'insert', 'delete', 'replace'], {
      description: 'What makes the one side out of the other. Hunks are in order and tile both texts.',
    }),
    level: nullable(
      stringEnum(['block', 'sentence', 'word', 'coarse'], {
        description:
          'By which units the change was found. `coarse`: the texts are too long and too different to look closer. Null for `equal`.',
      }),
    ),
    move: nullable(
      Type.Integer({
        description:
          'A deletion and an insertion with the same number are one passage that moved, word for word.',
      }),
    ),
    from: named(DiffSpan),
    to: named(DiffSpan),
  },
  { $id: 'DiffHunk', description: 'A stretch of both texts that is equal or has changed.' },
)

export const Diff = Type.Object(
  {
    object: Type.Literal('diff'),
    algorithm: Type.Object({
      name: Type.String({ examples: ['layered_myers'] }),
      version: Type.String({
        description: 'A new version can give other hunks for the same texts.',
        examples: ['1.0.0'],
      }),
    }),
    complete: Type.Boolean({
      description:
        'False when the comparison was cut short somewhere: still exact, only coarser than it could be.',
    }),
    from: named(DiffSide),
    to: named(DiffSide),
    summary: Type.Object({
      equal: Type.Integer({ description: 'Code points that both sides have in the same order.' }),
      deleted: Type.Integer({ description: 'Code points of `from` that are gone.' }),
      inserted: Type.Integer({ description: 'Code points of `to` that are new.' }),
      moved: Type.Integer({
        description: 'Code points that stand elsewhere; counted in `deleted` and `inserted`, too.',
      }),
      similarity: Type.Number({
        minimum: 0,
        maximum: 1,
        description: 'Twice `equal`, as a share of both lengths.',
      }),
    }),
    hunks: Type.Array(named(DiffHunk)),
    as_of: Instant('The moment the answer is true for.'),
  },
  {
    $id: 'Diff',
    description:
      'The difference of two texts. Keep what is equal, put in what is new, and the one is the other.',
  },
)
export type Diff = Static<typeof Diff>
