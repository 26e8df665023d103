import type { BrowserContext, Page } from 'playwright-core'

export interface Complaints {
  console: string[]
  page: string[]
  policy: string[]
}

/** Everything a browser complains about on any page of a context: errors in its console, uncaught ones, breaches of the policy. */
export async function watchComplaints(context: BrowserContext): Promise<Complaints> {
  const complaints: Complaints = { console: [], page: [], policy: [] }
  await context.exposeBinding('reportPolicyViolation', ({ page }, what: string) => {
    complaints.policy.push(`${page.url()}: ${what}`)
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      const told = window as unknown as { reportPolicyViolation(what: string): Promise<void> }
      void told.reportPolicyViolation(`${violatedDirective} ${blockedURI}`)
    })
  })
  const watch = (page: Page) => {
    page.on('console', (message) => {
      if (message.type() !== 'error') return
      complaints.console.push(`${page.url()}: ${message.text()} ${message.location().url}`)
    })
    page.on('pageerror', (error) => complaints.page.push(`${page.url()}: ${error.message}`))
  }
  context.on('page', watch)
  return complaints
}
