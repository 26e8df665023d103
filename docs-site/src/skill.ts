/** What an agent has to know to use the API well, on one page. */
export function skill(apiUrl: string): string {
  return `---
name: sec-latent-platform
description: Read SEC filings, their sections and the signals in them, each with a quote that can be checked.
---

# SEC Latent Platform

## Call it

- Base URL: ${apiUrl}
- \`Authorization: Bearer $LATENT_API_KEY\`. A \`slp_test_\` key sees invented companies (TWTI, QFPV) and costs nothing.
- Never put a key into a URL: such a request is refused and the key is reported.
- Everything is GET under \`/v1\` unless it changes your own account. JSON in \`snake_case\`.

\`\`\`bash
curl -H "Authorization: Bearer $LATENT_API_KEY" '${apiUrl}/v1/signals?ticker=TWTI&signal_type=rf_added&limit=1'
\`\`\`

## Find what you need

| to | ask |
|---|---|
| turn a ticker, name or CIK into a company | \`POST /v1/entities/resolve\` |
| list filings | \`GET /v1/filings?ticker=TWTI&form_type=10-K\` |
| read one item of a filing | \`GET /v1/filings/{accession_number}/sections/{section_key}\` |
| know what is notable about a company | \`GET /v1/signals?ticker=TWTI\` |
| search in texts | \`GET /v1/search?q=...\` |
| follow what is new | \`GET /v1/changes\` |

Every operation is described at \`/docs/reference.md\`, every signal type at \`/docs/signals.md\`.

## Rules that save a mistake

1. An empty list is not "no". Read \`coverage.status\` beside it: only \`complete\` means that there is nothing.
2. To ask what was known at a moment, pass \`as_of\`. Never compare \`accepted_at\` with anything but UTC.
3. Take the next page with \`cursor=next_cursor\` and the same parameters, until \`has_more\` is false.
4. A problem has a \`code\`. Compare that, never the text; \`/docs/errors/{code}.md\` says what to do. After a 429 or
   503 wait as long as \`Retry-After\` says.
5. An unknown parameter is a 400 with the name that was probably meant. Correct it; do not drop it.
6. When you state what a filing says, give the \`quote\` of the evidence and its accession number, and check it with
   \`POST /v1/evidence/verify\` if it matters.
`
}
