import { describe, expect, it } from 'vitest'
import { canonicalText } from '../../documents/canonical-text.ts'
import { assertAllEvidence } from '../../evidence/verify.ts'
import { sectionsOf } from '../../sections/tile.ts'
import { filingFixture, given } from '../filing-fixture.ts'
import { voteResults } from './vote-result.ts'

function read(html: string) {
  const body = `<html><body><p>FORM 8-K</p><p>CURRENT REPORT</p>
    <p><b>Item 5.07 Submission of Matters to a Vote of Security Holders.</b></p>${html}
    <p>SIGNATURES</p><p>Pursuant to the requirements of the Securities Exchange Act of 1934.</p></body></html>`
  const text = canonicalText(Buffer.from(body), 'html')
  const { filing } = filingFixture({ form_type: '8-K', items: ['5.07'], blocks: ['x'] })
  const [main] = filing.documents
  if (!main) throw new Error('no document')
  filing.documents = [{ ...main, text, sections: sectionsOf('8-K', text, '2024-05-06') }]
  return {
    outcome: voteResults.extract(given(filing, {})),
    sources: {
      text: (key: string) => (key === text.text_sha256 ? text.text : undefined),
      bytes: () => undefined,
    },
  }
}

const table = (rows: string[][]) =>
  `<table border="1">${rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`

describe('the results of a vote', () => {
  it('are read row by row, with the vote on pay as a share of its own', async () => {
    const { outcome, sources } = read(
      `<p>The holders met on May 3, 2024, and voted on these proposals.</p><p>1. Election of directors:</p>${table(
        [
          ['Nominee', 'For', 'Withheld', 'Broker Non-Votes'],
          ['Jane Roe', '900,000', '100,000', '50,000'],
          ['John Doe', '400,000', '600,000', '50,000'],
        ],
      )}<p>2. Advisory vote on executive compensation:</p>${table([
        ['For', 'Against', 'Abstain', 'Broker Non-Votes'],
        ['750,000', '250,000', '10,000', '—'],
      ])}`,
    )
    if (outcome.status !== 'ok_found') throw new Error(JSON.stringify(outcome))
    const [votes, pay] = outcome.findings
    // A director got more votes withheld than for.
    expect(votes).toMatchObject({ signal_type: 'vote_result', value: 3, direction: -1 })
    expect(votes?.payload?.proposals).toEqual([
      {
        title: 'Jane Roe',
        kind: 'director',
        votes_for: 900_000,
        votes_against: null,
        votes_withheld: 100_000,
        abstentions: null,
        broker_non_votes: 50_000,
      },
      {
        title: 'John Doe',
        kind: 'director',
        votes_for: 400_000,
        votes_against: null,
        votes_withheld: 600_000,
        abstentions: null,
        broker_non_votes: 50_000,
      },
      expect.objectContaining({
        kind: 'say_on_pay',
        votes_for: 750_000,
        votes_against: 250_000,
        abstentions: 10_000,
        broker_non_votes: null,
      }),
    ])
    expect(pay).toMatchObject({ signal_type: 'say_on_pay', value: 0.75, direction: 0 })
    await assertAllEvidence(outcome.findings, sources)
  })

  it('leave out how often to vote, proposals of holders, and rows whose figures do not fit the heading', () => {
    const { outcome } = read(
      `<p>The holders voted.</p>${table([
        ['Proposal', 'For', 'Against', 'Abstain'],
        ['Advisory vote on the frequency of votes on executive compensation', '700,000', '100,000', '1'],
        ['Stockholder proposal on executive compensation, advisory', '100,000', '700,000', '1'],
        ['A row with too few figures', '1', '2'],
      ])}`,
    )
    expect(outcome).toMatchObject({
      status: 'ok_found',
      findings: [{ signal_type: 'vote_result', value: 2, direction: 0 }],
    })
  })

  it('are insufficient data without a table', () => {
    expect(read('<p>All proposals were approved by the holders.</p>').outcome).toMatchObject({
      status: 'insufficient_data',
      reason: 'no_table_of_votes',
    })
  })
})
