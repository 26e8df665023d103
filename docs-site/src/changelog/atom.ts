import type { Entry } from './entries.ts'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The changelog as an Atom feed (RFC 4287). */
export async function atomFeed(entries: Entry[], portalUrl: string): Promise<string> {
  const page = `${portalUrl}/changelog`
  const items = await Promise.all(
    entries.map(async (entry) =>
      [
        '  <entry>',
        `    <id>${escaped(`${page}#${entry.id}`)}</id>`,
        `    <title>${escaped(`${entry.part}: ${entry.title}`)}</title>`,
        `    <link href="${escaped(`${page}#${entry.id}`)}"/>`,
        `    <updated>${entry.date}T00:00:00Z</updated>`,
        `    <category term="${entry.part}"/>`,
        `    <content type="text">${escaped((await entry.markdown()).trim())}</content>`,
        '  </entry>',
      ].join('\n'),
    ),
  )
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <id>${escaped(page)}</id>`,
    '  <title>SEC Latent Platform: changelog</title>',
    `  <link href="${escaped(page)}"/>`,
    `  <link rel="self" type="application/atom+xml" href="${escaped(`${portalUrl}/changelog.xml`)}"/>`,
    `  <updated>${entries[0]?.date ?? '1970-01-01'}T00:00:00Z</updated>`,
    '  <author><name>SEC Latent Platform</name></author>',
    ...items,
    '</feed>',
    '',
  ].join('\n')
}
