'use client'

import { DynamicCodeBlock } from 'fumadocs-ui/components/dynamic-codeblock'
import { usePortalConfig } from './use-portal-config.ts'

/** The first request of every reader, against the API this portal belongs to. */
export function HomeRequest() {
  const { api_url } = usePortalConfig()
  const command = [
    `curl '${api_url}/v1/signals?signal_type=rf_added'`,
    '  -H "Authorization: Bearer $LATENT_API_KEY"',
  ].join(' \\\n')
  return <DynamicCodeBlock lang="bash" code={command} />
}
