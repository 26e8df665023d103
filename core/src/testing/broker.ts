/** Asks the main process of the test run for a server; see `global-setup.ts`. */
export async function askBroker(path: string): Promise<string> {
  const broker = process.env.LATENT_TEST_BROKER
  if (!broker) throw new Error('The test servers are started by vitest.config.ts: run this through vitest.')
  const response = await fetch(`${broker}${path}`)
  const body = await response.text()
  if (!response.ok) throw new Error(body)
  return (JSON.parse(body) as { url: string }).url
}
