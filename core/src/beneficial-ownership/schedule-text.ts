// A cover page is a few hundred words; a schedule with a hundred persons and long items stays far below this.
const MAX_CHARS = 2_000_000

/**
 * The text of a typed or HTML schedule as the readers of its pages want it: cells and drawn lines gone, white space plain,
 * at most one empty line between paragraphs. Lines stay lines, because headings begin them.
 */
export function scheduleText(canonical: string): string {
  return canonical
    .slice(0, MAX_CHARS)
    .replace(/[\u00a0\u2002\u2003\u2007\u2009\u202f\t|]/g, ' ')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[_=~\u2500-\u257f]{2,}|(?:- )?-{3,}|[\u2013\u2014]{3,}/g, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** On one line, with the marks at both ends gone that join a label to its value. */
export function oneLineOf(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/^[\s:;.,*)\]-]+/, '')
    .replace(/[\s:;,*([]+$/, '')
}
