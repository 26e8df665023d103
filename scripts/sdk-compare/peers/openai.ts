import { type Peer, STREAM_EVENTS } from './peer.ts'

export const openai: Peer = {
  name: 'openai',
  package: 'openai',
  method: 'GET',
  program: `import OpenAI from 'openai'
export const page = await new OpenAI({ apiKey: 'k' }).models.list()
`,
  aborts: true,
  streams: true,
  errorType: 'application/json',
  timeout: 'timeout',
  open({ default: OpenAI }, { url, timeoutMs }) {
    const client = new OpenAI({
      apiKey: 'k',
      baseURL: `${url}/v1`,
      ...(timeoutMs && { timeout: timeoutMs }),
      logLevel: 'off',
    })
    const asked = { model: 'm', messages: [{ role: 'user', content: 'a' }] }
    return {
      read: async (signal) => await client.models.list({ signal }),
      write: async (signal) => await client.chat.completions.create(asked, { signal }),
      async stream(signal) {
        let events = 0
        const stream = await client.chat.completions.create({ ...asked, stream: true }, { signal })
        for await (const _ of stream) if (++events === STREAM_EVENTS) break
        return events
      },
    }
  },
}
