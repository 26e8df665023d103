import type { Incident } from './incidents.ts'

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
}

/** The incidents as RSS 2.0. */
export function statusFeed(incidents: readonly Incident[], portalUrl: string): string {
  const items = incidents.map(({ id, title, started_at, resolved_at, updates }) => {
    const link = escaped(`${portalUrl}/status#${id}`)
    const state = resolved_at === null ? 'Not resolved yet.' : `Resolved ${resolved_at}.`
    const text = [...updates.map(({ at, text }) => `${at}: ${text}`), state].join('\n')
    return [
      '    <item>',
      `      <title>${escaped(title)}</title>`,
      `      <link>${link}</link>`,
      `      <guid isPermaLink="true">${link}</guid>`,
      `      <pubDate>${new Date(started_at).toUTCString()}</pubDate>`,
      `      <description>${escaped(text)}</description>`,
      '    </item>',
    ].join('\n')
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    '  <channel>',
    '    <title>SEC Latent Platform: incidents</title>',
    `    <link>${escaped(portalUrl)}/status</link>`,
    `    <atom:link href="${escaped(portalUrl)}/status/feed.xml" rel="self" type="application/rss+xml"/>`,
    '    <description>What went wrong, and what became of it.</description>',
    ...items,
    '  </channel>',
    '</rss>',
    '',
  ].join('\n')
}
