/**
 * Turns what a page shows into the value a fact has, as the Transformation Registries of Inline XBRL define it. Null when
 * the text is not of the form: a number that cannot be read is never guessed.
 */
export type Transformation = (text: string) => string | null

/** No date, number or name is longer; what is stays unread. */
export const MAX_INPUT = 512

/** White space of every kind at both ends and in runs, as one plain space. */
export function plainSpaces(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim()
}
