import { Type } from 'typebox'
import { DocumentId } from '../documents/schema.ts'
import { named, nullable, stringEnum } from '../openapi.ts'
import { listOf, SHA256_PATTERN, Sha256 } from '../schemas.ts'

export const Verification = Type.Object(
  {
    status: stringEnum(['verified_when_stored', 'verified', 'mismatch', 'unavailable'], {
      description:
        '`verified_when_stored`: it sliced back exactly when the signal was stored, or it would not be here. `verified`: it was sliced again for this answer and equals the quote. `mismatch`: it does not. `unavailable`: the source could not be read now.',
    }),
    fault: nullable(
      Type.String({
        description: 'What does not hold, when something does not.',
        examples: ['quote_mismatch'],
      }),
    ),
  },
  { $id: 'Verification', description: 'Whether the evidence slices back out of its source.' },
)

const spanProperties = {
  document_id: DocumentId,
  section_id: nullable(Type.String({ examples: ['0009990001-25-000003:1:10k.item_1a'] })),
  document_sha256: Sha256('SHA-256 of the original bytes of the document.'),
  text_sha256: Sha256('SHA-256 of the canonical text the offsets refer to.'),
  start: Type.Integer({ description: 'First code point of the quote in the canonical text.' }),
  end: Type.Integer({ description: 'Code point after the last.' }),
  unit: stringEnum(['code_point']),
  byte_start: Type.Integer({ description: 'First UTF-8 byte of the quote.' }),
  byte_end: Type.Integer({ description: 'Byte after the last.' }),
  quote: Type.String({ description: 'The text, verbatim.' }),
  source_url: nullable(Type.String({ description: 'The document on sec.gov; null for fictional filings.' })),
  text_fragment_url: nullable(
    Type.String({ description: 'A link that makes a browser scroll to the quote on sec.gov and mark it.' }),
  ),
}

const header = (kind: string) => ({
  object: Type.Literal('evidence'),
  id: Type.String({ examples: ['evd_06fpr5v8k0ah3q7yd2m4xw9ezc'] }),
  kind: Type.Literal(kind),
  verification: named(Verification),
})

export const EvidenceSpan = Type.Object(spanProperties, {
  $id: 'EvidenceSpan',
  description: 'A span of a canonical text: whoever downloads the text can slice it and compare.',
})

export const TextSpanEvidence = Type.Object(
  { ...header('text_span'), ...spanProperties },
  { $id: 'TextSpanEvidence', description: 'A quote out of a document.' },
)

export const PairEvidence = Type.Object(
  {
    ...header('pair'),
    left: Type.Unsafe<Record<string, unknown> | null>({
      anyOf: [{ $ref: 'EvidenceSpan#' }, { type: 'null' }],
    }),
    right: Type.Unsafe<Record<string, unknown> | null>({
      anyOf: [{ $ref: 'EvidenceSpan#' }, { type: 'null' }],
    }),
  },
  {
    $id: 'PairEvidence',
    description:
      'Both sides of a comparison: `left` the earlier filing, `right` this one. Null where nothing stands against the other side.',
  },
)

export const HeaderFieldEvidence = Type.Object(
  {
    ...header('header_field'),
    submission_sha256: Sha256('SHA-256 of the submission.'),
    field: Type.String({ examples: ['ITEM INFORMATION'] }),
    value: Type.String(),
    byte_start: Type.Integer({ description: 'First byte of the line in the submission.' }),
    byte_end: Type.Integer({ description: 'Byte after the last.' }),
    quote: Type.String({ description: 'The line, verbatim.' }),
    source_url: nullable(
      Type.String({ description: 'The submission on sec.gov; null for fictional filings.' }),
    ),
  },
  { $id: 'HeaderFieldEvidence', description: 'A line of the header of a submission.' },
)

export const XmlPathEvidence = Type.Object(
  {
    ...header('xml_path'),
    document_id: DocumentId,
    document_sha256: Sha256('SHA-256 of the original bytes of the document.'),
    path: Type.String({ description: 'Path of the element from the root of the document.' }),
    value: Type.String({ description: 'Text of the element.' }),
    source_url: nullable(
      Type.String({ description: 'The document on sec.gov; null for fictional filings.' }),
    ),
  },
  { $id: 'XmlPathEvidence', description: 'An element of an XML document.' },
)

export const XbrlFactEvidence = Type.Object(
  {
    ...header('xbrl_fact'),
    document_id: DocumentId,
    document_sha256: Sha256('SHA-256 of the original bytes of the document.'),
    concept: Type.String({ examples: ['us-gaap:Assets'] }),
    context_id: Type.String({ description: 'Id of the context in the document.' }),
    unit: nullable(Type.String({ examples: ['USD'] })),
    period_start: nullable(Type.String({ format: 'date', description: 'Null for an instant.' })),
    period_end: nullable(Type.String({ format: 'date' })),
    dimensions: Type.Array(
      Type.Object({
        axis: Type.String(),
        member: nullable(Type.String()),
        typed_value: nullable(Type.String()),
      }),
    ),
    value: Type.String({
      description:
        'The XBRL value: a number in plain decimal notation, or the first 500 characters of a text.',
    }),
    span: Type.Unsafe<Record<string, unknown> | null>({
      anyOf: [{ $ref: 'EvidenceSpan#' }, { type: 'null' }],
      description: 'Where the text shows the fact; null for what it does not show.',
    }),
    source_url: nullable(
      Type.String({ description: 'The document on sec.gov; null for fictional filings.' }),
    ),
  },
  { $id: 'XbrlFactEvidence', description: 'A tagged fact of an XBRL document.' },
)

