import { readPortalConfig } from './portal-config.ts'
import { CodeBlock } from './shell/code-block.tsx'

/** The first request of every reader, against the API this portal belongs to. */
export function HomeRequest() {
  const { api_url } = readPortalConfig(process.env)
  const command = [
    `curl '${api_url}/v1/signals?signal_type=rf_added'`,
    '  -H "Authorization: Bearer $LATENT_API_KEY"',
  ].join(' \\\n')
  return <CodeBlock language="bash" code={command} />
}
