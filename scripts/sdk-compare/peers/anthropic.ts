import { type Peer, STREAM_EVENTS } from './peer.ts'

export const anthropic: Peer = {
  name: 'anthropic',
  package: '@anthropic-ai/sdk',
  method: 'GET',
  program: `import Anthropic from '@anthropic-ai/sdk'
export const page = await new Anthropic({ apiKey: 'k' }).models.list({ limit: 1 })
`,
  aborts: true,
  streams: true,
  errorType: 'application/json',
  timeout: 'timeout',
  open({ default: Anthropic }, { url, timeoutMs }) {
    const client = new Anthropic({
      apiKey: 'k',
      baseURL: url,
      ...(timeoutMs && { timeout: timeoutMs }),
      logLevel: 'off',
    })
    const asked = { model: 'm', max_tokens: 9, messages: [{ role: 'user', content: 'a' }] }
    return {
      read: async (signal) => await client.models.list({ limit: 1 }, { signal }),
      write: async (signal) => await client.messages.create(asked, { signal }),
      async stream(signal) {
        let events = 0
        const stream = await client.messages.create({ ...asked, stream: true }, { signal })
        for await (const _ of stream) if (++events === STREAM_EVENTS) break
        return events
      },
    }
  },
}
