import { useId } from 'react'
import { CopyButton } from './copy-button.tsx'

/** A secret that is shown this once. It lives in the memory of the page only, never in storage or an address. */
export function SecretOnce({ secret, label }: { secret: string; label: string }) {
  const id = useId()
  return (
    <div className="d-secret">
      <p className="d-small" id={id}>
        {label}
      </p>
      <div className="d-secret-line">
        <input
          className="ui-input d-mono"
          aria-labelledby={id}
          readOnly
          value={secret}
          spellCheck={false}
          autoComplete="off"
          onFocus={(event) => event.target.select()}
        />
        <CopyButton text={secret} />
      </div>
      <p className="d-small">
        This is the only time it is shown. Keep it where your secrets are; we cannot show it again.
      </p>
    </div>
  )
}
