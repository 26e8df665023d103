import type { OpenElement } from './html-blocks.ts'

/** Text outside every element. */
const ROOT_STYLE = { bold: false, italic: false, underlined: false }

/** An end tag that has to reach over more than this many misnested elements is ignored. */
const MAX_MISNESTED = 64

/**
 * The elements open at a point of the document. Each name remembers where it stands on the stack, so that an end tag is
 * matched (or found to match nothing) at once and a document of end tags stays linear.
 */
export function openElements(onClosed: (element: OpenElement) => void) {
  const stack: OpenElement[] = []
  const positions = new Map<string, number[]>()
  /** Tables and cells: an end tag inside never closes what was opened outside. */
  const boundaries: number[] = []
  const blocks: number[] = []

  const last = (list: number[] | undefined) => list?.at(-1) ?? -1
  const isBoundary = (name: string) =>
    name === 'table' || name === 'td' || name === 'th' || name === 'caption'

  function popTo(length: number) {
    while (stack.length > length) {
      const element = stack.at(-1) as OpenElement
      onClosed(element)
      stack.pop()
      if (element.name !== '') positions.get(element.name)?.pop()
      if (isBoundary(element.name)) boundaries.pop()
      if (element.block) blocks.pop()
    }
  }

  return {
    push(element: OpenElement) {
      const at = stack.length
      stack.push(element)
      const known = positions.get(element.name)
      if (known === undefined) positions.set(element.name, [at])
      else known.push(at)
      if (isBoundary(element.name)) boundaries.push(at)
      if (element.block) blocks.push(at)
    },

    has(name: string): boolean {
      return last(positions.get(name)) > last(boundaries)
    },

    style(): { bold: boolean; italic: boolean; underlined: boolean } {
      return stack.at(-1) ?? ROOT_STYLE
    },

    /** An end tag. */
    close(name: string) {
      const at = last(positions.get(name))
      if (at < 0) return
      if (isBoundary(name) || name === 'tr' || name === 'tbody' || name === 'thead' || name === 'tfoot') {
        if (name === 'table' || at > last(positions.get('table'))) popTo(at)
        return
      }
      if (at <= last(boundaries)) return
      const element = stack[at] as OpenElement
      if (element.block || last(blocks) < at) popTo(at)
      else if (stack.length - at <= MAX_MISNESTED) endStyle(at)
    },

    closeInScope(name: string) {
      const at = last(positions.get(name))
      if (at > last(boundaries)) popTo(at)
    },

    closeWithinTable(names: string[]) {
      const table = last(positions.get('table'))
      let lowest = -1
      for (const name of names) {
        const at = last(positions.get(name))
        if (at > table && (lowest < 0 || at < lowest)) lowest = at
      }
      if (lowest >= 0) popTo(lowest)
    },

    closeWithinList() {
      const item = last(positions.get('li'))
      const list = Math.max(last(positions.get('ul')), last(positions.get('ol')), last(boundaries))
      if (item > list) popTo(item)
    },

    closeAll() {
      popTo(0)
    },
  }

  /**
   * `<b><p>one</b>two</p>`: the paragraph stays open, its text is no longer bold. The element stays on the stack without
   * a name; its effect on those above ends here.
   */
  function endStyle(at: number) {
    const element = stack[at] as OpenElement
    const { bold, italic, underlined } = element
    const around = stack[at - 1] ?? ROOT_STYLE
    for (let above = at; above < stack.length; above++) {
      const each = stack[above] as OpenElement
      if (each.bold === bold) each.bold = around.bold
      if (each.italic === italic) each.italic = around.italic
      if (each.underlined === underlined) each.underlined = around.underlined
    }
    positions.get(element.name)?.pop()
    element.name = ''
  }
}
