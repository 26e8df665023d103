const SUFFIXES = new Set([
  'inc',
  'incorporated',
  'corp',
  'corporation',
  'co',
  'company',
  'ltd',
  'limited',
  'the',
])

/**
 * A name reduced to what stays the same from one filing to the next: letters and digits, lower case, without the words a
 * filer writes now in full and now short. `BlackRock, Inc.` and `BLACKROCK INC` are one; two people of one name are not told
 * apart, which is why a CIK wins wherever there is one.
 */
export function personKey(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'.]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const kept = words.filter((word) => !SUFFIXES.has(word))
  return (kept.length > 0 ? kept : words).join(' ').slice(0, 200)
}

/** The words of a key in alphabetical order: EDGAR's header puts the family name first, a cover page last. */
export function wordsOfKey(key: string): string {
  return key.split(' ').sort().join(' ')
}
