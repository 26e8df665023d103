'use client'

import { useState } from 'react'

/** Objects this deep and deeper start folded, as do long lists. */
const OPEN_DEPTH = 3
const OPEN_ENTRIES = 30
const STEP_ENTRIES = 100

/** JSON that folds. Its text, as a screen reader or a copy has it, is JSON as long as nothing is folded. */
export function JsonTree({ value }: { value: unknown }) {
  return (
    <pre className="json-tree">
      <JsonValue value={value} depth={0} />
    </pre>
  )
}

function JsonValue({ value, depth }: { value: unknown; depth: number }) {
  if (typeof value === 'string') return <span className="json-string">{JSON.stringify(value)}</span>
  if (typeof value !== 'object' || value === null)
    return <span className="json-literal">{String(value)}</span>
  return <JsonEntries value={value} depth={depth} />
}

function JsonEntries({ value, depth }: { value: object; depth: number }) {
  const isList = Array.isArray(value)
  const entries = Object.entries(value)
  const [isOpen, setOpen] = useState(depth < OPEN_DEPTH && (depth === 0 || entries.length <= OPEN_ENTRIES))
  const [shown, setShown] = useState(STEP_ENTRIES)
  const [first, last] = isList ? ['[', ']'] : ['{', '}']
  if (entries.length === 0) return <>{first + last}</>
  const indent = '  '.repeat(depth + 1)
  const what = isList
    ? `list of ${entries.length} ${entries.length === 1 ? 'value' : 'values'}`
    : `object of ${entries.length} ${entries.length === 1 ? 'field' : 'fields'}`
  return (
    <>
      <button
        type="button"
        className="json-fold"
        aria-expanded={isOpen}
        aria-label={`${isOpen ? 'Fold' : 'Unfold'} the ${what}`}
        onClick={() => setOpen(!isOpen)}
      />
      {first}
      {isOpen ? (
        <>
          {'\n'}
          {entries.slice(0, shown).map(([name, one], index) => (
            <span key={name}>
              {indent}
              {isList ? null : (
                <>
                  <span className="json-name">{JSON.stringify(name)}</span>:{' '}
                </>
              )}
              <JsonValue value={one} depth={depth + 1} />
              {index < entries.length - 1 ? ',' : ''}
              {'\n'}
            </span>
          ))}
          {entries.length > shown ? (
            <button type="button" className="json-more" onClick={() => setShown(shown + STEP_ENTRIES)}>
              {entries.length - shown} more
            </button>
          ) : null}
          {'  '.repeat(depth)}
        </>
      ) : (
        <span className="json-folded"> {isList ? entries.length : '…'} </span>
      )}
      {last}
    </>
  )
}
