'use client'

import { useSession } from '../session.tsx'
import { PageHead } from '../ui/page.tsx'

export function Overview() {
  const { organisation } = useSession()
  return <PageHead title="Overview" lead={organisation.name} />
}
