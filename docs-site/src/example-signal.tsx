/** A signal of the sample corpus as a reader meets it: what was found, where it stands, and in which words. */
export function ExampleSignal() {
  return (
    <figure className="rounded-lg border bg-raised p-4 text-sm">
      <dl className="facts mb-3 text-sm">
        <dt>signal_type</dt>
        <dd>
          <code>rf_added</code>, 3 of 17 risk factors
        </dd>
        <dt>accession_number</dt>
        <dd>
          <code>0009990001-25-000003</code>, a 10-K
        </dd>
        <dt>accepted_at</dt>
        <dd>
          <code>2025-02-26T21:38:26Z</code>
        </dd>
        <dt>text_sha256</dt>
        <dd>
          <code>6d485008…e643e0</code>, bytes 15,720 to 16,254
        </dd>
      </dl>
      <blockquote className="border-l-2 border-accent pl-3 leading-relaxed">
        <span className="quote">
          New tariffs on titanium, ceramics and finished instruments could raise our costs and close markets
          to us.
        </span>{' '}
        …
      </blockquote>
      <figcaption className="mt-3 text-xs text-muted">
        Tarnwick Tidal Instruments, one of the three invented companies of the test mode.
      </figcaption>
    </figure>
  )
}
