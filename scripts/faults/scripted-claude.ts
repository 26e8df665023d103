import {
  emptyReply,
  type Scripted,
  startMessagesServer,
} from '@sec-latent/core/claude/testing/messages-server'

const KEY = 'sk-ant-loopback-key'

/** A loopback server that speaks the Messages API, answers as told, and keeps the ledger a bill would be made of. */
export async function scriptedClaude() {
  let trouble: (() => Scripted | undefined) | undefined
  const server = await startMessagesServer({
    key: KEY,
    script: () => trouble?.() ?? { kind: 'message', text: emptyReply() },
  })
  return {
    server,
    env: { ANTHROPIC_API_KEY: KEY, ANTHROPIC_BASE_URL: server.url },
    /** What is answered from now on; a reply of `undefined` is a good one. */
    trouble(next: (() => Scripted | undefined) | undefined): void {
      trouble = next
    },
    close: server.close,
  }
}

export type ScriptedClaude = Awaited<ReturnType<typeof scriptedClaude>>
