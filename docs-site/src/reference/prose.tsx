import { Fragment, type ReactNode } from 'react'

/** Text of the contract: paragraphs, names between backticks, lists of lines that begin with a dash. */
export function Prose({ text }: { text: string }) {
  return text.split(/\n{2,}/).map((block) => {
    const lines = block.split('\n')
    if (lines.every((line) => line.startsWith('- '))) {
      return (
        <ul key={block}>
          {lines.map((line) => (
            <li key={line}>
              <Inline text={line.slice(2)} />
            </li>
          ))}
        </ul>
      )
    }
    return (
      <p key={block}>
        <Inline text={block} />
      </p>
    )
  })
}

/** One line of such text. */
export function Inline({ text }: { text: string }): ReactNode {
  return text.split('`').map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a fixed text never move.
    index % 2 === 1 ? <code key={index}>{part}</code> : <Fragment key={index}>{part}</Fragment>,
  )
}
