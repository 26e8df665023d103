import { AccountLink } from './account-link.tsx'
import { PageLink } from './link.tsx'
import { NavLinks } from './nav-links.tsx'
import { SearchBox } from './search-box.tsx'
import { ThemeSwitch } from './theme-switch.tsx'

/** The bar at the top of every page. */
export function TopBar() {
  return (
    <header className="shell-bar">
      <PageLink href="/" className="shell-name">
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M4 3.5h8.5l3.5 3.5v9.5H4z" />
          <path d="M6.8 9h6.4M6.8 12.4h3.6" />
        </svg>
        <span>
          SEC Latent<span className="shell-name-rest"> Platform</span>
        </span>
      </PageLink>
      <nav aria-label="Main" className="shell-nav">
        <ul>
          <NavLinks />
        </ul>
      </nav>
      <div className="shell-tools">
        <SearchBox />
        <ThemeSwitch />
        <AccountLink />
      </div>
    </header>
  )
}
