/**
 * The best reading of the form: of all ways to pick candidates that rise both in position and in the order of the form,
 * the one with the most points; of equals, the one that begins earliest. Linear in candidates times slots.
 */
export function bestChain<Candidate extends { slot: number; start: number }>(
  candidates: Candidate[],
  slotCount: number,
  points: (candidate: Candidate) => number,
): Candidate[] {
  interface Link {
    candidate: Candidate
    total: number
    before: Link | null
  }
  // best[s]: the best chain whose last slot is s, over all positions before the current one.
  const best: (Link | null)[] = new Array(slotCount).fill(null)
  let index = 0
  while (index < candidates.length) {
    const start = candidates[index]?.start
    const fresh: Link[] = []
    for (; index < candidates.length && candidates[index]?.start === start; index += 1) {
      const candidate = candidates[index] as Candidate
      const own = points(candidate)
      if (own <= 0) continue
      let before: Link | null = null
      for (let slot = 0; slot < candidate.slot; slot += 1) {
        const link = best[slot]
        if (link && (!before || link.total > before.total)) before = link
      }
      fresh.push({ candidate, total: own + (before?.total ?? 0), before })
    }
    for (const link of fresh) {
      const held = best[link.candidate.slot]
      if (!held || link.total > held.total + 1e-9) best[link.candidate.slot] = link
    }
  }
  let end: Link | null = null
  for (const link of best) if (link && (!end || link.total > end.total)) end = link
  const chain: Candidate[] = []
  for (let link = end; link; link = link.before) chain.push(link.candidate)
  return chain.reverse()
}
