import { Children, Fragment, type ReactNode } from 'react'
import { PageLink } from './link.tsx'

interface TabsProps {
  /** Unique on the page. */
  id: string
  /** What the choice is between, such as "Language". */
  label: string
  items: string[]
  /** One child per item, in the same order; at most eight. */
  children: ReactNode
}

/** Panels of which one shows. Radio buttons and CSS, so they work without a script and with the arrow keys. */
export function Tabs({ id, label, items, children }: TabsProps) {
  return (
    <fieldset className="ui-tabs">
      <legend className="sr-only">{label}</legend>
      {items.map((item, index) => (
        <Fragment key={item}>
          <input type="radio" name={id} id={`${id}-${index}`} defaultChecked={index === 0} />
          <label htmlFor={`${id}-${index}`}>{item}</label>
        </Fragment>
      ))}
      {Children.toArray(children).map((child, index) => (
        <div className="ui-tab-panel" key={items[index]}>
          {child}
        </div>
      ))}
    </fieldset>
  )
}

interface TabLinksProps {
  label: string
  items: { href: string; text: ReactNode; current?: boolean }[]
}

/** Pages that belong together, as a row of links. */
export function TabLinks({ label, items }: TabLinksProps) {
  return (
    <nav className="ui-tab-links" aria-label={label}>
      {items.map(({ href, text, current }) => (
        <PageLink key={href} href={href} aria-current={current ? 'page' : undefined}>
          {text}
        </PageLink>
      ))}
    </nav>
  )
}
