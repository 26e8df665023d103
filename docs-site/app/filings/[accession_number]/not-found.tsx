import { ButtonLink, EmptyState, PageFrame, PageHeader } from '../../../src/shell/index.ts'

export default function NotFound() {
  return (
    <PageFrame width="reading">
      <PageHeader title="Filing not found" />
      <EmptyState
        title="No such filing is held here"
        action={
          <ButtonLink href="/filings" variant="primary">
            Search filings
          </ButtonLink>
        }
      >
        <p>
          The accession number is not one this portal knows, or it became known only after the moment the
          address asks for.
        </p>
      </EmptyState>
    </PageFrame>
  )
}
