import type { Prompt } from '@modelcontextprotocol/sdk/types.js'

interface Template extends Prompt {
  write(given: Record<string, string>): string
}

/** Ways of working that get the most out of the tools: nothing is said without a quote that was verified. */
export const PROMPTS: readonly Template[] = [
  {
    name: 'check_claim',
    title: 'Check a claim about a company',
    description: 'Looks for what filings say about a claim, and quotes only what verifies.',
    arguments: [
      { name: 'claim', description: 'What is claimed.', required: true },
      { name: 'ticker', description: 'Ticker of the company.', required: true },
    ],
    write: ({ claim, ticker }) =>
      `Check this claim about ${ticker} against its SEC filings: "${claim}"

Find the passages with search_text and read them with read_section. Verify every quote with verify_quote before you use it, and cite
each with its accession number, section and [start, end). Say which passages support the claim, which contradict it, and what the
filings do not say. An empty list is only evidence of absence when its coverage is complete.`,
  },
  {
    name: 'what_changed',
    title: 'What changed in a report',
    description:
      'Compares a section of the last two annual reports, and reads the signals about the difference.',
    arguments: [
      { name: 'ticker', description: 'Ticker of the company.', required: true },
      { name: 'section_key', description: 'Such as 10k.item_1a; the risk factors unless given.' },
    ],
    write: ({ ticker, section_key = '10k.item_1a' }) =>
      `What changed in ${section_key} between the last two 10-K filings of ${ticker}?

Find the two with search_filings, compare them with diff_section, and list the signals of the later one with list_signals. Group the
changes by what they are about, give the words before and after, and verify each quote with verify_quote.`,
  },
]
