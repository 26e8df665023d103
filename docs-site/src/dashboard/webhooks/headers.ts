/**
 * Headers as somebody pastes them: `name: value` a line as in a log or a terminal, with the `<` or `>` of curl or the `-H` of a command
 * before it, or a JSON object as programs print them. Undefined when it is none of these.
 */
export function parseHeaders(text: string): Record<string, string> | undefined {
  const trimmed = text.trim()
  if (trimmed.startsWith('{')) return fromJson(trimmed)
  const headers: Record<string, string> = {}
  for (const line of trimmed.split(/\r?\n/)) {
    const found = /^\s*(?:[<>]\s*|-H\s*)?["']?([\w-]+)["']?\s*:\s*(.*?)["']?,?\s*\\?$/.exec(line)
    if (found?.[1]) headers[found[1].toLowerCase()] = (found[2] ?? '').replace(/^["']/, '')
  }
  return Object.keys(headers).length > 0 ? headers : undefined
}

function fromJson(text: string): Record<string, string> | undefined {
  try {
    const entries = Object.entries(JSON.parse(text) as Record<string, unknown>)
    return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value)]))
  } catch {
    return undefined
  }
}
