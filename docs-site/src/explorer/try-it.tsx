'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { Button } from '../shell/button.tsx'
import { Spinner } from '../shell/status-blocks.tsx'
import type { ExplorerOperation } from './explorer-operation.ts'

/** Readers of a page do not pay for the form until they want it. */
const Explorer = dynamic(() => import('./explorer.tsx').then(({ Explorer }) => Explorer), {
  ssr: false,
  loading: () => <Spinner label="Loading the explorer" />,
})

/** Opens a form that sends real requests. */
export function TryIt({ operation }: { operation: ExplorerOperation }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="needs-script explorer-frame">
      <Button
        variant={isOpen ? 'quiet' : 'primary'}
        aria-expanded={isOpen}
        aria-controls="explorer"
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? 'Close the explorer' : 'Try it'}
      </Button>
      <div id="explorer">{isOpen ? <Explorer operation={operation} /> : null}</div>
    </div>
  )
}
