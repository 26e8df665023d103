import { Fragment } from 'react'
import type { Signal } from '../../../sdk/src/index.ts'
import { classes } from '../shell/classes.ts'
import type { IndexedText } from './indexed-text.ts'
import { type Block, blocksOf, type Piece } from './marked-text.ts'
import type { Place } from './quoted-spans.ts'
import type { Range } from './text-parts.ts'

/** A place with what is drawn beside it. */
export interface NumberedPlace extends Place {
  /** From 1, in reading order; null for a stretch that no signal quotes. */
  number: number | null
  /** What the reader came for. */
  current: boolean
}

interface FilingTextProps {
  indexed: IndexedText
  part: Range
  places: readonly NumberedPlace[]
  /** Titles of signals by id, for who hears the page. */
  titles: ReadonlyMap<Signal['id'], string>
  textSha256: string
  documentId: string
}

/**
 * A part of a canonical text. Its `textContent` is the text, character by character, and the pieces that carry the id of a piece
 * of evidence are its quote. What is in the text is text: React escapes it, and no markup is made from it.
 */
export function FilingText({ indexed, part, places, titles, textSha256, documentId }: FilingTextProps) {
  const draw = (piece: Piece, index: number) => (
    <PieceView key={index} piece={piece} places={places} titles={titles} />
  )
  return (
    <div
      className="filing-text"
      id="filing-text"
      data-document={documentId}
      data-start={part.start}
      data-end={part.end}
      data-text-sha256={textSha256}
    >
      {blocksOf(indexed, part, places).map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes.
        <BlockView key={index} block={block} draw={draw} />
      ))}
    </div>
  )
}

function BlockView({
  block,
  draw,
}: {
  block: Block
  draw: (piece: Piece, index: number) => React.ReactNode
}) {
  if (block.kind === 'table') {
    const columns = Math.max(...block.rows.map((row) => row.length))
    return (
      // biome-ignore lint/a11y/useSemanticElements: a section with a name would be a landmark, and a filing has many tables.
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      <div role="group" className="filing-table" tabIndex={0} aria-label="Table">
        <table>
          <tbody>
            {block.rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes.
              <tr key={index}>
                {row.map((cell, place) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes.
                    key={place}
                    colSpan={
                      place === row.length - 1 && row.length < columns ? columns - row.length + 1 : undefined
                    }
                    className={isNumber(cell) ? 'filing-number' : undefined}
                  >
                    {cell.map(draw)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    )
  }
  return <p className={block.kind === 'typed' ? 'filing-typed' : undefined}>{block.pieces.map(draw)}</p>
}

function isNumber(cell: readonly Piece[]): boolean {
  const text = cell.map(({ text, separator }) => (separator ? '' : text)).join('')
  return /^[-–—($€£]*\s?[\d][\d,.]*\s?[)%]*$|^[-–—]$/.test(text.trim())
}

function PieceView({
  piece,
  places,
  titles,
}: {
  piece: Piece
  places: readonly NumberedPlace[]
  titles: ReadonlyMap<string, string>
}) {
  const covering = piece.places.flatMap((index) => places[index] ?? [])
  const evidence = covering.flatMap(({ evidence_ids }) => evidence_ids).join(' ')
  if (covering.length === 0) return piece.separator ? <Separator text={piece.text} /> : piece.text
  const ending = piece.ends.flatMap((index) => places[index] ?? []).filter(({ number }) => number !== null)
  return (
    <>
      {piece.begins.flatMap((index) => {
        const place = places[index]
        if (!place) return []
        if (place.number === null) return [<span key="quote" id="quote" className="filing-anchor" />]
        return place.evidence_ids.map((id) => (
          <span key={id} id={`evidence-${id}`} className="filing-anchor" />
        ))
      })}
      {piece.separator ? (
        <Separator text={piece.text} evidence={evidence} />
      ) : (
        <mark
          className={classes(
            'filing-quote',
            covering.some(({ current }) => current) && 'filing-quote-current',
          )}
          data-evidence={evidence}
        >
          {piece.text}
        </mark>
      )}
      {ending.map((place) => (
        <Fragment key={place.number}>
          {/* biome-ignore lint/a11y/useAnchorContent: its number is drawn by the style sheet, so that the text stays the text. */}
          <a
            className="filing-marker"
            href={`#signal-${place.signal_ids[0]}`}
            data-number={place.number}
            aria-label={`Quote ${place.number}, of ${namesOf(place, titles)}`}
          />
        </Fragment>
      ))}
    </>
  )
}

/** Who uses a quote, the first two by name. */
function namesOf({ signal_ids }: Place, titles: ReadonlyMap<string, string>): string {
  const names = [...new Set(signal_ids.map((id) => titles.get(id) ?? 'a signal'))]
  const more = names.length - 2
  return more > 0 ? `${names.slice(0, 2).join(', ')} and ${more} more` : names.join(' and ')
}

/** Kept in the text for whoever copies or counts, and drawn as the edge of a cell, a row or a block. */
function Separator({ text, evidence }: { text: string; evidence?: string }) {
  return (
    <span className="filing-separator" data-evidence={evidence || undefined}>
      {text}
    </span>
  )
}
