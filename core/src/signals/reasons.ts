/**
 * What the reasons in the processing ledger mean. Codes are permanent. A code with `prior_` in front speaks of the filing
 * compared with; `evidence_` in front of an evidence fault names quotes that did not slice back, so that nothing was
 * stored.
 */
export const outcomeReasons: Readonly<Record<string, string>> = {
  form_type: 'The extractor does not read this form.',
  extractor_error: 'The extractor stopped on an error of its own.',
  text_unavailable: 'The main document has no text that could be read.',
  all_items_not_applicable: 'Every item of the report is answered "not applicable" or the like.',
  no_item_found: 'Neither the header nor the body names an item.',
  item_without_evidence: 'An item is listed for which no line of header or body could be quoted.',
  no_full_submission: 'Only the primary document is held, so the size of the submission is not known.',
  empty_submission: 'The submission holds no bytes.',
  header_not_found: 'The submission has no header.',
  accession_line_not_found: 'The header does not name its accession number.',
  no_prior_filing: 'No report of the same form for the same fiscal period a year earlier is held.',
  text_too_short: 'The main document has fewer than 200 words: a cover or a wrapper round an exhibit.',
  item_not_in_force: 'The report was filed before December 2005, when Item 1A did not exist.',
  section_not_found: 'Item 1A should be there and could not be found.',
  section_absent: 'The company left Item 1A out.',
  section_uncertain: 'Item 1A was found, but where it begins or ends is doubtful.',
  not_required_of_filer: 'The company leaves Item 1A out as a smaller reporting company may.',
  incorporated_by_reference: 'Item 1A refers to another document for its content.',
  answered_not_applicable: 'Item 1A is answered "not applicable" or the like.',
  risk_factors_not_separated: 'Item 1A has text in which single risk factors could not be told apart.',
  too_many_risk_factors: 'More than 400 risk factors were told apart, more than any company lists.',
  no_risk_factors_listed: 'The quarterly report refers to the annual one and lists no risk factor itself.',
  listing_styles_differ:
    'One quarterly report lists all risk factors, the other only what is new, so the two cannot be compared.',
  risk_factors_unchanged: 'Every risk factor stands in both reports.',
  risk_factors_listed_in_full:
    'The quarterly report repeats its risk factors without saying what is new since the annual one.',
  above_exact_bound: 'The texts are too long for an exact edit distance, and none is estimated.',
  no_universe_for_form: 'There is no frozen universe of reports of this form.',
  length_outside_universe: 'The text is longer or shorter than all of those the frozen fit was made of.',
  item_not_found: 'The item the rule compares should be there and could not be found.',
  item_absent: 'The company left out the item the rule compares.',
  item_uncertain: 'The item was found, but where it begins or ends is doubtful.',
  item_elsewhere: 'The item refers to another document or place for its content, or is reserved.',
  item_too_short: 'The item has fewer words than the rule can compare.',
  items_combined_differently: 'One report combines the item with its neighbours, the other does not.',
  items_too_short: 'No item has 100 words in either report.',
  no_item_in_both: 'No item could be found whole, with a text of its own, in both reports.',
  amended_report_not_held: 'The report that these holdings are added to is not held.',
  amendment_type_not_stated: 'The amendment says neither that it restates the table nor that it adds to it.',
  buyer_counted_before: 'The cluster was complete without the buyers of this form.',
  filed_in_time: 'Every line that is due within two business days was filed by then.',
  filing_date_not_stated: 'The header names no filing date.',
  form_not_in_xml: 'The form was typed or filed as text, so that its lines are not read.',
  form_not_quotable: 'The XML of the form is not well-formed, so that no line of it can be quoted.',
  information_table_not_read: 'The cover counts entries, and no row of the information table could be read.',
  insider_history_short: 'One of the three calendar years before has no trade of the owner that is held.',
  item_4_not_found: 'Item 4 of the schedule could not be found.',
  line_without_date: 'A line that matters has no transaction date.',
  no_chief_officer: 'No owner of the form has the title of chief executive or chief financial officer.',
  no_cluster: 'Fewer than three insiders bought enough within 30 days.',
  no_earlier_schedule: 'No earlier schedule of the same persons on the issuer is held.',
  no_item_of_three_found: 'None of Items 1, 1A and 7 could be found.',
  no_line_due_in_two_days: 'The form has no line that Form 4 must report within two business days.',
  no_matching_notice: 'No Form 144 of the owner within 90 days before the sales is held.',
  no_open_market_purchase: 'The form has no line with code P.',
  no_open_market_sale: 'The form has no line with code S.',
  no_open_market_trade: 'The form has no line with code P or S.',
  no_report_of_quarter_before: 'No report of the manager on the quarter before is held.',
  no_sole_source_mention: 'No sentence of Items 1, 1A and 7 speaks of a sole or single supplier.',
  no_subsidiary_list: 'The filing has no Exhibit 21.',
  no_word_on_competition: 'No word of the report begins with "competit".',
  percent_not_stated: 'A schedule states no percentage that is a number.',
  plan_not_stated: 'Neither the checkbox nor a footnote says whether the sales were made under a plan.',
  price_not_stated: 'A line that matters has no price, so that its value is not known.',
  proposed_sale_not_valued: 'The notice does not state units or market value.',
  report_not_read: 'The cover of the report could not be read, or names no quarter.',
  schedule_not_read: 'The cover pages of the schedule could not be read.',
  sole_source_denied: 'Every sentence on a sole supplier denies that there is one.',
  stake_unchanged: 'The largest stake is the same as in the earlier schedule.',
  subsidiaries_unchanged: 'Both lists have the same names.',
  subsidiary_list_not_read: 'Exhibit 21 has no name that could be read.',
  subsidiary_lists_of_other_kind:
    'One list has less than a third of the names of the other: one names all subsidiaries, the other only the significant ones.',
  denominator_negligible: 'A denominator is zero, negative, or too small to divide by.',
  financial_firm:
    'The filer is a bank, an insurer or a real estate company (SIC 6000 to 6999), which the formula was not made for.',
  fund: 'The filer is a fund or a business development company.',
  shell: 'The filer is a shell: a blank-check company, or one by its own cover page.',
  ifrs: 'The statements follow IFRS, whose concepts the rule does not map.',
  missing_inputs: 'The filing does not state inputs that the rule cannot do without; they are named.',
  no_xbrl_facts:
    'The filing has no XBRL facts: it is older than tagging, or its statements are in a document that is not held.',
  no_annual_statements:
    'The filing states no fiscal year of 350 to 380 days that ends with its period: an amendment without statements, a transition report, or a report whose statements are in an exhibit without tags.',
  currency_not_usd: 'The rule needs US dollars, and the filing reports in another currency.',
  quarters_missing:
    'Not all quarters can be had from the reports that are held, or one of them was restated in between.',
  too_few_amounts: 'The filing tags fewer than 100 amounts of its year.',
  split_uncertain: 'Share counts differ as after a split, and no tagged ratio explains it.',
  no_cash_used: 'Operations and capital expenditures together used no cash.',
  no_goodwill_impairment: 'The filing states that no goodwill was impaired.',
  no_goodwill_impairment_stated: 'The filing states no amount of goodwill impaired.',
  amendment_says_nothing:
    'The amendment does not hold what the rule reads: it may repeat only a part of the report.',
  controls_effective: 'Controls are concluded to be effective, and no material weakness is stated.',
  controls_incorporated_by_reference: 'The item on controls refers to another document for its content.',
  controls_item_not_in_force: 'The report was filed before August 2002, when there was no item on controls.',
  controls_not_effective_no_weakness_named:
    'Disclosure controls are concluded not to be effective, and no material weakness is named.',
  controls_section_absent: 'The company left the item on controls out.',
  controls_section_not_found: 'The item on controls should be there and could not be found.',
  controls_section_uncertain: 'The item on controls was found, but where it begins or ends is doubtful.',
  mdna_absent: 'The company left the discussion and analysis out.',
  mdna_incorporated_by_reference: 'The discussion and analysis is in another document.',
  mdna_not_found: 'The discussion and analysis should be there and could not be found.',
  mdna_uncertain: 'The discussion and analysis was found, but where it begins or ends is doubtful.',
  no_conclusion_on_controls: 'The item on controls states no conclusion that the rule can read.',
  no_forward_looking_sentence: 'No sentence of the discussion and analysis looks ahead.',
  no_repeated_sentence: 'No sentence of ten words or more stands in the document twice.',
  no_sentences: 'The document has no sentence that could be quoted.',
  no_substantial_doubt: 'The words substantial doubt and going concern do not stand near each other.',
  no_tone_words: 'No word of the text is listed as positive or negative.',
  statements_incorporated_by_reference:
    'The financial statements are in an annual report to shareholders that is not among the documents.',
  too_few_sentences: 'The text has too few sentences for an average to mean anything.',
}

/** The sentence for a reason of the ledger; `undefined` for a code of another extractor. */
export function explainReason(reason: string): string | undefined {
  if (Object.hasOwn(outcomeReasons, reason)) return outcomeReasons[reason]
  if (reason.startsWith('prior_')) {
    const sentence = explainReason(reason.slice('prior_'.length))
    return sentence && `Of the filing compared with: ${sentence}`
  }
  if (reason.startsWith('evidence_')) {
    return `A quote did not slice back exactly (${reason.slice('evidence_'.length).replaceAll('_', ' ')}).`
  }
  return undefined
}
