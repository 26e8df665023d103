import type { ComponentProps } from 'react'
import { Button as PlainButton } from '../../shell/button.tsx'

export { ButtonLink } from '../../shell/button.tsx'

/** A button that may be busy: it stays where it is and keeps the focus, but does nothing. */
export function Button({
  isBusy = false,
  onClick,
  children,
  ...rest
}: ComponentProps<typeof PlainButton> & { isBusy?: boolean }) {
  return (
    <PlainButton
      {...rest}
      aria-disabled={isBusy || undefined}
      onClick={(event) => {
        if (isBusy) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {children}
      {isBusy ? <span className="d-busy" aria-hidden="true" /> : null}
    </PlainButton>
  )
}
