import type { Peer } from './peer.ts'

export const unkey: Peer = {
  name: 'unkey',
  package: '@unkey/api',
  method: 'POST',
  program: `import { Unkey } from '@unkey/api'
export const page = await new Unkey({ rootKey: 'k' }).permissions.listPermissions({ limit: 1 })
`,
  smallest: `import { UnkeyCore } from '@unkey/api/core.js'
import { permissionsListPermissions } from '@unkey/api/funcs/permissionsListPermissions.js'
export const page = await permissionsListPermissions(new UnkeyCore({ rootKey: 'k' }), { limit: 1 })
`,
  aborts: true,
  streams: false,
  errorType: 'application/problem+json',
  timeout: 'timeoutMs',
  open({ Unkey }, { url, timeoutMs }) {
    const client = new Unkey({ rootKey: 'k', serverURL: url, ...(timeoutMs && { timeoutMs }) })
    return {
      read: async (signal) => await client.permissions.listPermissions({ limit: 1 }, { signal }),
      write: async (signal) => await client.apis.createApi({ name: 'api-a' }, { signal }),
    }
  },
}
