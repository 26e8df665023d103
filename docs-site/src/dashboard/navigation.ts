export interface DashboardPage {
  href: string
  title: string
  /** Who has not this scope does not see the page. */
  scope: string
}

/** The pages of the dashboard, in the order in which they are offered. */
export const dashboardPages: readonly DashboardPage[] = [
  { href: '/dashboard', title: 'Overview', scope: 'usage:read' },
  { href: '/dashboard/usage', title: 'Usage', scope: 'usage:read' },
  { href: '/dashboard/billing', title: 'Billing', scope: 'billing:read' },
  { href: '/dashboard/keys', title: 'Keys', scope: 'keys:read' },
  { href: '/dashboard/webhooks', title: 'Webhooks', scope: 'webhooks:read' },
  { href: '/dashboard/requests', title: 'Requests', scope: 'usage:read' },
  { href: '/dashboard/members', title: 'Members', scope: 'members:read' },
  { href: '/dashboard/audit', title: 'Audit log', scope: 'audit:read' },
  { href: '/dashboard/privacy', title: 'Data & privacy', scope: 'privacy:admin' },
]

/** The page an address belongs to: that with the longest fitting address. */
export function pageOf(path: string): DashboardPage | undefined {
  return dashboardPages
    .filter(({ href }) => path === href || (href !== '/dashboard' && path.startsWith(`${href}/`)))
    .sort((a, b) => b.href.length - a.href.length)[0]
}
