/**
 * What every page of the portal is made of. All of it renders on the server unless it says otherwise; the styles are in
 * app/global.css (classes `ui-…` and `shell-…`, colours as `var(--…)` that follow the theme, also as Tailwind names such as
 * `bg-surface`, `text-muted`, `border-line`, `text-accent`). The root layout brings the top bar, the skip link, the footer,
 * copy buttons and toasts; a page brings `<PageFrame>` with one `<h1>` (`<PageHeader>` has it).
 *
 * - Page: `PageFrame width="reading|wide|full"`, `PageHeader title actions`, `PageLink` (a link that prefetches nothing)
 * - Actions: `Button variant="primary|secondary|quiet|danger" size="small|medium"`, `ButtonLink href`
 * - Forms: `Field id label hint error`, inside it `Input`, `Select`, `Textarea` with `{...describedBy(id, …)}`; `Checkbox label`
 * - Data: `Table caption` around `<thead>` and `<tbody>` (cells of numbers: class `ui-number`), `Badge tone`, `Method method`
 * - Text: `Callout type title`, `CodeBlock code language` (coloured on the server), `CodeFrame` (around any `<pre>`),
 *   `CopyButton data-copy` (no script needed), `Tabs id label items` (radio buttons, no script), `TabLinks label items`
 * - States: `EmptyState title action`, `Spinner label`
 * - In the browser: `Dialog open onClose title` (dialog.tsx), `toast(message, tone)` (toast.ts),
 *   `markSignedIn()` and `markSignedOut()` (session.ts), `portalConfig()` (../use-portal-config.ts)
 *
 * No style attributes and no inline handlers: the content security policy refuses them. Client components import from the
 * files, not from here, so that they take along only what they use. `needs-script` hides what does nothing without scripts.
 */
export { Badge, Method, type Tone } from './badge.tsx'
export { Button, ButtonLink } from './button.tsx'
export { Callout } from './callout.tsx'
export { classes } from './classes.ts'
export { CodeBlock, CodeFrame, CopyButton } from './code-block.tsx'
export { Checkbox, describedBy, Field, Input, Select, Textarea } from './field.tsx'
export { PageFrame, PageHeader } from './frame.tsx'
export type { Language } from './highlight.ts'
export { PageLink } from './link.tsx'
export { EmptyState, Spinner } from './status-blocks.tsx'
export { Table } from './table.tsx'
export { TabLinks, Tabs } from './tabs.tsx'
