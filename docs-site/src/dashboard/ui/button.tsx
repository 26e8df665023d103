import Link from 'next/link'
import type { ButtonHTMLAttributes, ReactNode } from 'react'

type Look = 'primary' | 'plain' | 'danger' | 'quiet'

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look
  /** Busy: it stays where it is and keeps the focus, but does nothing. */
  isBusy?: boolean
}

export function Button({
  look = 'plain',
  isBusy = false,
  type = 'button',
  onClick,
  children,
  ...rest
}: Props) {
  return (
    <button
      {...rest}
      type={type}
      className={`d-button d-button-${look} ${rest.className ?? ''}`}
      aria-disabled={isBusy || undefined}
      onClick={(event) => {
        if (isBusy) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {children}
      {isBusy ? <span className="d-spinner" aria-hidden="true" /> : null}
    </button>
  )
}

export function ButtonLink({
  href,
  look = 'plain',
  children,
}: {
  href: string
  look?: Look
  children: ReactNode
}) {
  return (
    <Link href={href} className={`d-button d-button-${look}`}>
      {children}
    </Link>
  )
}
