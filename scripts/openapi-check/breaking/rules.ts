/**
 * What a change of the contract can do to a program that was written against the earlier one.
 * `breaking`: it stops working or compiling. `warning`: it may rest on what changed. `info`: worth a line in the changelog.
 */
export type Severity = 'breaking' | 'warning' | 'info'

/** Who is concerned: what clients send may only be accepted more widely, what they receive only be promised more narrowly. */
export type Direction = 'request' | 'response' | 'operation'

/** Every rule with its severity and what it says; the words before the first hyphen of the others name the direction. */
export const RULES = {
  'operation-removed': ['breaking', 'the operation is gone'],
  'operation-added': ['info', 'a new operation'],
  'operation-id-changed': ['breaking', 'the operationId changed, and with it the function of the SDK'],
  'operation-sdk-method-changed': ['breaking', 'the method of the SDK has another name'],
  'operation-sdk-arguments-changed': [
    'breaking',
    'the method of the SDK takes its arguments in other places',
  ],
  'operation-scope-added': ['breaking', 'needs a scope that keys of today may not have'],
  'operation-scope-removed': ['info', 'needs a scope less'],
  'operation-security-added': ['breaking', 'needs a key now'],
  'operation-security-removed': ['info', 'needs no key any more'],
  'operation-cost-raised': ['breaking', 'costs more'],
  'operation-cost-lowered': ['info', 'costs less'],
  'operation-path-parameter-renamed': [
    'info',
    'a part of the path has another name; addresses stay the same',
  ],
  'operation-pagination-removed': ['breaking', 'the answer is no longer a list with pages'],
  'operation-pagination-added': ['warning', 'the answer is a list with pages now'],
  'operation-problem-code-removed': ['breaking', 'a code of a problem is gone from the contract'],
  'operation-problem-code-dropped': ['info', 'no longer answers with a code that others still have'],
  'operation-problem-code-added': ['info', 'may answer with a further code'],
  'operation-problem-status-changed': [
    'breaking',
    'a problem has another status, and its error another class',
  ],
  'operation-deprecated': ['info', 'deprecated'],
  'operation-deprecation-withdrawn': ['info', 'no longer deprecated'],
  'operation-deprecation-without-sunset': ['breaking', 'deprecated without saying when it ends'],
  'operation-sunset-too-near': ['breaking', 'ends sooner than promised'],
  'operation-sunset-moved-earlier': ['breaking', 'ends sooner than was announced'],
  'operation-sunset-moved-later': ['info', 'ends later than was announced'],
  'operation-removed-after-sunset': ['info', 'gone, as was announced'],

  'request-parameter-removed': ['breaking', 'the parameter is gone, and sending it is an error'],
  'request-parameter-added': ['info', 'a new parameter'],
  'request-parameter-required-added': ['breaking', 'a new parameter is required'],
  'request-parameter-became-required': ['breaking', 'the parameter became required'],
  'request-parameter-became-optional': ['info', 'the parameter is no longer required'],
  'request-parameter-style-changed': ['breaking', 'the parameter is written in another way'],
  'request-body-removed': ['breaking', 'takes no body any more'],
  'request-body-added': ['info', 'takes a body'],
  'request-body-required-added': ['breaking', 'a body is required now'],
  'request-body-became-required': ['breaking', 'the body became required'],
  'request-body-became-optional': ['info', 'the body is no longer required'],
  'request-media-type-removed': ['breaking', 'a media type is no longer accepted'],
  'request-media-type-added': ['info', 'accepts another media type'],
  'request-type-narrowed': ['breaking', 'takes fewer types'],
  'request-type-widened': ['info', 'takes more types'],
  'request-null-removed': ['breaking', 'no longer takes null'],
  'request-null-added': ['info', 'takes null'],
  'request-enum-value-removed': ['breaking', 'a value is no longer taken'],
  'request-enum-value-added': ['info', 'takes a further value'],
  'request-enum-closed': ['breaking', 'takes only listed values now'],
  'request-enum-opened': ['info', 'takes any value'],
  'request-limit-tightened': ['breaking', 'a limit is tighter'],
  'request-limit-relaxed': ['info', 'a limit is wider'],
  'request-pattern-added': ['breaking', 'must match a pattern now'],
  'request-pattern-changed': ['breaking', 'must match another pattern'],
  'request-pattern-removed': ['info', 'need not match a pattern'],
  'request-format-added': ['breaking', 'must have a format now'],
  'request-format-changed': ['breaking', 'must have another format'],
  'request-format-removed': ['info', 'need not have a format'],
  'request-unique-items-added': ['breaking', 'entries must differ now'],
  'request-unique-items-removed': ['info', 'entries may repeat'],
  'request-default-changed': ['breaking', 'what is left out means something else'],
  'request-default-removed': ['breaking', 'what is left out has no default any more'],
  'request-default-added': ['warning', 'what is left out has a default now'],
  'request-property-removed': ['breaking', 'the field is gone, and sending it is an error'],
  'request-property-added': ['info', 'a new field'],
  'request-property-required-added': ['breaking', 'a new field is required'],
  'request-property-became-required': ['breaking', 'the field became required'],
  'request-property-became-required-with-default': [
    'warning',
    'the field became required by the types, though it has a default',
  ],
  'request-property-became-optional': ['info', 'the field is no longer required'],
  'request-additional-properties-closed': ['breaking', 'fields with other names are refused now'],
  'request-additional-properties-opened': ['info', 'fields with other names are taken'],
  'request-alternative-removed': ['breaking', 'an alternative is no longer taken'],
  'request-alternative-added': ['info', 'takes a further alternative'],
  'request-items-narrowed': ['breaking', 'entries of the array are restricted now'],

  'response-status-removed': ['breaking', 'a successful answer is gone'],
  'response-status-added': ['warning', 'another successful answer'],
  'response-problem-status-removed': ['info', 'no longer fails with this status'],
  'response-problem-status-added': ['info', 'may fail with another status'],
  'response-media-type-removed': ['breaking', 'a media type is no longer served'],
  'response-media-type-added': ['info', 'serves another media type'],
  'response-header-removed': ['breaking', 'a header is gone'],
  'response-header-became-optional': ['breaking', 'a header may be missing now'],
  'response-header-added': ['info', 'a new header'],
  'response-type-widened': ['breaking', 'can be of another type now'],
  'response-type-narrowed': ['info', 'is of fewer types'],
  'response-null-added': ['breaking', 'can be null now'],
  'response-null-removed': ['info', 'is never null'],
  'response-enum-value-added': ['breaking', 'a closed list has another value'],
  'response-enum-value-removed': [
    'warning',
    'a value never comes any more; comparing with it no longer compiles',
  ],
  'response-enum-opened': ['breaking', 'a closed list is open now'],
  'response-enum-closed': ['info', 'only listed values come'],
  'response-known-value-added': ['info', 'an open list has another value'],
  'response-known-value-removed': ['info', 'an open list names a value less'],
  'response-limit-relaxed': ['warning', 'can be larger, smaller, longer or shorter than was promised'],
  'response-limit-tightened': ['info', 'a limit is tighter'],
  'response-pattern-added': ['info', 'matches a pattern'],
  'response-pattern-changed': ['warning', 'matches another pattern'],
  'response-pattern-removed': ['warning', 'need not match a pattern any more'],
  'response-format-added': ['info', 'has a format'],
  'response-format-changed': ['breaking', 'has another format'],
  'response-format-removed': ['breaking', 'need not have its format any more'],
  'response-unique-items-added': ['info', 'entries differ'],
  'response-unique-items-removed': ['warning', 'entries may repeat now'],
  'response-property-removed': ['breaking', 'the field is gone'],
  'response-property-added': ['info', 'a new field'],
  'response-property-became-optional': ['breaking', 'the field may be missing now'],
  'response-property-became-required': ['info', 'the field is always there'],
  'response-additional-properties-closed': ['info', 'there are no fields with other names'],
  'response-additional-properties-opened': ['info', 'there may be fields with other names'],
  'response-map-removed': ['breaking', 'entries with names of their own are gone'],
  'response-alternative-added': ['breaking', 'can have a further form'],
  'response-alternative-removed': ['warning', 'a form never comes any more'],
  'response-items-widened': ['breaking', 'entries of the array can be anything now'],
} as const satisfies Record<string, readonly [Severity, string]>

export type RuleId = keyof typeof RULES

/** One change, at one place of one operation. */
export interface Finding {
  rule: RuleId
  severity: Severity
  direction: Direction
  /** `GET /v1/filings 200/data/[]/accepted_at`, as a reader of the contract would look. */
  at: string
  /** The same place in the shared component that holds it, such as `Filing/accepted_at`; null for what stands in the operation. */
  within: string | null
  change: string
}

export function directionOf(rule: RuleId): Direction {
  const [first] = rule.split('-')
  return first as Direction
}
