'use client'

import { useEffect, useState } from 'react'
import { Button } from '../shell/button.tsx'
import { Dialog } from '../shell/dialog.tsx'
import { Checkbox } from '../shell/field.tsx'
import type { ExplorerOperation } from './explorer-operation.ts'

interface Props {
  isOpen: boolean
  operation: ExplorerOperation
  isTestMode: boolean
  onCancel: () => void
  onConfirm: () => void
}

/** Asks before something is changed; twice when it is not the test mode. */
export function ConfirmChange({ isOpen, operation, isTestMode, onCancel, onConfirm }: Props) {
  const [isSure, setSure] = useState(false)
  useEffect(() => {
    if (!isOpen) setSure(false)
  }, [isOpen])
  return (
    <Dialog open={isOpen} onClose={onCancel} title={`${operation.title}?`}>
      <div className="explorer-confirm">
        <p>
          <code>
            {operation.method} {operation.path}
          </code>{' '}
          changes something, and it is really sent.
        </p>
        {isTestMode ? (
          <p>You send it with a test key.</p>
        ) : (
          <Checkbox
            label="I know that this changes a real account."
            checked={isSure}
            onChange={(event) => setSure(event.target.checked)}
          />
        )}
        <div className="explorer-bar">
          <Button
            variant={operation.method === 'DELETE' ? 'danger' : 'primary'}
            disabled={!isTestMode && !isSure}
            onClick={onConfirm}
          >
            Send it
          </Button>
          <Button onClick={onCancel}>Cancel</Button>
        </div>
      </div>
    </Dialog>
  )
}
