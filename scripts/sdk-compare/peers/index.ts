import { anthropic } from './anthropic.ts'
import { octokit } from './octokit.ts'
import { openai } from './openai.ts'
import { openapiFetch } from './openapi-fetch.ts'
import { ours } from './ours.ts'
import type { Peer } from './peer.ts'
import { stripe } from './stripe.ts'
import { unkey } from './unkey.ts'

/** Ours first; the others in the order of the tables. */
export const PEERS: readonly Peer[] = [ours, stripe, openai, anthropic, unkey, octokit, openapiFetch]

export function peerOf(name: string): Peer {
  const peer = PEERS.find((one) => one.name === name)
  if (!peer) throw new Error(`there is no peer ${name}`)
  return peer
}
