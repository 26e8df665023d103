'use client'

import { useEffect, useRef, useState } from 'react'
import { type EvidenceVerdict, verifyEvidence } from '../../../sdk/src/evidence.ts'
import { Badge } from '../shell/badge.tsx'
import { Button } from '../shell/button.tsx'
import { Dialog } from '../shell/dialog.tsx'
import { PageLink } from '../shell/link.tsx'
import { Spinner } from '../shell/status-blocks.tsx'
import type { Credential } from './credentials.ts'
import { type FoundEvidence, surroundings } from './evidence.ts'
import { send } from './send.ts'

interface Access {
  credential: Credential
  apiUrl: string
}

const FIRST = 5
const QUOTE_CHARS = 160

/** The quotes of an answer, each of which opens in the document it was taken from. */
export function EvidenceList({ evidence, ...access }: Access & { evidence: FoundEvidence[] }) {
  const [opened, setOpened] = useState<FoundEvidence | null>(null)
  const [all, setAll] = useState(false)
  const shown = all ? evidence : evidence.slice(0, FIRST)
  return (
    <section aria-label="Evidence in the answer" className="explorer-evidence">
      <p className="explorer-evidence-title">
        {evidence.length} {evidence.length === 1 ? 'quote' : 'quotes'} in this answer
      </p>
      <ul>
        {shown.map((one) => (
          <li key={one.place}>
            <blockquote>{shortened(one.quote)}</blockquote>
            <Button
              size="small"
              onClick={() => setOpened(one)}
              aria-label={`Show in the document: ${one.place}`}
            >
              Show in the document
            </Button>
          </li>
        ))}
      </ul>
      {evidence.length > shown.length ? (
        <Button size="small" variant="quiet" onClick={() => setAll(true)}>
          All {evidence.length}
        </Button>
      ) : null}
      <Dialog
        open={opened !== null}
        onClose={() => setOpened(null)}
        title={opened ? `Document ${opened.sequence} of ${opened.accession_number}` : ''}
        className="explorer-document"
      >
        {opened ? <EvidenceInDocument key={opened.place} evidence={opened} {...access} /> : null}
      </Dialog>
    </section>
  )
}

type Checked =
  | { verdict: EvidenceVerdict; text: string }
  /** Why the document could not be had. */
  | { problem: string }

/** Fetches the text, checks the quote against it with the SDK, and shows it where it stands. */
function EvidenceInDocument({ evidence, credential, apiUrl }: Access & { evidence: FoundEvidence }) {
  const [checked, setChecked] = useState<Checked | null>(null)
  const access = useRef({ credential, apiUrl })
  useEffect(() => {
    let wanted = true
    check(evidence, access.current).then((found) => {
      if (wanted) setChecked(found)
    })
    return () => {
      wanted = false
    }
  }, [evidence])
  if (!checked) return <Spinner label="Fetching the document" />
  if ('problem' in checked) return <p role="alert">{checked.problem}</p>
  const { verdict, text } = checked
  const around = surroundings(text, evidence)
  return (
    <>
      <p className="explorer-verdict">
        {verdict.verified ? (
          <>
            <Badge tone="good">Verified</Badge> The text has the SHA-256 the answer names, and the quote
            stands exactly here, counted in code points and in bytes. Your browser checked it.
          </>
        ) : (
          <>
            <Badge tone="bad">Not verified</Badge> <code>{verdict.fault}</code>
          </>
        )}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section aria-label="The text around the quote" tabIndex={0} className="explorer-text">
        {around.isCutBefore ? '… ' : ''}
        {around.before}
        {/* The quote is what was asked for; without this it may lie below the fold. */}
        <mark ref={(mark) => mark?.scrollIntoView({ block: 'center' })}>{around.quote}</mark>
        {around.after}
        {around.isCutAfter ? ' …' : ''}
      </section>
      <p>
        <PageLink href={`/filings/${evidence.accession_number}`}>The whole filing</PageLink>
      </p>
    </>
  )
}

async function check(evidence: FoundEvidence, { credential, apiUrl }: Access): Promise<Checked> {
  const { accession_number, sequence } = evidence
  const answer = await send(
    {
      url: `${apiUrl}/v1/filings/${accession_number}/documents/${sequence}/text`,
      method: 'GET',
      headers: { Accept: 'text/plain' },
    },
    credential,
  )
  if (answer.kind === 'failure') return { problem: `The document did not come: ${answer.reason}.` }
  if (answer.status !== 200)
    return { problem: `The document did not come: the API answered ${answer.status}.` }
  const bytes = new Uint8Array(answer.bytes)
  const verdict = await verifyEvidence({ kind: 'text_span', ...evidence }, bytes)
  return { verdict, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) }
}

function shortened(quote: string): string {
  return quote.length <= QUOTE_CHARS ? quote : `${quote.slice(0, QUOTE_CHARS)}…`
}
