/** Why XML was refused; codes are permanent. */
export type XmlErrorReason =
  | 'too_large'
  | 'too_deep'
  | 'too_many_elements'
  | 'too_many_attributes'
  | 'doctype_refused'
  | 'malformed'

export class XmlError extends Error {
  override readonly name = 'XmlError'
  readonly reason: XmlErrorReason

  constructor(reason: XmlErrorReason, detail: string) {
    super(detail)
    this.reason = reason
  }
}
