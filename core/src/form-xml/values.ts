import type { FormElement } from './form-xml.ts'

/** Every element at a path of names below an element, such as `formData/coverPage`. */
export function all(element: FormElement | undefined, path: string): FormElement[] {
  let found = element ? [element] : []
  for (const name of path.split('/')) {
    found = found.flatMap(({ children }) => children.filter((child) => child.name === name))
  }
  return found
}

/** The first element at a path. */
export function one(element: FormElement | undefined, path: string): FormElement | undefined {
  return all(element, path)[0]
}

/** Character data of the first element at a path; null when there is none. */
export function text(element: FormElement | undefined, path: string): string | null {
  return plain(one(element, path)) || null
}

/** Character data of every element at a path that has some. */
export function texts(element: FormElement | undefined, path: string): string[] {
  return all(element, path)
    .map(plain)
    .filter((found) => found !== '')
}

/** Character data with its white space collapsed; empty when there is none. */
export function plain(element: FormElement | undefined): string {
  return element ? element.text.replace(/\s+/g, ' ').trim() : ''
}

/** A number as forms write it: `1,250`, `$3.50`, `-7`; null for `N/A`, `Indefinite` and the like. */
export function numberOf(written: string | null): number | null {
  if (written === null) return null
  const plain = written.replace(/[$,\s]/g, '')
  return /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?$/.test(plain) ? Number(plain) : null
}

export function number(element: FormElement | undefined, path: string): number | null {
  return numberOf(text(element, path))
}

const MONTH_FIRST = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})/
const YEAR_FIRST = /^(\d{4})-(\d{2})-(\d{2})/

/** A day as `YYYY-MM-DD`, out of `12-31-2024`, `12/31/2024` or `2024-12-31`; null when it is no day of the calendar. */
export function dayOf(written: string | null): string | null {
  if (written === null) return null
  const month = MONTH_FIRST.exec(written)
  const [, year, mm, dd] = month ? ['', month[3], month[1], month[2]] : (YEAR_FIRST.exec(written) ?? [])
  if (year === undefined || mm === undefined || dd === undefined) return null
  const day = `${year}-${mm.padStart(2, '0')}-${dd.padStart(2, '0')}`
  const moment = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day) ? day : null
}

export function day(element: FormElement | undefined, path: string): string | null {
  return dayOf(text(element, path))
}

/** A yes-or-no box: `Y`, `true`, `1`, `Yes`; null when it is absent or says something else. */
export function flagOf(written: string | null): boolean | null {
  switch (written?.toLowerCase()) {
    case 'y':
    case 'yes':
    case 'true':
    case '1':
      return true
    case 'n':
    case 'no':
    case 'false':
    case '0':
      return false
    default:
      return null
  }
}

export function flag(element: FormElement | undefined, path: string): boolean | null {
  return flagOf(text(element, path))
}

/** Ten digits out of any padding; null for a value that is no CIK, such as zeros. */
export function cikOf(written: string | null): string | null {
  if (written === null || !/^\d{1,10}$/.test(written) || /^0+$/.test(written)) return null
  return written.padStart(10, '0')
}

/** A value that stands for "none" in forms that require something. */
export function given(written: string | null): string | null {
  return written === null || /^(?:n\/?a|none|not applicable|-+)$/i.test(written) ? null : written
}
