'use client'

import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Dialog } from './dialog.tsx'
import type { SearchResult } from './search-result.ts'

const PAUSE_MS = 80

type Found = { query: string; results: SearchResult[] | 'failed' }

async function search(query: string, signal: AbortSignal): Promise<SearchResult[]> {
  const answer = await fetch(`/api/search?query=${encodeURIComponent(query)}`, { signal })
  if (!answer.ok) throw new Error(`the search answered ${answer.status}`)
  return (await answer.json()) as SearchResult[]
}

/** A field and what is found while typing; arrow keys choose, Enter opens. */
export default function SearchDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter()
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<Found>({ query: '', results: [] })
  const [chosen, setChosen] = useState(0)
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const wanted = query.trim()
    if (wanted === '') {
      setFound({ query: '', results: [] })
      return
    }
    const abort = new AbortController()
    const timer = setTimeout(() => {
      search(wanted, abort.signal).then(
        (results) => {
          setFound({ query: wanted, results })
          setChosen(0)
        },
        () => abort.signal.aborted || setFound({ query: wanted, results: 'failed' }),
      )
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [query])

  const results = found.results === 'failed' ? [] : found.results

  const choose = (index: number) => {
    setChosen(index)
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' })
  }
  const open = (result: SearchResult | undefined) => {
    if (!result) return
    onClose()
    router.push(result.url)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') open(results[chosen])
    else if (event.key === 'ArrowDown') choose(Math.min(chosen + 1, results.length - 1))
    else if (event.key === 'ArrowUp') choose(Math.max(chosen - 1, 0))
    else return
    event.preventDefault()
  }

  return (
    <Dialog open title="Search" bare onClose={onClose} className="ui-search">
      <input
        type="search"
        role="combobox"
        aria-label="Search guides, operations, fields, errors and signals"
        aria-expanded={results.length > 0}
        aria-controls="search-results"
        aria-activedescendant={results[chosen] ? `search-result-${chosen}` : undefined}
        placeholder="Search guides, operations, fields, errors, signals"
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={onKey}
      />
      <p className="ui-search-note" aria-live="polite">
        {noteOn(found)}
      </p>
      {/* The focus stays in the field, which names the chosen option. */}
      <div ref={list} id="search-results" role="listbox" aria-label="Results" tabIndex={-1}>
        {results.map((result, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled in the field.
          <div
            key={result.url}
            id={`search-result-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            onMouseMove={() => index !== chosen && setChosen(index)}
            onClick={() => open(result)}
          >
            <span className="ui-search-kind">{result.kind}</span>
            <span className="ui-search-title">{result.title}</span>
            <span className="ui-search-text">{result.text}</span>
          </div>
        ))}
      </div>
    </Dialog>
  )
}

function noteOn({ query, results }: Found): string {
  if (query === '') return 'Type a word, an operation, a field or an error code.'
  if (results === 'failed') return 'The search did not answer. Try again in a moment.'
  if (results.length === 0) return `Nothing is called or says “${query}”.`
  return results.length === 1 ? '1 result' : `${results.length} results`
}
