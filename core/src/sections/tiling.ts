import type { Section } from './section.ts'

/** What is wrong with the sections of a text, null when they tile it: a place where sections leave text out or share it, or a text that is not the pieces joined. */
export function tilingFault(sections: readonly Section[], text: string): string | null {
  const keys = new Set<string>()
  let at = 0
  let joined = ''
  for (const { section_key, status, start, end } of sections) {
    if (keys.has(section_key)) return `${section_key} is there twice`
    keys.add(section_key)
    if (status === 'absent' || status === 'failed') {
      if (start !== 0 || end !== 0) return `${section_key} is ${status} and has a span`
      continue
    }
    if (start !== at) return `${section_key} begins at ${start}, after ${at}`
    if (end < start) return `${section_key} ends before it begins`
    joined += text.slice(start, end)
    at = end
  }
  if (at !== text.length) return `the sections end at ${at} of ${text.length}`
  return joined === text ? null : 'the sections joined are another text'
}
