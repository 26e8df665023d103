import type { SignalType } from './signal.ts'

const LAZY_PRICES = 'Cohen, Malloy, Nguyen 2020, "Lazy Prices", Journal of Finance'
const LAZY_PRICES_HISTORY =
  'The paper reports up to 188 basis points a month between firms that changed their reports least and most, on US filings of 1995 to 2014.'
const COMPARED_FORMS = ['10-K', '10-K405', '10-KSB', '10-KSB40', '10-Q', '10-QSB']
const BASIS =
  'Main document against the same form for the same fiscal period a year earlier; without tables whose letters and digits are more than 15 % digits and without page furniture; NFKC, lower case, words with at least one letter.'
const unitInterval = { minimum: 0, maximum: 1 }

/** What `GET /v1/signal-types` answers: every signal, its formula and where it comes from. */
export const signalTypes: readonly SignalType[] = [
  {
    signal_type: 'event_8k',
    title: 'Event reported on Form 8-K',
    description:
      'One signal for each item of a current report. The value is the item code as numbered when it was filed; `inputs` name the event and its severity, and whether the header, the body or both list the item. Items answered "not applicable" are left out.',
    unit: 'code',
    range: { minimum: null, maximum: null },
    form_types: ['8-K', '8-K/A', '8-K12B', '8-K12B/A', '8-K12G3', '8-K12G3/A', '8-K15D5', '8-K15D5/A'],
    extractor: 'event_8k',
    evidence_kinds: ['text_span', 'header_field'],
    source: 'Form 8-K (17 CFR 249.308); SEC release 33-8400 for the numbering since 23 August 2004',
    formula:
      'Header item codes ∪ body headings; for filings before 2012 the body alone where it has headings. Direction −1 for adverse items; 0 for neutral ones and for 3.01, 4.01 and 5.02, whose text decides.',
    history: null,
  },
  {
    signal_type: 'filing_size_log',
    title: 'Size of the submission',
    description:
      'Natural logarithm of the size of the complete submission text in megabytes of 1,000,000 bytes.',
    unit: 'ln_megabytes',
    range: { minimum: null, maximum: null },
    form_types: [],
    extractor: 'filing_size',
    evidence_kinds: ['header_field'],
    source: 'Loughran, McDonald 2014, "Measuring Readability in Financial Disclosures", Journal of Finance',
    formula: 'ln(bytes / 1,000,000)',
    history:
      'The paper finds file size a better readability measure than the Fog index for 10-K filings. Inline XBRL, required in steps from 2019 on, has made submissions larger, so compare within a year.',
  },
  {
    signal_type: 'text_sim_cosine',
    title: 'Cosine similarity with the year before',
    description: BASIS,
    unit: 'ratio',
    range: unitInterval,
    form_types: COMPARED_FORMS,
    extractor: 'text_similarity',
    evidence_kinds: ['pair'],
    source: LAZY_PRICES,
    formula: 'Σ tf₁·tf₂ / (‖tf₁‖·‖tf₂‖), raw word counts',
    history: LAZY_PRICES_HISTORY,
  },
  {
    signal_type: 'text_sim_jaccard',
    title: 'Jaccard similarity with the year before',
    description: BASIS,
    unit: 'ratio',
    range: unitInterval,
    form_types: COMPARED_FORMS,
    extractor: 'text_similarity',
    evidence_kinds: ['pair'],
    source: LAZY_PRICES,
    formula: '|S₁ ∩ S₂| / |S₁ ∪ S₂|, S the set of words',
    history: LAZY_PRICES_HISTORY,
  },
  {
    signal_type: 'text_sim_min_edit',
    title: 'Minimum edit similarity with the year before',
    description: `${BASIS} Exact: the distance is never estimated. Left out, with a note in \`inputs\` of the other measures, when the product of the differing lengths exceeds 150,000 × 150,000 words.`,
    unit: 'ratio',
    range: unitInterval,
    form_types: COMPARED_FORMS,
    extractor: 'text_similarity',
    evidence_kinds: ['pair'],
    source: `${LAZY_PRICES}; the normalisation is ours`,
    formula: '1 − D/(n₁+n₂), D = fewest words to insert and delete, n = words',
    history: LAZY_PRICES_HISTORY,
  },
  {
    signal_type: 'text_sim_simple',
    title: 'Simple similarity with the year before',
    description: `${BASIS} The paper scales the change rate c between the extremes of a year's filings; this signal scales it between the bounds c can have (0 and 2), so that a value never depends on which filings are held. It orders filings as c does; \`inputs\` carry c itself.`,
    unit: 'ratio',
    range: unitInterval,
    form_types: COMPARED_FORMS,
    extractor: 'text_similarity',
    evidence_kinds: ['pair'],
    source: `${LAZY_PRICES}; the scale is ours`,
    formula:
      'c = changed words/((n₁+n₂)/2), changed words = fewest words to insert, delete or replace; value = (2 − c)/2',
    history: LAZY_PRICES_HISTORY,
  },
  ...(
    [
      [
        'rf_added',
        'Risk factors added',
        'Risk factors that stand in this report and in none a year earlier.',
        'Units of this report matched with none of the prior one at cosine ≥ 0.50. Direction −1.',
      ],
      [
        'rf_removed',
        'Risk factors removed',
        'Risk factors of the report a year earlier that no longer appear. Removal is not taken for good news: factors are merged and retitled.',
        'Units of the prior report matched with none of this one at cosine ≥ 0.50. Direction 0.',
      ],
      [
        'rf_modified',
        'Risk factors rewritten',
        'Risk factors of the report a year earlier that appear again in other words.',
        'Matched units with cosine from 0.50 to below 0.90. Direction 0.',
      ],
    ] as const
  ).map(
    ([signal_type, title, description, formula]): SignalType => ({
      signal_type,
      title,
      description,
      unit: 'count',
      range: { minimum: 1, maximum: null },
      form_types: ['10-K', '10-K405', '10-Q'],
      extractor: 'risk_factor_diff',
      evidence_kinds: ['pair'],
      source: `${LAZY_PRICES} (risk factor section); Items 1A of Form 10-K and of Part II of Form 10-Q`,
      formula: `Risk factor units, tf·idf cosine with idf over both reports, equal units first, then the assignment of greatest total similarity. ${formula} A count of 0 is no signal: \`ok_none\`, or the counts in \`inputs\` of the others.`,
      history:
        'The paper finds changes to the risk factor section among the most informative; the sign of a single change is not established.',
    }),
  ),
]
