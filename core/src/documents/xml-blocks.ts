import { Tokenizer } from 'htmlparser2'
import type { BlockDraft } from './block-draft.ts'
import { cleanCharacters, type ReplacementCount } from './characters.ts'

/** Elements of the root and their children make the blocks; what is deeper makes lines. */
const BLOCK_DEPTH = 2

/**
 * The text of an XML document's elements, one line each. Entities that a document declares itself are left as written: a
 * declaration is never read, so it cannot expand.
 */
export function xmlBlocks(xml: string, count: ReplacementCount): BlockDraft[] {
  const blocks: BlockDraft[] = []
  let lines: string[] = []
  let raw = ''
  let depth = 0

  const endLine = () => {
    const text = raw === '' ? '' : cleanCharacters(raw, count).replace(/\s+/g, ' ').trim()
    raw = ''
    // Outside the root there is no text, only what is left of a declaration.
    if (text !== '' && depth > 0) lines.push(text)
  }
  const endBlock = () => {
    if (lines.length > 0) blocks.push({ kind: 'paragraph', text: lines.join('\n'), bold: false })
    lines = []
  }
  const onClose = () => {
    endLine()
    depth = Math.max(0, depth - 1)
    if (depth <= BLOCK_DEPTH) endBlock()
  }
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true },
    {
      ontext: (start, end) => {
        raw += xml.slice(start, end)
      },
      ontextentity: (codePoint) => {
        raw += String.fromCodePoint(codePoint)
      },
      oncdata: (start, end, endOffset) => {
        raw += xml.slice(start, end - endOffset)
      },
      onopentagname: () => {
        endLine()
        if (depth < BLOCK_DEPTH) endBlock()
        depth++
      },
      onselfclosingtag: onClose,
      onclosetag: onClose,
      onopentagend: () => {},
      onattribname: () => {},
      onattribdata: () => {},
      onattribentity: () => {},
      onattribend: () => {},
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  )
  tokenizer.write(xml)
  tokenizer.end()
  endLine()
  endBlock()
  return blocks
}