export const evidenceSchemas = [
  Verification,
  EvidenceSpan,
  TextSpanEvidence,
  PairEvidence,
  HeaderFieldEvidence,
  XmlPathEvidence,
  XbrlFactEvidence,
]

/** One of the five kinds, told apart by `kind`. */
export const Evidence = Type.Unsafe<Record<string, unknown>>({
  $id: 'Evidence',
  description: 'What a signal rests on.',
  anyOf: [
    'TextSpanEvidence',
    'PairEvidence',
    'HeaderFieldEvidence',
    'XmlPathEvidence',
    'XbrlFactEvidence',
  ].map((name) => ({
    $ref: `${name}#`,
  })),
})

export const EvidenceList = listOf(
  'EvidenceList',
  Evidence,
  'The evidence of a signal, checked for this answer.',
)

export const VerifyBody = Type.Object(
  {
    text_sha256: Type.String({ pattern: SHA256_PATTERN, description: 'SHA-256 of the canonical text.' }),
    start: Type.Integer({ minimum: 0, maximum: 1_000_000_000, description: 'First position of the quote.' }),
    end: Type.Integer({ minimum: 0, maximum: 1_000_000_000, description: 'Position after the last.' }),
    quote: Type.String({ minLength: 1, maxLength: 500_000, description: 'What should stand there.' }),
    unit: Type.Optional(
      stringEnum(['code_point', 'byte'], {
        default: 'code_point',
        description: 'What `start` and `end` count.',
      }),
    ),
  },
  { additionalProperties: false },
)

export const EvidenceVerification = Type.Object(
  {
    object: Type.Literal('evidence_verification'),
    verdict: stringEnum(['verified', 'mismatch'], {
      description: '`verified`: the span of the stored text equals the quote, character by character.',
    }),
    fault: nullable(
      Type.String({
        'x-extensible-enum': ['out_of_range', 'splits_character', 'quote_mismatch'],
        description: 'Why it is not verified.',
      }),
    ),
    document_id: DocumentId,
    text_sha256: Sha256('SHA-256 of the text that was sliced; it was computed again for this answer.'),
    start: Type.Integer(),
    end: Type.Integer(),
    unit: stringEnum(['code_point', 'byte']),
    actual: nullable(Type.String({ description: 'What stands there, at most 2,000 code points of it.' })),
    found_at: Type.Array(Type.Object({ start: Type.Integer(), end: Type.Integer() }), {
      description:
        'Where the quote does stand, in the unit asked for; at most 10 places, only when not verified.',
    }),
  },
  { $id: 'EvidenceVerification', description: 'The verdict on a quote.' },
)

const Hash = Type.String({ pattern: SHA256_PATTERN })
const Position = Type.Integer({ minimum: 0, maximum: 2_000_000_000 })
const Name = Type.String({ minLength: 1, maxLength: 2_000 })
const ClaimedSpan = {
  document_id: Name,
  section_id: nullable(Name),
  document_sha256: Hash,
  text_sha256: Hash,
  start: Position,
  end: Position,
  unit: Type.Literal('code_point'),
  byte_start: Position,
  byte_end: Position,
  quote: Type.String({ minLength: 1, maxLength: 500_000 }),
}
const ClaimedSide = nullable(Type.Object(ClaimedSpan))

/** What of each kind of evidence is checked; the rest of a served piece is let through and left alone. */
export const CLAIMS = {
  text_span: Type.Object(ClaimedSpan),
  pair: Type.Object({ left: ClaimedSide, right: ClaimedSide }),
  header_field: Type.Object({
    submission_sha256: Hash,
    field: Name,
    value: Type.String({ maxLength: 20_000 }),
    byte_start: Position,
    byte_end: Position,
    quote: Type.String({ minLength: 1, maxLength: 20_000 }),
  }),
  xml_path: Type.Object({
    document_id: Name,
    document_sha256: Hash,
    path: Name,
    value: Type.String({ maxLength: 500_000 }),
  }),
  xbrl_fact: Type.Object({
    document_id: Name,
    document_sha256: Hash,
    concept: Name,
    context_id: Name,
    unit: nullable(Name),
    period_start: nullable(Name),
    period_end: nullable(Name),
    dimensions: Type.Array(
      Type.Object({ axis: Name, member: nullable(Name), typed_value: nullable(Type.String()) }),
      { maxItems: 50 },
    ),
    value: Type.String({ maxLength: 20_000 }),
    span: ClaimedSide,
  }),
} as const

export const CheckBody = Type.Object(
  {
    evidence: Type.Unsafe<{ kind: keyof typeof CLAIMS } & Record<string, unknown>>({
      type: 'object',
      additionalProperties: true,
      properties: { kind: { type: 'string', enum: Object.keys(CLAIMS) } },
      required: ['kind'],
      description: 'A piece of evidence as a signal carries it.',
    }),
  },
  { additionalProperties: false },
)

export const EvidenceCheck = Type.Object(
  {
    object: Type.Literal('evidence_check'),
    kind: stringEnum(Object.keys(CLAIMS)),
    verdict: stringEnum(['verified', 'mismatch', 'unavailable'], {
      description:
        '`verified`: every part of the claim holds. `mismatch`: it does not. `unavailable`: no visible filing has the source it names.',
    }),
    fault: nullable(Type.String({ description: 'The first thing that does not hold.' })),
  },
  { $id: 'EvidenceCheck', description: 'The verdict on a piece of evidence.' },
)
