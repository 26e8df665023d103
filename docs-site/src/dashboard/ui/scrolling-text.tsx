/** Text with its line breaks, such as JSON. It scrolls by itself where it is wide, by keyboard too. */
export function ScrollingText({ label, text }: { label: string; text: string }) {
  return (
    <section
      className="d-code"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label={label}
    >
      <pre>
        <code>{text}</code>
      </pre>
    </section>
  )
}
