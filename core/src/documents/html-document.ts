import { type Block, blocksOf, type CellContent } from './block.ts'
import type { OpenTable } from './block-builder.ts'
import type { ReplacementCount } from './characters.ts'
import { HtmlReader, type MarkupSize } from './html-reader.ts'
import type { HtmlSource } from './html-source.ts'
import { tableBlocks } from './html-table.ts'
import type { StagedText } from './html-text.ts'
import type { InlineElements } from './inline-elements.ts'
import { TextWriter } from './text-writer.ts'

export interface HtmlDocument {
  writer: TextWriter
  inline: InlineElements
  hidden: string[]
  warnings: string[]
  /** Markup that browsers repair in ways the pass does not follow, one name each; empty for nearly every document. */
  distrusted: ReadonlySet<string>
  markup: MarkupSize
}

/** Reads an HTML or inline XBRL document and writes its blocks. */
export function readHtml(source: HtmlSource, count: ReplacementCount): HtmlDocument {
  const reader = new HtmlReader(source, count)
  reader.read()
  const { builder, inline } = reader
  const writer = new TextWriter(builder.staged, builder.starts, builder.ends, (element, start, end) =>
    inline.place(element, start, end),
  )
  for (const block of withoutFrames(builder.blocks, builder.staged)) writer.write(block)
  writer.finish()
  const warnings = builder.hidden.wasCut ? ['Hidden text beyond one million characters was left out.'] : []
  return {
    writer,
    inline,
    hidden: builder.hidden.texts,
    warnings,
    distrusted: reader.distrusted,
    markup: reader.markup,
  }
}

/** Replaces tables by the blocks they are, from the innermost out; they nest no deeper than the reader lets them. */
function withoutFrames(blocks: Block[], staged: StagedText): Block[] {
  if (!blocks.some((block) => block.rows !== null)) return blocks
  const flat: Block[] = []
  for (const block of blocks) {
    if (block.rows === null) {
      flat.push(block)
      continue
    }
    const { rows } = block as OpenTable
    for (const { contents } of rows) {
      for (let each = 0; each < contents.length; each++) {
        const content = contents[each] as CellContent
        if (content === null || (!Array.isArray(content) && content.rows === null)) continue
        const inside = withoutFrames(blocksOf(content), staged)
        contents[each] = inside.length === 0 ? null : inside.length === 1 ? (inside[0] as Block) : inside
      }
    }
    for (const each of tableBlocks(rows, staged)) flat.push(each)
  }
  return flat
}
