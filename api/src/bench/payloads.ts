/** An answer of ours as it came over the wire, which the others send too. */
export interface Payload {
  name: 'filing' | 'page' | 'signal'
  url: string
  /** Names and values in turn, without those Node writes itself. */
  headers: string[]
  body: string
}

/** Asks the API for each URL twice, the second time from the cache, and takes down what came. */
export async function recordPayloads(
  port: number,
  key: string,
  urls: Record<Payload['name'], string>,
): Promise<Payload[]> {
  const payloads: Payload[] = []
  for (const [name, url] of Object.entries(urls) as [Payload['name'], string][]) {
    const ask = () =>
      fetch(`http://127.0.0.1:${port}${url}`, {
        headers: { authorization: `Bearer ${key}`, 'accept-encoding': 'identity' },
      })
    await (await ask()).arrayBuffer()
    const answer = await ask()
    if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}: ${await answer.text()}`)
    const headers = [...answer.headers]
      .filter(([header]) => !['date', 'connection', 'keep-alive'].includes(header))
      .flat()
    payloads.push({ name, url, headers, body: await answer.text() })
  }
  return payloads
}

/** One request as it goes over the wire. */
export function requestText(url: string, key: string, more: Record<string, string> = {}): string {
  const lines = Object.entries({ host: '127.0.0.1', authorization: `Bearer ${key}`, ...more })
  return `GET ${url} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
}
