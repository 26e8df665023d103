import type { Peer } from './peer.ts'

const silent = { debug() {}, info() {}, warn() {}, error() {} }

export const octokit: Peer = {
  name: 'octokit',
  package: 'octokit',
  method: 'GET',
  program: `import { Octokit } from 'octokit'
export const page = await new Octokit({ auth: 'k' }).rest.issues.list({ per_page: 1 })
`,
  aborts: true,
  streams: false,
  errorType: 'application/json',
  timeout: null,
  open({ Octokit }, { url }) {
    const client = new Octokit({ auth: 'k', baseUrl: url, log: silent })
    return {
      read: async (signal) => await client.rest.issues.list({ per_page: 1, request: { signal } }),
      write: async (signal) =>
        await client.rest.issues.create({ owner: 'a', repo: 'b', title: 'c', request: { signal } }),
    }
  },
}
