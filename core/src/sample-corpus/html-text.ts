/**
 * Prose is written here in plain ASCII; filings print typographic marks as numeric entities, because EDGAR takes only
 * ASCII. `"` opens after white space or a bracket and closes elsewhere; ` -- ` is a dash.
 */
export function htmlText(text: string): string {
  let html = ''
  let before = ' '
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? ''
    if (character === '&') html += '&amp;'
    else if (character === '<') html += '&lt;'
    else if (character === '>') html += '&gt;'
    else if (character === "'") html += opens(before) ? '&#8216;' : '&#8217;'
    else if (character === '"') html += opens(before) ? '&#8220;' : '&#8221;'
    else if (character === '-' && text[index + 1] === '-') {
      html += '&#8212;'
      index++
    } else html += character
    before = character
  }
  return html
}

function opens(before: string): boolean {
  return before === ' ' || before === '(' || before === '"' || before === '\n'
}

/** Replaces `{name}` by the figure of that name; a name without a figure is a mistake in the prose. */
export function fill(text: string, figures: Record<string, string>): string {
  let filled = ''
  let from = 0
  for (let open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
    const close = text.indexOf('}', open)
    const name = text.slice(open + 1, close)
    const figure = figures[name]
    if (close < 0 || figure === undefined)
      throw new Error(`no figure named {${name}} for: ${text.slice(0, 60)}`)
    filled += text.slice(from, open) + figure
    from = close + 1
  }
  return filled + text.slice(from)
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `2023-12-31` as `December 31, 2023`. */
export function longDate(date: string): string {
  return `${monthAndDay(date)}, ${date.slice(0, 4)}`
}

export function monthAndDay(date: string): string {
  return `${MONTHS[Number(date.slice(5, 7)) - 1]} ${Number(date.slice(8, 10))}`
}

/** 1234567 as `1,234,567`. */
export function grouped(value: number): string {
  const digits = String(Math.abs(Math.round(value)))
  let text = ''
  for (let index = 0; index < digits.length; index++) {
    if (index > 0 && (digits.length - index) % 3 === 0) text += ','
    text += digits[index]
  }
  return value < 0 ? `-${text}` : text
}

/** Thousands of dollars as `$412.3 million`. */
export function millions(thousands: number): string {
  return `$${(Math.abs(thousands) / 1000).toFixed(1)} million`
}
